import { describe, expect, it } from 'vitest';
import type { DimensionScore, Intervention, Scores } from '../../src/model/types.ts';
import { exhibit } from '../../src/report/compose/exhibits.ts';
import { gatherGaps } from '../../src/report/compose/not-assessed.ts';
import { meetPeople } from '../../src/report/compose/people.ts';
import { reachVerdict } from '../../src/report/compose/verdict.ts';
import { sumWork } from '../../src/report/compose/work.ts';
import type { Person } from '../../src/shared/facts/history.ts';
import type { FileFact } from '../../src/shared/facts/source.ts';
import { type CollectedFacts, type FactName, known, unknown } from '../../src/shared/facts.ts';
import type { Priority } from '../../src/shared/judgement.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';
import { anIntervention } from './report-builder.ts';

const IDS = ['code', 'architecture', 'team', 'process'] as const;

function scored(...scores: (number | null)[]): Scores {
  const dimensions = IDS.map((id, index): DimensionScore => {
    const score = scores[index] ?? null;
    return {
      id,
      score,
      grade: score === null ? null : 'B',
      examined: score === null ? 0.2 : 1,
      indicators: [],
      because: [],
    };
  });
  return { overall: { score: null, grade: null, because: [] }, dimensions };
}

function work(priority: Priority, order = 1): Intervention {
  return anIntervention({ priority, order, id: `work-${order}`, title: `Do ${order}`, findings: [`f${order}`] });
}

function factsOf(some: Partial<{ [Name in FactName]: unknown }>): CollectedFacts {
  const nothing = unknown('not collected');
  const fact = (name: string) => (name in some ? known(some[name as FactName]) : nothing);
  return new Proxy({}, { get: (_, name) => fact(String(name)) }) as CollectedFacts;
}

describe('the verdict', () => {
  it.each([
    ['red', [work('P2'), work('P0', 2), work('P1', 3)], scored(90, 90, 90, 90)],
    ['red', [work('P0')], scored()],
    ['amber', [work('P1'), work('P2', 2)], scored(90, 90, 90, 90)],
    ['amber', [], scored(90, 49, 90, 90)],
    ['grey', [], scored(90)],
    ['grey', [work('P2')], scored()],
    ['grey', [work('P2')], scored(null, null, 90, 50)],
    ['amber', [], scored(null, null, 90, 49)],
    ['green', [work('P2')], scored(90, null, 90, 50)],
  ] as const)('is %s', (light, interventions, scores) => {
    const verdict = reachVerdict(interventions, scores);
    expect(verdict.light).toBe(light);
    expect(verdict.because.every(line => line.startsWith(light))).toBe(true);
  });

  it('names what to do first, by the order of the work, with its price', () => {
    const { sentence } = reachVerdict([work('P0', 2), work('P0', 1)], scored(90, 90, 90, 90));
    expect(sentence).toBe(
      '“Do 1” and 1 other piece of work cannot wait: about 68 days (36 to 160) of one engineer before anything new is built on it.',
    );
  });

  it('says of every colour what it does not rest on', () => {
    for (const interventions of [[work('P0')], [work('P1')], []]) {
      const { sentence } = reachVerdict(interventions, scored(null, 90, 90, 90));
      expect(sentence).toMatch(/Code could not be assessed\.$/);
    }
    expect(reachVerdict([], scored(null, 90, 40, null)).sentence).toMatch(/Code and process could not be assessed\.$/);
  });

  it('never calls green what was hardly examined', () => {
    expect(reachVerdict([], scored(null, 95)).light).toBe('grey');
  });
});

describe('the work of each priority', () => {
  it('adds up days, and counts a finding once', () => {
    const shared = { ...work('P1', 3), findings: ['f2', 'f9'] };
    const [urgent, next, later] = sumWork([work('P0'), { ...work('P1', 2) }, shared]);
    expect(urgent).toMatchObject({ priority: 'P0', interventions: 1, days: [18, 34, 80], cost: null });
    expect(next).toMatchObject({ interventions: 2, findings: 2, days: [36, 68, 160] });
    expect(later).toMatchObject({ interventions: 0, days: [0, 0, 0] });
  });
});

describe('people in evidence', () => {
  const ada: Person = {
    id: 'ada-l',
    name: 'Ada Lovelace',
    emails: ['ada@acme.example'],
    bot: false,
    commits: 3,
    recentCommits: 3,
    first: '2026-01-01T00:00:00Z',
    last: '2026-01-02T00:00:00Z',
    aliases: [],
  };
  const facts = factsOf({
    history: { people: [ada, { ...ada, id: 'ben', name: 'Ben', emails: ['ben@acme.example'] }] },
  });
  const told = (show: 'handle' | 'raw' | 'anonymous', evidence: Record<string, string | number>) =>
    meetPeople(facts, { ...DEFAULT_SETTINGS, people: { show, bots: [] } }).inEvidence(evidence);

  it('are named as the settings ask', () => {
    expect(told('handle', { knower: 'ada-l' })).toEqual({ knower: 'ada-l' });
    expect(told('anonymous', { foremost: 'ben', knower: 'ada-l' })).toEqual({
      foremost: 'person 2',
      knower: 'person 1',
    });
    expect(told('raw', { knower: 'ben' })).toEqual({ knower: 'Ben <ben@acme.example>' });
  });

  it('a package or a word that is also a handle stays what it is', () => {
    const evidence = { package: 'ben', examples: 'ada-l, ben', cycle: 'src/ben', files: 3 };
    expect(told('anonymous', evidence)).toEqual(evidence);
  });
});

