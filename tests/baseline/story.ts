import { compare } from '../../src/baseline/compare.ts';
import { createBaseline } from '../../src/baseline/create.ts';
import type { Baseline } from '../../src/baseline/types.ts';
import { judge } from '../../src/findings/judge.ts';
import { type Rule, type Rulebook, ruleSchema } from '../../src/rulebook/rulebook.ts';
import type { AnalyzerRun } from '../../src/shared/analyzer.ts';
import type { FileHistory, HistoryFacts } from '../../src/shared/facts/history.ts';
import type { FileFact, FunctionFact } from '../../src/shared/facts/source.ts';
import { type CollectedFacts, known, unknown } from '../../src/shared/facts.ts';
import type { Impact, Priority, Step } from '../../src/shared/judgement.ts';
import type { Observation } from '../../src/shared/observation.ts';
import type { Setting } from '../../src/shared/setting.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/shared/settings.ts';
import type { SubjectKind } from '../../src/shared/subject.ts';

export const KEY = '5a'.repeat(32);

/** What one audit saw, as far as the gate cares. */
export interface Audit {
  readonly seen?: readonly Observation[];
  readonly critical?: readonly string[];
  /** Module of each file. */
  readonly modules?: Readonly<Record<string, string>>;
  readonly files?: readonly FileFact[];
  readonly functions?: readonly FunctionFact[];
  readonly renames?: readonly { readonly from: string; readonly to: string }[];
  readonly changed?: Readonly<Record<string, string>>;
  readonly commit?: string;
  readonly date?: string;
  readonly advisories?: string | null;
  readonly settings?: Partial<Settings>;
  readonly rulebook?: Rulebook;
  /** Instead of the one analyzer that completes and saw everything. */
  readonly runs?: readonly AnalyzerRun[];
}

const rule = (id: string, subject: SubjectKind, changes: Partial<Rule> = {}): Rule =>
  ruleSchema.parse({
    id,
    dimension: 'code',
    subject,
    title: `{name} has ${id}`,
    measure: 'size',
    source: 'made up for a test',
    ladder: [
      { above: 100, impact: 'critical', hours: [1, 2, 3] },
      { above: 40, impact: 'high', hours: [1, 2, 3] },
      { above: 20, impact: 'medium', hours: [1, 2, 3] },
      { impact: 'low', hours: [1, 2, 3] },
    ],
    raises: ['critical-path', 'hotspot'],
    why: 'w',
    rootCause: 'r',
    fix: 'f',
    guardrail: 'g',
    intervention: 'tidy-up',
    ...changes,
  });

export function rulebook(...more: Rule[]): Rulebook {
  const rules = [
    rule('big', 'function'),
    rule('odd', 'file'),
    rule('stale', 'package'),
    rule('vulnerable-package', 'package'),
    rule('apart', 'module'),
    ...more,
  ];
  const to = (priority: Priority) => ({ low: priority, medium: priority, high: priority });
  return {
    digest: 'rules',
    rules: new Map(rules.map(one => [one.id, one])),
    interventions: new Map(),
    matrix: { critical: to('P0'), high: to('P1'), medium: to('P2'), low: to('P2') } satisfies Record<Impact, unknown>,
    scoring: { rebuild: { hoursPerLine: 0.5, source: 's' }, grades: { A: 80, B: 65, C: 50, D: 35 }, indicators: [] },
  };
}

export { rule };

/** A large function; its digest stands for its code. */
export function big(name: string, code: string, size = 30, line = 1): Observation {
  const [path = ''] = name.split('#');
  return {
    rule: 'big',
    subject: { kind: 'function', name },
    places: [{ path, line, role: 'definition', digest: code }],
    confidence: 'high',
    evidence: { size },
  };
}

/** Something odd in a file, within code of its own. */
export function odd(path: string, code: string, line: number, size = 30): Observation {
  return {
    rule: 'odd',
    subject: { kind: 'file', name: path },
    places: [{ path, line, role: 'code', digest: code }],
    confidence: 'high',
    evidence: { size },
  };
}

