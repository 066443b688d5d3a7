import { z } from 'zod';
import { STAGES } from '../shared/facts/pipelines.ts';
import { FILE_KINDS } from '../shared/facts/source.ts';
import { CONFIDENCES, DIMENSIONS, EFFORTS, IMPACTS, PRIORITIES } from '../shared/judgement.ts';
import { SUBJECT_KINDS } from '../shared/subject.ts';

/** Everything a reader is told, in the order they are told it. The JSON report is exactly this. */

const because = z.array(z.string()).describe('The steps of the judgement, one a line.');
const hours = z.tuple([z.number(), z.number(), z.number()]).describe('Low, likely and high.');
const share = z.number().min(0).max(1);
const subject = z.strictObject({ kind: z.enum(SUBJECT_KINDS), name: z.string() });
const grade = z.enum(['A', 'B', 'C', 'D', 'E']).nullable().describe('null: not assessed.');
const score = z.number().min(0).max(100).nullable().describe('0-100; null: not assessed.');
const extent = z.strictObject({ examined: z.number(), of: z.number(), unit: z.string() });

const indicatorSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  weight: z.number(),
  value: z.number().nullable(),
  score,
  examined: share,
  because,
});

const dimensionSchema = z.strictObject({
  id: z.enum(DIMENSIONS),
  score,
  grade,
  examined: share.describe("Share of the dimension's weight that was assessed."),
  indicators: z.array(indicatorSchema),
  because,
});

const priceSchema = z.strictObject({
  days: hours.describe('Engineer-days of 8 hours.'),
  cost: z.strictObject({ currency: z.string(), amount: hours }).nullable(),
  because,
});

const decisionSchema = z.strictObject({
  questions: z.array(
    z.strictObject({ question: z.string(), required: z.boolean(), holds: z.boolean(), because: z.string() }),
  ),
  start: z.enum(['now', 'deferred']),
});

const interventionSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  dimension: z.enum(DIMENSIONS),
  scope: z.strictObject({ kind: z.enum(['repository', 'service', 'store', 'module']), name: z.string() }),
  impact: z.enum(IMPACTS),
  effort: z.enum(EFFORTS),
  priority: z.enum(PRIORITIES),
  because,
  findings: z.array(z.string()),
  blockedBy: z.array(z.string()),
  price: priceSchema,
  order: z.number(),
  phase: z.enum(['30 days', '60 days', '90 days', 'later']),
  decision: decisionSchema,
  symptom: z.string(),
  rootCause: z.string(),
  causeBehind: z.string(),
  fix: z.string(),
  guardrail: z.string(),
  proof: z.string(),
});

const findingSchema = z.strictObject({
  id: z.string(),
  rule: z.string(),
  dimension: z.enum(DIMENSIONS),
  subject,
  module: z.string().nullable(),
  title: z.string(),
  places: z.array(
    z.strictObject({ path: z.string(), line: z.number().optional(), endLine: z.number().optional(), role: z.string() }),
  ),
  evidence: z.record(z.string(), z.union([z.string(), z.number()])),
  impact: z.enum(IMPACTS),
  effort: z.enum(EFFORTS),
  hours,
  priority: z.enum(PRIORITIES),
  confidence: z.enum(CONFIDENCES),
  intervention: z.string().nullable(),
  why: z.string(),
  fix: z.string(),
  guardrail: z.string(),
  because,
  parts: z.array(z.string()),
});

const gateEntrySchema = z.strictObject({
  id: z.string(),
  rule: z.string(),
  subject,
  priority: z.enum(PRIORITIES),
  because: z.string(),
});

const gateSchema = z.strictObject({
  status: z.enum(['off', 'passed', 'failed', 'inconclusive']),
  failOn: z.enum(PRIORITIES).nullable(),
  because,
  added: z.array(gateEntrySchema),
  worsened: z.array(gateEntrySchema),
  escalated: z.array(gateEntrySchema),
  newlyKnown: z.array(gateEntrySchema),
  newlyExamined: z.array(gateEntrySchema),
  accepted: z.array(gateEntrySchema),
  fixed: z.array(gateEntrySchema),
  unverified: z.array(gateEntrySchema),
});

const repetitionSchema = z
  .strictObject({ repeated: z.number(), lines: z.number() })
  .describe('Lines of code that stand elsewhere as they are, and of how many.');

