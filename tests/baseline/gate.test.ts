import { describe, expect, it } from 'vitest';
import type { Gate } from '../../src/baseline/types.ts';
import { about, accept, big, completed, gate, odd, rule, rulebook, source } from './story.ts';

const LISTS = [
  'added',
  'worsened',
  'escalated',
  'newlyKnown',
  'newlyExamined',
  'accepted',
  'fixed',
  'unverified',
] as const;
/** Which subjects stand in which list; empty lists left out. */
const lists = (gate: Gate) =>
  Object.fromEntries(
    LISTS.flatMap(name =>
      gate[name].length === 0 ? [] : [[name, gate[name].map(({ subject }) => subject.name).sort()]],
    ),
  );

const charge = big('src/pay.ts#charge', 'aa', 50);

describe('without a baseline', () => {
  it('the gate is off unless there is something to fail on', () =>
    expect(gate({ seen: [charge] }, null, null).status).toBe('off'));
  it('every finding counts as added', () => {
    expect(gate({ seen: [charge] }, null, 'P1')).toMatchObject({
      status: 'failed',
      added: [{ subject: { name: 'src/pay.ts#charge' }, priority: 'P1' }],
    });
    expect(gate({ seen: [charge] }, null, 'P0').status).toBe('passed');
  });
});

describe('against a baseline', () => {
  it('known debt passes', () => {
    const result = gate({ seen: [charge] }, accept({ seen: [charge] }), 'P2');
    expect([result.status, lists(result)]).toEqual(['passed', { accepted: ['src/pay.ts#charge'] }]);
  });

  it('a new finding of the priority fails, a lesser one passes', () => {
    const baseline = accept({ seen: [] });
    expect(gate({ seen: [big('a.ts#f', 'aa', 200)] }, baseline).status).toBe('failed');
    expect(gate({ seen: [big('a.ts#f', 'aa', 90)] }, baseline).status).toBe('passed');
  });

  it('one that gathers many places is still known when it is called after another of them', () => {
    const book = rulebook(rule('heap', 'file', { gathers: true }), rule('single', 'file'));
    const named = (name: string, kind: string) => ({ seen: [about(kind, 'file', name)], rulebook: book });
    const renamed = (kind: string) => {
      const { status, ...others } = gate(named('tests/b.test.ts', kind), accept(named('tests/a.test.ts', kind)), 'P2');
      return [status, lists({ status, ...others })];
    };
    expect(renamed('heap')).toEqual(['passed', { accepted: ['tests/b.test.ts'] }]);
    expect(renamed('single')).toEqual(['failed', { added: ['tests/b.test.ts'], fixed: ['tests/a.test.ts'] }]);
  });

  it('names the most urgent of what fails, whether new or worse', () => {
    const added = big('src/list.ts#list', 'cc', 90);
    const result = gate({ seen: [added, big('src/pay.ts#charge', 'bb', 120)] }, accept({ seen: [charge] }), 'P1');
    expect([...result.added, ...result.worsened].map(({ priority }) => priority)).toEqual(['P1', 'P0']);
    expect(result.because[0]).toContain(result.worsened[0]?.id);
  });

  it('one that is gone is fixed', () =>
    expect(lists(gate({ seen: [], files: [source('src/pay.ts')] }, accept({ seen: [charge] })))).toEqual({
      fixed: ['src/pay.ts#charge'],
    }));

  it('a fixed one keeps the id that it had', () => {
    const baseline = accept({ seen: [charge] });
    expect(gate({ seen: [] }, baseline).fixed[0]?.id).toBe(gate({ seen: [charge] }, baseline).accepted[0]?.id);
  });

  it('a known one whose own measure worsened into the priority fails', () => {
    const result = gate({ seen: [big('src/pay.ts#charge', 'bb', 120)] }, accept({ seen: [charge] }));
    expect([result.status, lists(result)]).toEqual(['failed', { worsened: ['src/pay.ts#charge'] }]);
    expect(result.worsened[0]?.because).toContain('from 50 to 120');
  });

  it('a known one whose surroundings alone became critical is escalated, and passes', () => {
    const result = gate({ seen: [charge], critical: ['file:src/pay.ts'] }, accept({ seen: [charge] }));
    expect([result.status, lists(result)]).toEqual(['passed', { escalated: ['src/pay.ts#charge'] }]);
  });

  it('a little worse in new surroundings is still escalated: alone it would not have mattered', () => {
    const result = gate(
      { seen: [big('src/pay.ts#charge', 'aa', 60)], critical: ['file:src/pay.ts'] },
      accept({ seen: [charge] }),
    );
    expect([result.status, lists(result)]).toEqual(['passed', { escalated: ['src/pay.ts#charge'] }]);
  });

  it('worse in surroundings that were critical all along fails', () => {
    const before = { seen: [big('src/pay.ts#charge', 'aa', 30)], critical: ['file:src/pay.ts'] };
    expect(gate({ ...before, seen: [big('src/pay.ts#charge', 'bb', 60)] }, accept(before)).status).toBe('failed');
  });

  it('worse, in surroundings that the baseline remembers and today cannot tell, fails too', () => {
    const baseline = accept({ seen: [big('src/pay.ts#charge', 'aa', 30)], critical: ['file:src/pay.ts'] });
    expect(gate({ seen: [big('src/pay.ts#charge', 'bb', 60)] }, baseline).status).toBe('failed');
  });

  it('a measure that ought to be high worsens by falling', () => {
    const book = rulebook(
      rule('bare', 'module', {
        ladder: [
          { below: 10, impact: 'critical', hours: [1, 2, 3] },
          { below: 60, impact: 'medium', hours: [1, 2, 3] },
          { impact: 'low', hours: [1, 2, 3] },
        ],
      }),
    );
    const baseline = accept({ seen: [about('bare', 'module', 'src/pay', 40)], rulebook: book });
    expect(gate({ seen: [about('bare', 'module', 'src/pay', 5)], rulebook: book }, baseline).status).toBe('failed');
  });

  it('a stricter rulebook escalates and blames nobody', () => {
    const strict = rulebook(rule('big', 'function', { ladder: [{ impact: 'critical', hours: [1, 2, 3] }] }));
    const result = gate({ seen: [charge], rulebook: { ...strict, digest: 'other' } }, accept({ seen: [charge] }));
    expect([result.status, lists(result)]).toEqual(['passed', { escalated: ['src/pay.ts#charge'] }]);
  });
});

