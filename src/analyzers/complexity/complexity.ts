import { defineAnalyzer } from '../../shared/analyzer.ts';
import type { FunctionFact } from '../../shared/facts/source.ts';
import { folderOf } from '../../shared/folder.ts';
import { isSurveyed, productOf } from '../../shared/product.ts';
import { isForEngineers, isRunOnce, isScript } from '../../shared/run-once.ts';
import { findComplexFunctions, findLongFunctions } from './functions.ts';
import { findGodClasses } from './god-classes.ts';
import { findGodFiles } from './god-files.ts';
import { findOversized } from './oversized.ts';
import { complexityReader } from './reader/reader.ts';
import { openMeaning } from './responsibilities/meaning.ts';
import { measureShares } from './shares.ts';
import { findTangledTests } from './tangled-tests.ts';

/**
 * Which code is too complex, too long or too much in one place to be changed safely, and which tests are too complex to
 * be believed. Measures are of product code only.
 */
export const complexity = defineAnalyzer({
  id: 'complexity',
  reader: complexityReader,
  needs: ['repository', 'files', 'functions', 'exports', 'closeLook', 'manifests', 'sightings'],
  emits: ['complex-function', 'long-function', 'god-file', 'god-class', 'tangled-test'],
  gauges: ['complex-code', 'complex-code.moderate', 'complex-code.high', 'complex-code.very-high', 'oversized-files'],
  analyze({ repository, files, functions, exports, closeLook, manifests, sightings }) {
    const product = productOf(files);
    if (product.files === null) return { status: 'not-applicable', because: product.because };

    const own = functions.filter(({ path }) => product.paths.has(path));
    const functionsOf = gather(functions);
    const oversized = findOversized(product.files, own);
    const living = oversized.filter(({ file }) => isLiving(file.path));
    const told = own.filter(({ path }) => isLiving(path));
    const alone = [...findComplexFunctions(told, sightings), ...findLongFunctions(told, product.files, sightings)];
    const meaning = openMeaning({ repository, manifests, files, functions });
    const subjects = new Set(alone.map(({ subject }) => subject.name));
    const godFiles = findGodFiles(living, { exports, closeLook, sightings, told: subjects }, meaning);
    const large = new Set(godFiles.map(({ subject }) => subject.name));
    const tests = files.filter(file => file.kind === 'test' && file.skipped === undefined && isSurveyed(file));
    const packages = new Set(manifests.manifests.map(({ path }) => folderOf(path)));
    return {
      status: 'completed',
      observations: [
        ...alone,
        ...godFiles,
        ...findGodClasses(
          product.files.filter(({ path }) => isLiving(path)),
          functionsOf,
          sightings,
          large,
          meaning,
        ),
        ...findTangledTests(tests, functionsOf, sightings, packages),
      ],
      measures: measureShares(product, own, oversized),
      examined: product.examined,
    };
  },
});

/** What runs once is not changed again, and what engineers start by hand hardly: whoever has to change it is the one who wants to. */
function isLiving(path: string): boolean {
  return !isRunOnce(path) && !isScript(path) && !isForEngineers(path);
}

/** The functions of each file. */
function gather(functions: readonly FunctionFact[]): ReadonlyMap<string, readonly FunctionFact[]> {
  const gathered = new Map<string, FunctionFact[]>();
  for (const one of functions) {
    const known = gathered.get(one.path);
    if (known === undefined) gathered.set(one.path, [one]);
    else known.push(one);
  }
  return gathered;
}
