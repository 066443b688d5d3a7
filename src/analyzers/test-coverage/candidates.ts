import { mostlyDeclares } from '../../shared/declaring.ts';
import type { FileFact, FunctionFact, ModuleFact, ModuleFacts } from '../../shared/facts/source.ts';
import type { TestFile } from '../../shared/facts/tests.ts';
import { isSurveyed, linesOf } from '../../shared/product.ts';
import { isForEngineers, isRunOnce, isScript } from '../../shared/run-once.ts';
import { subjectKey } from '../../shared/subject.ts';
import type { Measured } from './line-coverage.ts';
import type { Reach } from './tested.ts';

export interface Examined {
  readonly sources: readonly FileFact[];
  readonly tests: readonly TestFile[];
  readonly modules: ModuleFacts;
  readonly reach: Reach;
  readonly measured: Measured;
  readonly functions: readonly FunctionFact[];
  /** Keys of the critical subjects. */
  readonly critical: { has(key: string): boolean };
  /** Modules that only serve those who build or describe the product. */
  readonly internal: (id: string) => 'tool' | 'site' | null;
  /** Folders of the packages. */
  readonly packages: ReadonlySet<string>;
}

/** A module that a test could find something wrong in. */
export interface Candidate {
  readonly module: ModuleFact;
  /** Lines, those of texts in quotes left out. */
  readonly code: number;
  /** All lines. */
  readonly lines: number;
  readonly decisions: number;
  readonly largest: FileFact;
  readonly critical: boolean;
  /** Its lines as far as they are worth tests: those that draw screens count a tenth, for who changes one looks at it. */
  readonly weight: number;
  /** Percent, where reports speak of most of the module's files. */
  readonly lineCoverage: number | null;
}

/** Types, constants and settings hold nothing that a test could find wrong. */
const LEAST_FUNCTIONS = 5;
/** Branches in which a module can go wrong; without any it only declares. */
const LEAST_DECISIONS = 10;
/** A long file that decides less is a text in quotes: a stylesheet, a letter, a list. Our estimates. */
const LONG = 200;
const LINES_OF_TEXT = 50;
/** What draws a screen, and how much less it counts. */
const SHARE_LOOKED_AT = 0.9;
const VIEW = /\.(?:[jt]sx|vue|svelte)$/;

/** Modules that do enough for something to go wrong in them, whether tested or not. */
export function findCandidates(seen: Examined): readonly Candidate[] {
  const { sources, modules, functions, measured, internal } = seen;
  const files = new Map(sources.map(file => [file.path, file]));
  const byPath = new Map<string, FunctionFact[]>();
  for (const fact of functions) {
    const known = byPath.get(fact.path);
    if (known) known.push(fact);
    else byPath.set(fact.path, [fact]);
  }
  return modules.modules.flatMap(module => {
    // What belongs to no package are the odd files that lie about it: a switch here, a release script there.
    if (module.id === '.') return [];
    const critical = seen.critical.has(subjectKey({ kind: 'module', name: module.id }));
    const serves = internal(module.id);
    if (serves === 'tool' || (serves === 'site' && !critical)) return [];
    const own = module.files
      .filter(path => !isRunOnce(path) && !isScript(path) && !isForEngineers(path))
      .flatMap(path => files.get(path) ?? [])
      .filter(isSurveyed);
    const told = own.filter(file => !isText(file, byPath.get(file.path) ?? []));
    const inside = own.flatMap(({ path }) => byPath.get(path) ?? []);
    const code = linesOf(told);
    const decisions = decisionsIn(inside);
    const largest = [...told].sort((a, b) => b.code - a.code || (a.path < b.path ? -1 : 1))[0];
    if (!largest || inside.length < LEAST_FUNCTIONS) return [];
    if (decisions < LEAST_DECISIONS || mostlyDeclares(linesOf(own), decisions)) return [];
    return [
      {
        module,
        code,
        lines: linesOf(own),
        decisions,
        largest,
        critical,
        weight: code - SHARE_LOOKED_AT * linesOf(told.filter(({ path }) => VIEW.test(path))),
        lineCoverage: coverageOf(own, measured),
      },
    ];
  });
}

function isText({ code }: FileFact, functions: readonly FunctionFact[]): boolean {
  return code >= LONG && decisionsIn(functions) * LINES_OF_TEXT < code;
}

/** Without defaults and `?.`: what they do when something is missing is easily seen. */
function decisionsIn(functions: readonly FunctionFact[]): number {
  return functions.reduce((sum, { decisions }) => sum + decisions, 0);
}

function coverageOf(files: readonly FileFact[], measured: Measured): number | null {
  const reported = files.flatMap(({ path }) => measured.files.get(path) ?? []);
  if (reported.length * 2 < files.length) return null;
  const lines = reported.reduce((sum, file) => sum + file.lines, 0);
  const covered = reported.reduce((sum, file) => sum + file.covered, 0);
  return lines === 0 ? null : Math.round((1_000 * covered) / lines) / 10;
}
