import { COMPOUND } from '../findings/compound.ts';
import type { Finding } from '../findings/finding.ts';
import { workload } from '../findings/workload.ts';
import type { Rule, Rulebook } from '../rulebook/rulebook.ts';
import type { AnalyzerRun } from '../shared/analyzer.ts';
import type { FileFact, FunctionFact } from '../shared/facts/source.ts';
import { type CollectedFacts, knownOf } from '../shared/facts.ts';
import type { Extent, Measure, Place } from '../shared/observation.ts';
import { linesOf, productOf } from '../shared/product.ts';
import { subjectPath } from '../shared/subject.ts';

/** What it would cost to mend the code, and how much of it there is something to mend in. */
export interface Debt {
  /** Percent of what writing the same code anew would cost. */
  readonly ratio: Measure;
  /** Percent of the product's lines that some finding on code points at. */
  readonly flagged: Measure;
}

/** Weighs the findings in code against the code: known only when everything that looks into code did look. */
export function weighDebt(
  findings: readonly Finding[],
  runs: readonly AnalyzerRun[],
  facts: Pick<CollectedFacts, 'files' | 'functions'>,
  rulebook: Rulebook,
): Debt {
  const product = productOf(knownOf(facts.files) ?? []);
  const gap = product.files === null ? product.because : whyIncomplete(rulebook, runs);
  if (product.files === null || gap !== null) return { ratio: unmeasured(gap ?? ''), flagged: unmeasured(gap ?? '') };

  const own = findings.filter(finding => isInCode(finding, product.paths));
  const rebuild = linesOf(product.files) * rulebook.scoring.rebuild.hoursPerLine;
  const [, mend] = workload(own);
  return {
    ratio: percent(mend, rebuild, product.examined),
    flagged: percent(...countFlagged(own, product.files, knownOf(facts.functions) ?? []), product.examined),
  };
}

/** Packages and settings are no code that anyone would write anew. */
function isInCode({ dimension, subject }: Finding, product: ReadonlySet<string>): boolean {
  if (dimension !== 'code') return false;
  return subject.kind === 'module' || product.has(subjectPath(subject) ?? '');
}

function unmeasured(because: string): Measure {
  return { value: null, examined: { examined: 0, of: 0, unit: 'lines of source code' }, because };
}

/** Why some rule on code has nothing to say, if one has not; what does not apply has nothing to find. */
function whyIncomplete({ rules, interventions }: Rulebook, runs: readonly AnalyzerRun[]): string | null {
  for (const rule of rules.values()) {
    if (rule.id === COMPOUND || !looksIntoCode(rule, interventions)) continue;
    const run = runs.find(({ emits }) => emits?.includes(rule.id));
    if (run === undefined) return `nothing looked for ${rule.id}`;
    if (run.status === 'failed' || run.status === 'not-available')
      return `${run.analyzer} has no result: ${run.because}`;
  }
  return null;
}

/** A rule on files may be one on manifests; one that work on a module answers is not. */
function looksIntoCode(rule: Rule, interventions: Rulebook['interventions']): boolean {
  if (rule.dimension !== 'code') return false;
  if (rule.subject !== 'file') return rule.subject === 'function' || rule.subject === 'module';
  return [rule.intervention, rule.onCriticalPath].some(id => interventions.get(id ?? '')?.scope === 'module');
}

function percent(part: number, whole: number, examined: Extent): Measure {
  if (whole === 0) return { value: null, examined, because: 'there is not a line of code' };
  return { value: Math.round((1000 * part) / whole) / 10, examined };
}

/** Of all lines, those that findings point at. */
function countFlagged(
  findings: readonly Finding[],
  files: readonly FileFact[],
  functions: readonly FunctionFact[],
): readonly [flagged: number, all: number] {
  const marks = new Map(files.map(({ path, lines }) => [path, new Uint8Array(lines)]));
  const spans = new Map(functions.map(one => [`${one.path}#${one.name}`, one]));
  for (const { path, line = 1, endLine } of findings.flatMap(finding => stretchesOf(finding, spans)))
    marks.get(path)?.fill(1, line - 1, endLine);
  const all = [...marks.values()];
  return [sum(all, lines => lines.reduce((flagged, mark) => flagged + mark, 0)), sum(all, lines => lines.length)];
}

type Stretch = Pick<Place, 'path' | 'line' | 'endLine'>;

/** A finding points at its function, at the stretches it names, or else at its whole file; a module is too wide to point at. */
function stretchesOf({ subject, places }: Finding, spans: ReadonlyMap<string, FunctionFact>): readonly Stretch[] {
  const span = subject.kind === 'function' ? spans.get(subject.name) : undefined;
  if (span !== undefined) return [span];
  if (subject.kind === 'file' && places.every(({ line }) => line === undefined)) return [{ path: subject.name }];
  return places.filter(({ line, endLine }) => line !== undefined && endLine !== undefined);
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