export function about(rule: string, kind: SubjectKind, name: string, size = 30): Observation {
  return { rule, subject: { kind, name }, places: [], confidence: 'high', evidence: { size } };
}

export function source(path: string, changes: Partial<FileFact> = {}): FileFact {
  return { path, bytes: 1, language: 'typescript', kind: 'source', lines: 1, code: 1, hash: path, ...changes };
}

export function completed(
  seen: readonly Observation[],
  changes: Partial<Extract<AnalyzerRun, { status: 'completed' }>> = {},
): AnalyzerRun {
  return {
    analyzer: 'looker',
    emits: ['big', 'odd', 'stale', 'vulnerable-package', 'apart'],
    status: 'completed',
    observations: seen,
    measures: {},
    examined: { examined: 10, of: 10, unit: 'files' },
    ...changes,
  };
}

export function accept(audit: Audit, previous: Baseline | null = null): Baseline {
  const { runs, facts, setting, book, settings } = prepare(audit);
  return createBaseline({
    findings: judge(runs, setting, book),
    runs,
    facts,
    setting,
    rulebook: book,
    settings,
    version: '1.0.0',
    key: KEY,
    previous,
  });
}

export function gate(audit: Audit, baseline: Baseline | null, failOn: Priority | null = 'P0') {
  const { runs, facts, setting, book, settings } = prepare(audit);
  return compare({
    findings: judge(runs, setting, book),
    runs,
    facts,
    setting,
    rulebook: book,
    settings,
    baseline,
    failOn,
  });
}

function prepare(audit: Audit) {
  const runs = audit.runs ?? [completed(audit.seen ?? [])];
  return {
    runs,
    facts: factsOf(audit),
    setting: settingOf(audit),
    book: audit.rulebook ?? rulebook(),
    settings: { ...DEFAULT_SETTINGS, ...audit.settings },
  };
}

export function factsOf({
  seen = [],
  files,
  functions = [],
  renames,
  changed = {},
  commit = 'c1',
  date = '2026-01-01T00:00:00Z',
  advisories = null,
}: Audit): CollectedFacts {
  const missing = unknown('nobody asked');
  const paths = new Set(seen.flatMap(({ places }) => places.map(({ path }) => path)));
  const history: HistoryFacts = {
    completeness: 'full',
    notes: [],
    commits: 1,
    first: date,
    last: date,
    people: [],
    files: new Map(
      Object.entries(changed).map(([path, lastChanged]) => [
        path,
        { path, commits: 1, recentCommits: 1, lastChanged, contributions: [] } satisfies FileHistory,
      ]),
    ),
    months: [],
    reviews: { commits: 0, merged: 0, numbered: 0, trailers: 0 },
    renames: renames ?? [],
  };
  return {
    repository: known({ name: 'r', commit, date, branch: null, state: 'commit', modified: false, scope: '.' }),
    files: known(files ?? [...paths].sort().map(path => source(path))),
    functions: known(functions),
    imports: known([]),
    exports: known([]),
    clones: missing,
    mentions: known([]),
    modules: known({
      modules: seen
        .filter(({ subject }) => subject.kind === 'module')
        .map(({ subject }) => ({ id: subject.name, name: subject.name, kind: 'folder' as const, files: [], code: 1 })),
      of: new Map(),
    }),
    criticalPath: missing,
    markers: missing,
    sightings: known(new Map()),
    closeLook: known([]),
    history: renames === undefined && Object.keys(changed).length === 0 ? missing : known(history),
    hotspots: missing,
    functionChurn: missing,
    authorship: missing,
    ownership: missing,
    manifests: missing,
    advisories: known({ digest: advisories, advisories: [] }),
    pipelines: missing,
    tests: missing,
    coverage: missing,
  };
}

function settingOf({ critical = [], modules = {} }: Audit): Setting {
  const none = new Map<string, string>();
  const steps: Record<Step, ReadonlyMap<string, string>> = {
    'critical-path': new Map(critical.map(key => [key, 'money'])),
    hotspot: none,
    'single-knower': none,
    reach: none,
    quiet: none,
  };
  return { steps, modules: new Map(Object.entries(modules)), criticalShare: 0, activePeople: null, notes: [] };
}
