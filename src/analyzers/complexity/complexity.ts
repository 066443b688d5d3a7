import { defineAnalyzer } from '../../shared/analyzer.ts';
import type { FunctionFact } from '../../shared/facts/source.ts';
import { isSurveyed, productOf } from '../../shared/product.ts';
import { isRunOnce } from '../../shared/run-once.ts';
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
    // What runs once is not changed again.
    const living = oversized.filter(({ file }) => !isRunOnce(file.path));
    const meaning = openMeaning({ repository, manifests, files, functions });
    const godFiles = findGodFiles(living, { exports, closeLook, sightings }, meaning);
    const told = new Set(godFiles.map(({ subject }) => subject.name));
    const tests = files.filter(file => file.kind === 'test' && file.skipped === undefined && isSurveyed(file));
    return {
      status: 'completed',
      observations: [
        ...findComplexFunctions(own),
        ...findLongFunctions(own, product.files, sightings),
        ...godFiles,
        ...findGodClasses(product.files, functionsOf, sightings, told, meaning),
        ...findTangledTests(tests, functionsOf, sightings),
      ],
      measures: measureShares(product, own, oversized),
      examined: product.examined,
    };
  },
});

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