describe('what nobody added', () => {
  it('a rule that is newer than the baseline makes findings newly known', () => {
    const baseline = accept({ seen: [] });
    const result = gate(
      { seen: [about('fresh-rule', 'module', 'src/a', 500)], rulebook: rulebook(rule('fresh-rule', 'module')) },
      baseline,
    );
    expect([result.status, lists(result)]).toEqual(['passed', { newlyKnown: ['src/a'] }]);
  });

  it('so does another set of advisories, and the same set does not', () => {
    const seen = [about('vulnerable-package', 'package', 'package.json#left-pad', 500)];
    const baseline = accept({ seen: [], advisories: 'monday' });
    expect(lists(gate({ seen, advisories: 'tuesday' }, baseline))).toEqual({ newlyKnown: ['package.json#left-pad'] });
    expect(gate({ seen, advisories: 'monday' }, baseline).status).toBe('failed');
  });

  it('another set of advisories hides no package that came with a later change of the lock', () => {
    const bad = about('vulnerable-package', 'package', 'package-lock.json#left-pad@1', 500);
    const seen = [{ ...bad, places: [{ path: 'package-lock.json', role: 'lock' }] }];
    const baseline = accept({ seen: [], advisories: 'monday', date: '2026-01-01T00:00:00Z' });
    const tuesday = (lastChanged: string) =>
      gate({ seen, advisories: 'tuesday', changed: { 'package-lock.json': lastChanged } }, baseline);
    expect(tuesday('2026-02-01T00:00:00Z').status).toBe('failed');
    expect(lists(tuesday('2025-12-01T00:00:00Z'))).toEqual({ newlyKnown: ['package-lock.json#left-pad@1'] });
  });

  it('a known package that new advisories make worse blames nobody', () => {
    const seen = (size: number) => [about('vulnerable-package', 'package', 'package.json#left-pad', size)];
    const baseline = accept({ seen: seen(30), advisories: 'monday' });
    expect(lists(gate({ seen: seen(500), advisories: 'tuesday' }, baseline))).toEqual({
      escalated: ['package.json#left-pad'],
    });
    expect(gate({ seen: seen(500), advisories: 'monday' }, baseline).status).toBe('failed');
  });

  it('a file that was passed over and has not changed since is newly examined', () => {
    const baseline = accept({
      seen: [],
      files: [source('a.ts', { skipped: 'too large' })],
      date: '2026-01-01T00:00:00Z',
    });
    const seen = [big('a.ts#f', 'aa', 500)];
    expect(lists(gate({ seen, changed: { 'a.ts': '2025-12-01T00:00:00Z' } }, baseline))).toEqual({
      newlyExamined: ['a.ts#f'],
    });
    expect(lists(gate({ seen, changed: { 'a.ts': '2026-02-01T00:00:00Z' } }, baseline))).toEqual({ added: ['a.ts#f'] });
  });

  it('a language that was not read is newly examined once it is', () => {
    const baseline = accept({ seen: [], files: [source('a.py', { language: 'python' })] });
    expect(baseline.unexamined.languages).toEqual(['python']);
    expect(
      lists(gate({ seen: [big('a.py#f', 'aa', 500)], files: [source('a.py', { language: 'python' })] }, baseline)),
    ).toEqual({ newlyExamined: ['a.py#f'] });
  });

  it('an analyzer that had not run makes its findings newly examined', () => {
    const baseline = accept({ seen: [], runs: [completed([], { analyzer: 'other', emits: [] })] });
    expect(lists(gate({ seen: [big('a.ts#f', 'aa', 500)] }, baseline))).toEqual({ newlyExamined: ['a.ts#f'] });
  });
});

