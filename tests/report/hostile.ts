import type { Report } from '../../src/report/report.ts';

/** What a hostile repository may put into any name: escapes, reordering, markup, links, table and picture syntax. */
export const HOSTILE = [
  '\u001b[31mred\u001b]0;title\u0007',
  '\u009b2Jcleared',
  'a\u202egnp.exe',
  'zero\u200bwidth\u2066\u2069',
  'line\r\nbreak\u2028here',
  '<script>alert(1)</script><img src=x onerror=y>',
  '[click](javascript:alert(1)) ![x](http://evil.example/x.png)',
  '| cell | `code` | ```fence',
  '**bold** __under__ ~~gone~~ # title',
  'https://evil.example www.evil.example @torvalds',
  '"quoted": [9, 9]; section x %% %%{init: {}}%%',
  '\ud800 lone',
].join(' ');

/** The same report with every string that could come from outside made hostile; ids, enums and digests stay. */
export function poison(report: Report): Report {
  const subject = { kind: 'file' as const, name: HOSTILE };
  const place = { path: HOSTILE, line: 3, role: HOSTILE };
  const entry = { id: HOSTILE, rule: HOSTILE, subject, priority: 'P0' as const, because: HOSTILE };
  const price = (days: [number, number, number]) => ({
    days,
    cost: { currency: HOSTILE, amount: days },
    because: [HOSTILE],
  });
  return {
    ...report,
    tool: { ...report.tool, version: HOSTILE },
    subject: { ...report.subject, name: HOSTILE, branch: HOSTILE, scope: HOSTILE, commit: HOSTILE, notes: [HOSTILE] },
    inputs: {
      ...report.inputs,
      configuration: { path: HOSTILE, fromRepository: true, digest: HOSTILE },
      baseline: HOSTILE,
    },
    verdict: { ...report.verdict, sentence: HOSTILE, because: [HOSTILE] },
    overall: { ...report.overall, because: [HOSTILE] },
    dimensions: report.dimensions.map(dimension => ({
      ...dimension,
      because: [HOSTILE],
      indicators: dimension.indicators.map(one => ({ ...one, title: HOSTILE, unit: HOSTILE, because: [HOSTILE] })),
    })),
    work: report.work.map(part => ({ ...part, cost: { currency: HOSTILE, amount: part.days } })),
    interventions: report.interventions.map(one => ({
      ...one,
      title: HOSTILE,
      scope: { ...one.scope, name: HOSTILE },
      because: [HOSTILE],
      price: price([1, 2, 3]),
      decision: {
        start: 'deferred' as const,
        questions: [{ question: HOSTILE, required: true, holds: false, because: HOSTILE }],
      },
      symptom: HOSTILE,
      rootCause: HOSTILE,
      causeBehind: HOSTILE,
      fix: HOSTILE,
      guardrail: HOSTILE,
      proof: HOSTILE,
      blockedBy: [HOSTILE],
    })),
    cuts: [HOSTILE],
    findings: report.findings.map(finding => ({
      ...finding,
      subject,
      title: HOSTILE,
      places: [place],
      evidence: { [HOSTILE]: HOSTILE },
      because: [HOSTILE],
      why: HOSTILE,
      fix: HOSTILE,
      guardrail: HOSTILE,
      confidence: 'low' as const,
    })),
    gate: {
      status: 'failed',
      failOn: 'P0',
      because: [HOSTILE],
      added: [entry],
      worsened: [entry],
      escalated: [entry],
      newlyKnown: [entry],
      newlyExamined: [entry],
      accepted: [entry],
      fixed: [entry],
      unverified: [entry],
    },
    notAssessed: [{ what: HOSTILE, because: HOSTILE }],
    questions: [{ question: HOSTILE, raisedBy: HOSTILE }],
    exhibits: {
      ...report.exhibits,
      modules: report.exhibits.modules.map(one => ({ ...one, id: HOSTILE, name: HOSTILE })),
      people: report.exhibits.people.map(one => ({ ...one, person: HOSTILE })),
      pipeline: [{ stage: 'lint', found: true, path: HOSTILE, line: 1 }],
      hotspots: report.exhibits.hotspots.map(one => ({
        ...one,
        path: HOSTILE,
        functions: [{ name: HOSTILE, changes: 3 }],
      })),
    },
    runs: [{ analyzer: HOSTILE, status: 'failed', because: HOSTILE, examined: { examined: 1, of: 2, unit: HOSTILE } }],
  };
}
