import type { Report } from '../../src/report/report.ts';

type Intervention = Report['interventions'][number];
type Finding = Report['findings'][number];

/** A report as it would be told of a small payments company: enough of everything for a renderer to draw. */
export function aReport(changes: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'repo-audit', version: '0.1.0' },
    subject: {
      name: 'acme-payments',
      commit: '3f2a9c1d5b7e8f90123456789abcdef012345678',
      date: '2026-03-02T10:00:00Z',
      branch: 'main',
      state: 'working-tree',
      modified: false,
      scope: '.',
      files: 214,
      code: 18402,
      criticalShare: 0.12,
      flaggedShare: 0.25,
      commits: 1310,
      notes: ['Judged with settings from the audited repository (audit.yaml).'],
    },
    inputs: {
      depth: 'full',
      configuration: { path: 'audit.yaml', fromRepository: true, digest: 'a'.repeat(64) },
      people: 'handle',
      rulebook: 'b'.repeat(64),
      advisories: null,
      baseline: null,
    },
    verdict: {
      light: 'red',
      sentence: 'Stop and fix first: refactoring the payment module cannot wait, about 34 engineer-days (18 to 80).',
      because: ['red: 1 intervention is P0: Refactor the payment module'],
    },
    overall: { score: 31, grade: 'E', because: ['the mean of code 34, team 28 and process 31'] },
    dimensions: [
      aDimension('code', 34, 'E', 0.7),
      {
        id: 'architecture',
        score: null,
        grade: null,
        examined: 0.2,
        indicators: [
          {
            id: 'resilience',
            title: 'Resilience',
            unit: 'percent',
            weight: 3,
            value: null,
            score: null,
            examined: 0,
            because: ['not assessed: this version does not look at it'],
          },
        ],
        because: ['not assessed: less than half of its weight could be examined'],
      },
      aDimension('team', 28, 'E', 1),
      aDimension('process', 31, 'E', 0.8),
    ],
    work: [
      { priority: 'P0', interventions: 1, findings: 2, days: [18, 34, 80], cost: null },
      { priority: 'P1', interventions: 1, findings: 1, days: [3, 6, 10], cost: null },
      { priority: 'P2', interventions: 0, findings: 0, days: [0, 0, 0], cost: null },
    ],
    interventions: [anIntervention(), aPipeline()],
    cuts: [],
    findings: [aFinding(), aGodFile(), aMissingPipeline()],
    gate: {
      status: 'off',
      failOn: null,
      because: ['nothing was asked of it'],
      added: [],
      worsened: [],
      escalated: [],
      newlyKnown: [],
      newlyExamined: [],
      accepted: [],
      fixed: [],
      unverified: [],
    },
    notAssessed: [
      { what: 'Architecture', because: 'less than half of its weight could be examined' },
      {
        what: 'Python (1,200 lines in 14 files)',
        because: 'counted, but this version looks into JavaScript and TypeScript only',
      },
    ],
    questions: [{ question: 'Who is called when a payment fails at night?', raisedBy: 'no monitoring stage' }],
    exhibits: {
      files: [{ kind: 'source', language: 'typescript', files: 160, code: 18402 }],
      modules: [
        {
          id: 'src/payments',
          name: 'payments',
          files: 4,
          code: 2900,
          critical: true,
          busFactor: 1,
          dependsOn: ['src/db'],
        },
        { id: 'src/db', name: 'db', files: 6, code: 800, critical: false, busFactor: 2, dependsOn: [] },
      ],
      people: [
        { person: 'ada', share: 0.62, files: 98, active: true },
        { person: 'ben', share: 0.2, files: 31, active: false },
      ],
      pipeline: [{ stage: 'lint', found: false, path: null, line: null }],
      months: [{ month: '2026-02', commits: 40, people: 3 }],
      copies: {
        source: { repeated: 120, lines: 4000 },
        tests: { repeated: 90, lines: 600 },
        largest: [
          {
            likeness: 'renamed',
            lines: 40,
            tokens: 300,
            places: [
              { path: 'src/pay/charge.ts', line: 12, endLine: 55 },
              { path: 'src/pay/refund.ts', line: 20, endLine: 63 },
            ],
          },
        ],
      },
      hotspots: [
        {
          path: 'src/payments/charge.ts',
          complexity: 214,
          changesOfYear: 61,
          changes: 190,
          rank: 1,
          rankOfAllTime: 2,
          compared: 50,
          functions: [
            { name: 'charge', changes: 31 },
            { name: 'refund', changes: 4 },
            { name: 'receipt', changes: 1 },
          ],
        },
        {
          path: 'src/db/store.ts',
          complexity: 90,
          changesOfYear: 12,
          changes: 12,
          rank: 2,
          rankOfAllTime: 9,
          compared: 0,
          functions: [],
        },
      ],
    },
    runs: [
      {
        analyzer: 'complexity',
        status: 'completed',
        because: null,
        examined: { examined: 160, of: 174, unit: 'files' },
      },
      { analyzer: 'bus-factor', status: 'not-available', because: 'the history is shallow', examined: null },
    ],
    ...changes,
  };
}