describe('what could not be checked', () => {
  const baseline = accept({ seen: [charge] });
  const broken = { analyzer: 'looker', emits: ['big'], status: 'failed', because: 'it broke' } as const;
  const other = completed([], { analyzer: 'other', emits: [] });

  it('makes the gate inconclusive, and nothing fixed', () => {
    const result = gate({ runs: [broken, other] }, baseline);
    expect([result.status, lists(result)]).toEqual(['inconclusive', { unverified: ['src/pay.ts#charge'] }]);
    expect(result.because.join()).toContain('it broke');
  });

  it('so does a fact that went missing where the baseline had it', () => {
    expect(gate({ runs: [{ ...broken, status: 'not-available' }, other] }, baseline).status).toBe('inconclusive');
  });

  it('so does a missing fact without a baseline: every finding counts, and some could not be looked for', () =>
    expect(gate({ runs: [{ ...broken, status: 'not-available' }, other] }, null).status).toBe('inconclusive'));

  it('so does an analyzer that looked at much then and at nothing now', () => {
    const blind = completed([], { examined: { examined: 0, of: 10, unit: 'files' } });
    const result = gate({ runs: [blind, other] }, baseline);
    expect([result.status, result.because.join()]).toEqual(['inconclusive', expect.stringContaining('none of the')]);
  });

  it('so do advisories that the baseline had and nobody gave this time', () => {
    const known = accept({ seen: [charge], advisories: 'monday' });
    expect(gate({ seen: [charge] }, known).status).toBe('inconclusive');
    expect(gate({ seen: [charge], advisories: 'tuesday' }, known).status).toBe('passed');
  });

  it('but not where no finding of that analyzer could be so urgent', () => {
    const mild = rulebook(
      rule('big', 'function', { ladder: [{ impact: 'medium', hours: [1, 2, 3] }], raises: ['hotspot', 'reach'] }),
    );
    expect(gate({ runs: [{ ...broken, status: 'not-available' }, other], rulebook: mild }, baseline).status).toBe(
      'passed',
    );
    expect(gate({ runs: [{ ...broken, status: 'not-available' }, other], rulebook: mild }, baseline, 'P1').status).toBe(
      'inconclusive',
    );
  });

  it('a crash counts without a baseline, too', () =>
    expect(gate({ runs: [broken, other] }, null).status).toBe('inconclusive'));

  it('does not hide what is known to have failed', () => {
    const bad = completed([odd('a.ts', 'aa', 1, 500)], { analyzer: 'other', emits: ['odd'] });
    expect(gate({ runs: [broken, bad] }, null).status).toBe('failed');
  });

  it('nothing analysed is never a pass', () => {
    expect(gate({ runs: [] }, baseline).status).toBe('inconclusive');
    expect(gate({ runs: [] }, null, null).status).toBe('inconclusive');
    expect(gate({ runs: [completed([], { examined: { examined: 0, of: 7, unit: 'files' } })] }, baseline).status).toBe(
      'inconclusive',
    );
  });

  it('an analyzer left out on purpose verifies nothing and blocks nothing', () => {
    const result = gate({ runs: [other] }, baseline);
    expect([result.status, lists(result)]).toEqual(['passed', { unverified: ['src/pay.ts#charge'] }]);
  });

  it.each([
    ['excluded', { settings: { exclude: ['src/**'] }, files: [] }],
    ['called a fixture', { files: [source('src/pay.ts', { kind: 'fixture' as const })] }],
    ['called a test', { files: [source('src/pay.ts', { kind: 'test' as const })] }],
    ['called markup', { files: [source('src/pay.ts', { kind: 'markup' as const })] }],
    ['unreadable', { files: [source('src/pay.ts', { skipped: 'not UTF-8' })] }],
  ])('a file that is %s mends nothing', (_, audit) => {
    expect(lists(gate({ seen: [], ...audit }, baseline))).toEqual({ unverified: ['src/pay.ts#charge'] });
  });

  it('a finding on a test is fixed when the test was looked at, and not when it is no test any more', () => {
    const book = rulebook(rule('tangled-test', 'file'));
    const audit = { rulebook: book, files: [source('pay.test.ts', { kind: 'test' as const })] };
    const looking = (...seen: ReturnType<typeof about>[]) => [completed(seen, { emits: ['tangled-test'] })];
    const baseline = accept({ ...audit, runs: looking(about('tangled-test', 'file', 'pay.test.ts')) });
    expect(lists(gate({ ...audit, runs: looking() }, baseline))).toEqual({ fixed: ['pay.test.ts'] });
    const renamed = { ...audit, files: [source('pay.test.ts')], runs: looking() };
    expect(lists(gate(renamed, baseline))).toEqual({ unverified: ['pay.test.ts'] });
  });

  it('vulnerabilities are not fixed by giving no advisories', () => {
    const seen = [about('vulnerable-package', 'package', 'package.json#left-pad')];
    expect(lists(gate({ seen: [], advisories: null }, accept({ seen, advisories: 'monday' })))).toEqual({
      unverified: ['package.json#left-pad'],
    });
  });

  it('examining less than before is said', () => {
    const less = completed([charge], { examined: { examined: 5, of: 10, unit: 'files' } });
    expect(gate({ seen: [charge], runs: [less] }, baseline).because.join()).toContain(
      'examined 50% of the files, and 100%',
    );
  });
});