describe('the pipeline as it is shown', () => {
  it('tells the stages that were found from those that may be there', () => {
    const sighting = { path: 'ci.yml', line: 3, job: 'test', sign: 'x', onPullRequest: true, canFail: true };
    const stages = [
      { ...sighting, stage: 'lint', confidence: 'low' },
      { ...sighting, stage: 'unit-test', confidence: 'high' },
    ];
    const setting = { steps: {}, modules: new Map(), criticalShare: null, activePeople: null, notes: [] };
    const { pipeline } = exhibit(factsOf({ pipelines: { stages } }), setting as never, {} as never);
    expect(pipeline.filter(({ found }) => found)).toEqual([
      { stage: 'unit-test', found: true, path: 'ci.yml', line: 3 },
    ]);
    expect(pipeline[0]).toEqual({ stage: 'lint', found: false, path: 'ci.yml', line: 3 });
  });
});

describe('the hotspots as they are shown', () => {
  const hot = (path: string, rank: number) => {
    return { path, complexity: 9, recentCommits: 5, commits: 8, rank, rankOfAllTime: 3 };
  };
  const show = (facts: Parameters<typeof factsOf>[0]) =>
    exhibit(factsOf(facts), NOWHERE as never, {} as never).hotspots;
  const NOWHERE = { steps: {}, modules: new Map(), criticalShare: null, activePeople: null, notes: [] };

  it('are the first fifteen, with the functions that changed most where versions were compared', () => {
    const functions = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, at) => ({ name, commits: 9 - at }));
    const shown = show({
      hotspots: Array.from({ length: 40 }, (_, at) => hot(`src/${at}.ts`, at + 1)),
      functionChurn: [{ path: 'src/0.ts', commits: 5, compared: 4, functions }],
    });
    expect(shown).toHaveLength(15);
    expect(shown[0]).toMatchObject({ path: 'src/0.ts', changesOfYear: 5, changes: 8, rank: 1, compared: 4 });
    expect(shown[0]?.functions.map(({ name, changes }) => `${name} ${changes}`)).toEqual([
      'a 9',
      'b 8',
      'c 7',
      'd 6',
      'e 5',
    ]);
    expect(shown[1]).toMatchObject({ compared: 0, functions: [] });
  });

  it('are none where the history does not tell', () => expect(show({})).toEqual([]));
});

describe('what could not be assessed', () => {
  const file = (path: string, language: string, skipped?: string): FileFact => ({
    path,
    bytes: 1,
    language,
    kind: 'source',
    lines: 12,
    code: 10,
    hash: '',
    ...(skipped === undefined ? {} : { skipped }),
  });

  it('counts what is written in languages that are not looked into, under one reason', () => {
    const files = [file('a.py', 'python'), file('b.py', 'python'), file('c.cs', 'csharp'), file('d.ts', 'typescript')];
    const gaps = gatherGaps(factsOf({ files }), [], scored(1, 1, 1, 1), DEFAULT_SETTINGS);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.what).toBe('Python (20 lines in 2 files); C# (10 lines in 1 file)');
  });

  it('names files that could not be read, gathered by reason', () => {
    const files = ['x.ts', 'y.ts', 'z.ts'].map(path => file(path, 'typescript', 'minified'));
    const gaps = gatherGaps(factsOf({ files }), [], scored(1, 1, 1, 1), DEFAULT_SETTINGS);
    expect(gaps).toEqual([{ what: '3 source files, first x.ts', because: 'minified' }]);
  });

  it('where one reason alone keeps a dimension from being assessed, it is given, once', () => {
    const unknowable = { unit: '', value: null, score: null, examined: 0 };
    const indicators = [
      { ...unknowable, id: 'people', title: 'people', weight: 50, because: ['Not assessed: this is a shallow clone.'] },
      { ...unknowable, id: 'activity', title: 'activity', weight: 35, because: [] },
    ];
    const scores = scored(1, 1, null, 1);
    const dimensions = scores.dimensions.map(one => (one.id === 'team' ? { ...one, indicators } : one));
    expect(gatherGaps(factsOf({}), [], { ...scores, dimensions }, DEFAULT_SETTINGS)[0]).toEqual({
      what: 'Team as a whole (20% of it could be); people',
      because: 'this is a shallow clone',
    });
  });

  it('a failed analyzer and an unread lock are told with their reasons', () => {
    const manifests = {
      manifests: [],
      locks: [{ path: 'bun.lockb', unread: 'it is binary' }],
      others: [],
      licences: [],
    };
    const runs = [{ analyzer: 'modules', status: 'failed' as const, because: 'it broke' }];
    const gaps = gatherGaps(factsOf({ manifests }), runs, scored(1, 1, 1, null), DEFAULT_SETTINGS);
    expect(gaps.map(({ what, because }) => `${what}: ${because}`)).toEqual([
      'Process as a whole (20% of it could be): less than half of what its score rests on could be assessed',
      'The analyzer modules: it broke',
      'The lock bun.lockb: it is binary',
    ]);
  });
});