export function anIntervention(changes: Partial<Intervention> = {}): Intervention {
  return {
    id: 'refactor-module:src/payments',
    kind: 'refactor-module',
    title: 'Refactor the payments module',
    dimension: 'code',
    scope: { kind: 'module', name: 'src/payments' },
    impact: 'critical',
    effort: 'high',
    priority: 'P0',
    because: ['its worst finding is entangled-1f2e3d4c: critical'],
    findings: ['complex-function-0a1b2c3d', 'god-file-4d5e6f70'],
    blockedBy: [],
    price: { days: [18, 34, 80], cost: null, because: ['2,500 lines to reshape'] },
    order: 1,
    phase: '30 days',
    decision: {
      questions: [
        { question: "Does it solve today's problem?", required: true, holds: true, because: 'its worst finding is P0' },
        { question: 'Can it be built in time?', required: true, holds: true, because: '34 days fit in 90' },
      ],
      start: 'now',
    },
    symptom: 'Every change to payments takes longer than the last one.',
    rootCause: 'Fifteen responsibilities share one file.',
    causeBehind: 'Nobody owns the module, so everybody adds to it.',
    fix: 'Split it by responsibility, behind the interface that it has today.',
    guardrail: 'A limit on complexity that fails the build.',
    proof: 'The share of complex code in the module, below 10%.',
    ...changes,
  };
}

export function aPipeline(): Intervention {
  return anIntervention({
    id: 'set-up-pipeline:.',
    kind: 'set-up-pipeline',
    title: 'Set up a delivery pipeline',
    dimension: 'process',
    scope: { kind: 'repository', name: '.' },
    impact: 'high',
    effort: 'medium',
    priority: 'P1',
    findings: ['no-pipeline-11223344'],
    blockedBy: ['refactor-module:src/payments'],
    price: { days: [3, 6, 10], cost: null, because: ['eleven stages, three of them needed now'] },
    order: 2,
    phase: '60 days',
  });
}

export function aFinding(changes: Partial<Finding> = {}): Finding {
  return {
    id: 'complex-function-0a1b2c3d',
    rule: 'complex-function',
    dimension: 'code',
    subject: { kind: 'function', name: 'src/payments/charge.ts#charge' },
    module: 'src/payments',
    title: 'charge is too tangled to change safely',
    places: [{ path: 'src/payments/charge.ts', line: 120, role: 'definition' }],
    evidence: { cyclomatic: 46, cognitive: 71, lines: 310 },
    impact: 'critical',
    effort: 'high',
    hours: [16, 32, 64],
    priority: 'P0',
    confidence: 'high',
    intervention: 'refactor-module:src/payments',
    why: 'Every change here costs more than the last one.',
    fix: 'Split it into steps that can be tested alone.',
    guardrail: 'A limit on complexity.',
    because: ['cyclomatic 46 is above 40: high', 'raised by critical-path: a payment SDK is used here'],
    parts: [],
    ...changes,
  };
}

function aGodFile(): Finding {
  return aFinding({
    id: 'god-file-4d5e6f70',
    rule: 'god-file',
    subject: { kind: 'file', name: 'src/payments/charge.ts' },
    title: 'src/payments/charge.ts does too many things',
    places: [{ path: 'src/payments/charge.ts', role: 'definition' }],
    evidence: { lines: 2510, exports: 15 },
    impact: 'high',
    priority: 'P1',
  });
}

function aMissingPipeline(): Finding {
  return aFinding({
    id: 'no-pipeline-11223344',
    rule: 'no-pipeline',
    dimension: 'process',
    subject: { kind: 'repository', name: '.' },
    module: null,
    title: 'Nothing checks a change before it is merged',
    places: [],
    evidence: {},
    impact: 'high',
    effort: 'medium',
    priority: 'P1',
    intervention: 'set-up-pipeline:.',
  });
}

function aDimension(
  id: Report['dimensions'][number]['id'],
  score: number,
  grade: Report['dimensions'][number]['grade'],
  examined: number,
): Report['dimensions'][number] {
  return {
    id,
    score,
    grade,
    examined,
    indicators: [
      {
        id: `${id}-measure`,
        title: `What ${id} rests on`,
        unit: 'percent',
        weight: 10,
        value: 41.5,
        score,
        examined,
        because: ['41.5 lies between 30 and 50'],
      },
    ],
    because: [`the weighted mean of what was assessed: ${score}`],
  };
}