describe('a compound finding', () => {
  const book = {
    ...rulebook(rule('entangled', 'module'), rule('two', 'function'), rule('three', 'function')),
    interventions: new Map([['tidy-up', { id: 'tidy-up', scope: 'module' } as never]]),
  };
  const part = (ruleId: string, size = 50) => ({ ...big('src/pay/a.ts#f', 'aa', size), rule: ruleId });
  const parts = [part('big'), part('two'), part('three')];
  const inPay = (audit: object) => ({ ...audit, rulebook: book });
  const critical = ['module:src/pay', 'file:src/pay/a.ts'];

  const modules = { 'src/pay/a.ts': 'src/pay' };
  const all = inPay({ seen: parts, critical, modules });

  it('is added when a part of it is', () => {
    const result = gate(all, accept(inPay({ seen: parts.slice(0, 2), critical, modules })));
    expect([result.status, lists(result)]).toEqual([
      'failed',
      { accepted: ['src/pay/a.ts#f', 'src/pay/a.ts#f'], added: ['src/pay', 'src/pay/a.ts#f'] },
    ]);
  });

  it('is escalated when only its surroundings made it one', () => {
    const result = gate(all, accept(inPay({ seen: parts, modules })));
    expect(result.status).toBe('passed');
    expect(lists(result).escalated).toContain('src/pay');
  });

  it('is known like any other', () => {
    expect(lists(gate(all, accept(all)))).toEqual({
      accepted: ['src/pay', 'src/pay/a.ts#f', 'src/pay/a.ts#f', 'src/pay/a.ts#f'],
    });
  });
});