const exhibitsSchema = z.strictObject({
  files: z.array(
    z.strictObject({ kind: z.enum(FILE_KINDS), language: z.string().nullable(), files: z.number(), code: z.number() }),
  ),
  modules: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      files: z.number(),
      code: z.number(),
      critical: z.boolean(),
      busFactor: z.number().nullable(),
      dependsOn: z.array(z.string()),
    }),
  ),
  people: z.array(
    z.strictObject({
      person: z.string(),
      share: share.describe('Share of the source files that this person knows.'),
      files: z.number(),
      active: z.boolean(),
    }),
  ),
  pipeline: z.array(
    z.strictObject({
      stage: z.enum(STAGES),
      found: z.boolean(),
      path: z.string().nullable(),
      line: z.number().nullable(),
    }),
  ),
  months: z.array(z.strictObject({ month: z.string(), commits: z.number(), people: z.number() })),
  copies: z
    .strictObject({
      source: repetitionSchema,
      tests: repetitionSchema,
      largest: z.array(
        z.strictObject({
          likeness: z.enum(['exact', 'renamed']).describe('renamed: some copy has other names for its variables.'),
          lines: z.number().describe('Lines of code in each copy.'),
          tokens: z.number(),
          places: z.array(z.strictObject({ path: z.string(), line: z.number(), endLine: z.number() })),
        }),
      ),
    })
    .nullable()
    .describe("What stands more than once in the product's code; null when nothing looked for it."),
  hotspots: z
    .array(
      z.strictObject({
        path: z.string(),
        complexity: z.number().describe('Paths through all of its functions (cyclomatic).'),
        changesOfYear: z.number(),
        changes: z.number(),
        rank: z.number().describe('Among all source files, by changes of the last year × complexity.'),
        rankOfAllTime: z.number().describe('The same by all changes there are.'),
        compared: z.number().describe('The latest changes of the year whose lines were compared; 0 where none were.'),
        functions: z
          .array(z.strictObject({ name: z.string(), changes: z.number() }))
          .describe('Those whose own lines changed most often in what was compared.'),
      }),
    )
    .describe('The files in which change and complexity met in the last year, the hottest first.'),
});

export const reportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  subject: z.strictObject({
    name: z.string(),
    commit: z.string().nullable(),
    date: z.string().nullable(),
    branch: z.string().nullable(),
    state: z.enum(['working-tree', 'commit', 'folder']),
    modified: z.boolean(),
    scope: z.string(),
    files: z.number(),
    code: z
      .number()
      .describe('Lines of source that are neither blank nor comment; tests, generated and vendored files apart.'),
    criticalShare: share.nullable().describe('Share of the source lines on the critical path; null without source.'),
    flaggedShare: share
      .nullable()
      .describe(
        "Share of the product's lines that some finding on code points at; null when not all of them were looked for.",
      ),
    commits: z.number().nullable(),
    notes: z.array(z.string()),
  }),
  inputs: z.strictObject({
    depth: z.enum(['quick', 'full']),
    configuration: z.strictObject({ path: z.string(), fromRepository: z.boolean(), digest: z.string() }).nullable(),
    people: z.enum(['handle', 'raw', 'anonymous']).describe('How people are named.'),
    rulebook: z.string(),
    advisories: z.string().nullable(),
    baseline: z.string().nullable(),
  }),
  verdict: z.strictObject({
    light: z.enum(['red', 'amber', 'green', 'grey']).describe('grey: too little could be assessed.'),
    sentence: z.string(),
    because,
  }),
  overall: z.strictObject({ score, grade, because }),
  dimensions: z.array(dimensionSchema),
  work: z.array(
    z.strictObject({
      priority: z.enum(PRIORITIES),
      interventions: z.number(),
      findings: z.number(),
      days: hours.describe('Engineer-days of 8 hours, all interventions of this priority together.'),
      cost: z.strictObject({ currency: z.string(), amount: hours }).nullable(),
    }),
  ),
  interventions: z.array(interventionSchema),
  cuts: z.array(z.string()).describe('What blocks what went in a circle here, and was cut.'),
  findings: z.array(findingSchema),
  gate: gateSchema,
  notAssessed: z.array(z.strictObject({ what: z.string(), because: z.string() })),
  questions: z.array(z.strictObject({ question: z.string(), raisedBy: z.string() })),
  exhibits: exhibitsSchema,
  runs: z.array(
    z.strictObject({
      analyzer: z.string(),
      status: z.enum(['completed', 'not-applicable', 'not-available', 'failed']),
      because: z.string().nullable(),
      examined: extent.nullable(),
    }),
  ),
});

export type Report = z.infer<typeof reportSchema>;
