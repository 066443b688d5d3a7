import { describe, expect, it } from 'vitest';
import { findCriticalPaths } from '../../src/facts/derived/critical-paths.ts';
import { mapModules } from '../../src/facts/derived/modules.ts';
import { settle } from '../../src/facts/derived/settle.ts';
import type { AuthorshipFacts, FileHistory, FunctionChurnFact, HistoryFacts } from '../../src/shared/facts/history.ts';
import type { FileFact, FunctionFact, ImportFact } from '../../src/shared/facts/source.ts';
import { type CollectedFacts, known, unknown } from '../../src/shared/facts.ts';
import { file, fn, link, manifests, uses } from './facts.ts';

const NOW = '2026-06-01T00:00:00Z';

interface Story {
  readonly files: readonly FileFact[];
  readonly imports?: readonly ImportFact[];
  readonly functions?: readonly FunctionFact[];
  readonly history?: Partial<HistoryFacts>;
  readonly churn?: readonly FunctionChurnFact[];
  readonly team?: readonly string[];
  readonly knowers?: Readonly<Record<string, readonly [person: string, share: number][]>>;
  /** Globs of the configuration. */
  readonly critical?: readonly string[];
}

function facts({
  files,
  imports = [],
  functions = [],
  history,
  churn,
  team = [],
  knowers = {},
  critical = [],
}: Story): CollectedFacts {
  const modules = mapModules(files, manifests());
  const missing = unknown('there is no history');
  return {
    repository: known({
      name: 'shop',
      commit: 'c',
      date: NOW,
      branch: null,
      state: 'commit',
      modified: false,
      scope: '.',
    }),
    files: known(files),
    functions: known(functions),
    imports: known(imports),
    exports: known([]),
    clones: missing,
    mentions: known([]),
    modules: known(modules),
    criticalPath: known(findCriticalPaths(files, imports, modules, critical)),
    markers: missing,
    sightings: known(new Map()),
    closeLook: known([]),
    history: history
      ? known({
          completeness: 'full',
          notes: [],
          commits: 9,
          first: '2020-01-01T00:00:00Z',
          last: NOW,
          people: [],
          files: new Map(),
          months: [],
          reviews: { commits: 0, merged: 0, numbered: 0, trailers: 0 },
          renames: [],
          ...history,
        })
      : missing,
    hotspots: missing,
    functionChurn: churn ? known(churn) : missing,
    authorship: history ? known(authorship(team, knowers)) : missing,
    ownership: missing,
    manifests: known(manifests()),
    advisories: missing,
    pipelines: missing,
    tests: missing,
    coverage: missing,
  };
}

function authorship(team: readonly string[], knowers: NonNullable<Story['knowers']>): AuthorshipFacts {
  return {
    team,
    knowers: new Map(
      Object.entries(knowers).map(([id, people]) => [id, people.map(([person, share]) => ({ person, share }))]),
    ),
    repository: { value: 1, range: null, pruned: null, active: 1, files: 10, people: [] },
    modules: new Map(),
    authors: new Map(),
  };
}

const person = (id: string, recentCommits = 5, bot = false) => ({
  id,
  name: id,
  emails: [],
  bot,
  commits: 5,
  recentCommits,
  first: '2020-01-01T00:00:00Z',
  last: NOW,
  aliases: [],
});
const past = (path: string, changes: Partial<FileHistory> = {}): [string, FileHistory] => [
  path,
  { path, commits: 9, recentCommits: 0, lastChanged: '2026-01-01T00:00:00Z', contributions: [], ...changes },
];
const by = (...people: string[]) => people.map(one => ({ person: one, changes: 6, created: false, last: NOW }));
const shop = (story: Story, baseline: Parameters<typeof settle>[1] = null) => settle(facts(story), baseline);

const pay = file('src/pay/charge.ts');
const rest = Array.from({ length: 20 }, (_, n) => file(`src/shop/page${n}.ts`));

describe('the critical path', () => {
  it('runs through code that imports a payment SDK, and says where', () => {
    const setting = shop({ files: [pay, ...rest], imports: [uses('src/pay/charge.ts', 'stripe', 'stripe', 3)] });
    expect([...setting.steps['critical-path']]).toEqual([
      ['file:src/pay/charge.ts', 'imports stripe, a payment SDK, in src/pay/charge.ts:3'],
      ['module:src/pay', 'holds src/pay/charge.ts, which imports stripe, a payment SDK, in src/pay/charge.ts:3'],
    ]);
    expect(setting.criticalShare).toBeCloseTo(1 / 21);
  });

  it.each([
    '@stripe/stripe-js',
    'passport-google-oauth20',
    '@clerk/nextjs',
    'bcryptjs',
    'jose',
    'plaid',
    '@onfido/api',
    '@paypal/checkout-server-sdk',
  ])('knows %s', name => {
    expect(shop({ files: [pay, ...rest], imports: [uses(pay.path, name)] }).steps['critical-path'].size).toBe(2);
  });

  it('counts part of a package by the part that is used', () => {
    const through = (specifier: string) =>
      shop({ files: [pay, ...rest], imports: [uses(pay.path, specifier, 'firebase-admin')] }).steps['critical-path']
        .size;
    expect([through('firebase-admin/auth'), through('firebase-admin/storage')]).toEqual([2, 0]);
  });

  it.each(['react', 'striped-rows', 'next-auth/react', 'express', '@braintree/sanitize-url'])(
    'does not run through code that imports %s',
    specifier => {
      const name = specifier === 'next-auth/react' ? 'next-auth' : specifier;
      expect(
        shop({ files: [pay, ...rest], imports: [uses(pay.path, specifier, name)] }).steps['critical-path'].size,
      ).toBe(0);
    },
  );

  it.each([
    ['getServerSession', 'next-auth'],
    ['getToken', 'next-auth/jwt'],
    ['currentUser', '@clerk/nextjs/server'],
  ])('does not run through code that only asks who is signed in, by %s of %s', (name, specifier) => {
    const taking = (...names: string[]) => {
      const fact = uses(pay.path, specifier, specifier.replace(/\/(?:jwt|server)$/, ''));
      return shop({ files: [pay, ...rest], imports: [{ ...fact, names }] }).steps['critical-path'].size;
    };
    expect(taking(name)).toBe(0);
    expect([taking(name, 'encode'), taking('*'), taking()]).toEqual([2, 2, 2]);
  });

  it.each([
    'prisma/seed.ts',
    'packages/database/seed/customers.ts',
    'db/migrations/add-plans.ts',
    'apps/web/scripts/refund-all.ts',
  ])('does not run through what runs once or by hand: %s', path => {
    const story = { files: [file(path), ...rest], imports: [uses(path, 'stripe')] };
    expect(shop(story).steps['critical-path'].size).toBe(0);
    expect(shop({ ...story, critical: [path] }).steps['critical-path'].size).toBe(2);
  });

  it.each(['src/wallet/seed.ts', 'public/scripts/checkout.js'])('runs through %s', path => {
    expect(shop({ files: [file(path), ...rest], imports: [uses(path, 'stripe')] }).steps['critical-path'].size).toBe(2);
  });

  it('does not run through tests', () => {
    expect(
      shop({
        files: [file('src/pay/charge.test.ts', { kind: 'test' }), ...rest],
        imports: [uses('src/pay/charge.test.ts', 'stripe')],
      }).steps['critical-path'].size,
    ).toBe(0);
  });

  it('does not reach those who are one import away', () => {
    const setting = shop({
      files: [pay, ...rest],
      imports: [uses(pay.path, 'stripe'), link('src/shop/page1.ts', pay.path)],
    });
    expect(setting.steps['critical-path'].has('file:src/shop/page1.ts')).toBe(false);
  });

  it('follows the configuration', () => {
    const setting = shop({ files: [pay, ...rest], critical: ['src/pay/**'] });
    expect(setting.steps['critical-path'].get('file:src/pay/charge.ts')).toBe(
      'matches src/pay/**, which the configuration calls critical',
    );
  });

  it('narrows to payment, authentication and configuration where it would be everything', () => {
    const imports = [uses(pay.path, 'stripe'), ...rest.slice(0, 10).map(({ path }) => uses(path, 'intercom-client'))];
    const setting = shop({ files: [pay, ...rest], imports });
    expect([...setting.steps['critical-path'].keys()]).toEqual(['file:src/pay/charge.ts', 'module:src/pay']);
    expect(setting.notes[0]).toContain('15%');
    const onlyPayment = [pay, ...rest].map(({ path }) => uses(path, 'stripe'));
    expect(shop({ files: [pay, ...rest], imports: onlyPayment }).notes.join()).not.toContain('15%');
  });

  it('is no module of which one small file in many is critical', () => {
    const big = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'].map(name => file(`src/pages/${name}.ts`));
    const first = big[0]?.path ?? '';
    const seen = shop({ files: [pay, ...rest, ...big], imports: [uses(first, 'passport')] }).steps['critical-path'];
    expect([...seen.keys()]).toEqual([`file:${first}`]);
  });

  it('has no share where there is no source', () => expect(shop({ files: [] }).criticalShare).toBeNull());
});

describe('hotspots', () => {
  const functions = [pay, ...rest].map(({ path }) => fn(path, 'f', { cyclomatic: path === pay.path ? 50 : 2 }));
  const files = (recentCommits: number) =>
    new Map([past(pay.path, { recentCommits }), past('src/shop/page1.ts', { recentCommits: 30 })]);

  it('are the tenth of files with most change times complexity', () => {
    const { hotspot } = shop({ files: [pay, ...rest], functions, history: { files: files(12) } }).steps;
    const places = [...hotspot.keys()].filter(key => !key.startsWith('function:'));
    expect(places).toEqual(['file:src/pay/charge.ts', 'file:src/shop/page1.ts', 'module:src/pay']);
    expect(hotspot.get('file:src/pay/charge.ts')).toContain('12 changes in the last year, sweeping ones left out');
  });

  it('are no functions of which nobody knows how often they changed', () => {
    const { hotspot } = shop({ files: [pay, ...rest], functions, history: { files: files(12) } }).steps;
    expect([...hotspot.keys()].filter(key => key.startsWith('function:'))).toEqual([]);
  });

  describe('where versions were compared', () => {
    const beside = fn(pay.path, 'small', { cyclomatic: 5 });
    const story = { files: [pay, ...rest], functions: [...functions, beside], history: { files: files(12) } };
    const churn = (commits: number, compared = 12): FunctionChurnFact[] => [
      { path: pay.path, commits: 12, compared, functions: [{ name: 'small', commits }] },
    ];

    it('are the functions that changed themselves, however small, and not the large one that rests', () => {
      const { hotspot } = shop({ ...story, churn: churn(4) }).steps;
      expect(hotspot.get('function:src/pay/charge.ts#small')).toContain('changed itself in 4 of the 12 changes');
      expect(hotspot.has('function:src/pay/charge.ts#f')).toBe(false);
      expect(shop({ ...story, churn: churn(3) }).steps.hotspot.has('function:src/pay/charge.ts#small')).toBe(false);
    });

    it('say when only the latest changes were compared', () => {
      const { hotspot } = shop({ ...story, churn: churn(4, 8) }).steps;
      expect(hotspot.get('function:src/pay/charge.ts#small')).toContain('4 of the latest 8 of 12 changes');
    });

    it('are none in a file whose versions were not', () => {
      const { hotspot } = shop({ ...story, churn: [] }).steps;
      expect([...hotspot.keys()].filter(key => key.startsWith('function:'))).toEqual([]);
    });

    it('are not taken from the baseline, which knows less', () => {
      const past = { setting: { hotspot: ['function:src/pay/charge.ts#f'] } };
      const { hotspot } = shop({ ...story, churn: churn(4) }, past).steps;
      expect(hotspot.has('function:src/pay/charge.ts#f')).toBe(false);
    });
  });

  it('are, on a quick look, the functions that were hot when the baseline was written', () => {
    const beside = fn(pay.path, 'small', { cyclomatic: 5 });
    const story = { files: [pay, ...rest], functions: [...functions, beside], history: { files: files(12) } };
    const past = { setting: { hotspot: ['function:src/pay/charge.ts#small'] } };
    const { hotspot } = shop(story, past).steps;
    expect([...hotspot.keys()].filter(key => key.startsWith('function:'))).toEqual([
      'function:src/pay/charge.ts#small',
    ]);
    expect(hotspot.has('file:src/pay/charge.ts')).toBe(true);
  });

  it('are not what changed less than ten times in a year, and neither is the module around it', () => {
    const hot = (changes: number) =>
      shop({ files: [pay, ...rest], functions, history: { files: files(changes) } }).steps.hotspot;
    expect([hot(10).has('file:src/pay/charge.ts'), hot(10).has('module:src/pay')]).toEqual([true, true]);
    expect([hot(9).has('file:src/pay/charge.ts'), hot(9).has('module:src/pay')]).toEqual([false, false]);
  });
});

describe('what one person knows', () => {
  const people = [person('ada'), person('bob'), person('cleo', 0), person('robot', 5, true)];
  const files = new Map([
    past('src/pay/charge.ts', { contributions: by('ada', 'cleo', 'robot') }),
    past('src/shop/page1.ts', { contributions: by('ada', 'bob') }),
    past('src/shop/page2.ts', { contributions: by('cleo') }),
  ]);
  const team = ['ada', 'bob'];
  const knowers: Story['knowers'] = {
    'src/pay': [['ada', 0.9]],
    'src/shop': [
      ['ada', 0.5],
      ['bob', 0.4],
    ],
    'src/old': [],
  };

  it('is told for files and modules, counting active people only; what nobody here knows is no step', () => {
    const setting = shop({ files: [pay, ...rest], history: { people, files }, team, knowers });
    expect([...setting.steps['single-knower'].keys()]).toEqual(['file:src/pay/charge.ts', 'module:src/pay']);
    expect(setting.activePeople).toBe(2);
  });

  it('names nobody', () => {
    const setting = shop({ files: [pay, ...rest], history: { people, files }, team, knowers });
    expect([...setting.steps['single-knower'].values()].join()).not.toMatch(/ada|bob|cleo/);
  });

  it('says nothing in a team of one', () => {
    expect(
      shop({ files: [pay, ...rest], history: { people: [person('ada')], files }, team: ['ada'], knowers }).steps[
        'single-knower'
      ].size,
    ).toBe(0);
  });
});

describe('reach', () => {
  const modules = (count: number) => Array.from({ length: count }, (_, n) => file(`src/m${n}/a.ts`));
  const toFirst = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => link(`src/m${from + n}/a.ts`, 'src/m0/a.ts'));

  it('is what a tenth or more of the modules import', () => {
    expect([...shop({ files: modules(12), imports: toFirst(1, 4) }).steps.reach]).toEqual([
      ['file:src/m0/a.ts', '3 of 12 modules import it'],
      ['module:src/m0', '3 of 12 modules import it'],
    ]);
  });
  it('is not what two modules import', () =>
    expect(shop({ files: modules(12), imports: toFirst(1, 3) }).steps.reach.size).toBe(0));
  it('is not what modules import for its types only', () => {
    expect(
      shop({ files: modules(12), imports: toFirst(1, 12).map(one => ({ ...one, typeOnly: true })) }).steps.reach.size,
    ).toBe(0);
  });
  it('says nothing of a system of nine modules', () =>
    expect(shop({ files: modules(9), imports: toFirst(1, 9) }).steps.reach.size).toBe(0));
});

describe('quiet code', () => {
  const old = '2024-05-31T00:00:00Z';
  const files = new Map([
    past(pay.path),
    past('src/old/a.ts', { lastChanged: old }),
    past('src/old/b.ts', { lastChanged: old }),
    past('src/shop/page1.ts', { lastChanged: '2024-06-02T00:00:00Z' }),
  ]);
  const quiet = (imports: ImportFact[]) => [
    ...shop({
      files: [pay, file('src/old/a.ts'), file('src/old/b.ts'), ...rest],
      imports,
      history: { files },
    }).steps.quiet.keys(),
  ];

  it('was not touched for two years before the audited commit', () =>
    expect(quiet([])).toEqual(['file:src/old/a.ts', 'file:src/old/b.ts', 'module:src/old']));
  it('is not what critical code depends on, near or far', () => {
    expect(
      quiet([uses(pay.path, 'stripe'), link(pay.path, 'src/shop/page2.ts'), link('src/shop/page2.ts', 'src/old/b.ts')]),
    ).toEqual(['file:src/old/a.ts']);
  });
});

describe('without history', () => {
  it('the baseline is asked, and it is said', () => {
    const setting = shop(
      { files: [pay] },
      { setting: { hotspot: ['file:src/pay/charge.ts'], quiet: [], 'single-knower': [] } },
    );
    expect([...setting.steps.hotspot.keys()]).toEqual(['file:src/pay/charge.ts']);
    expect(setting.notes).toEqual([
      'Taken from the baseline (there is no history): which files change most, which parts only one person knows and which parts nobody touches any more.',
    ]);
  });

  it('and without a baseline nothing is raised, and it is said', () => {
    const setting = shop({ files: [pay] });
    expect([setting.steps.hotspot.size, setting.activePeople]).toEqual([0, null]);
    expect(setting.notes.join()).toContain('there is no history');
  });

  it.each(['shallow', 'cut-short'] as const)('a %s one is not believed either', completeness => {
    const setting = shop({
      files: [pay],
      functions: [fn(pay.path, 'f')],
      history: { completeness, people: [person('ada')], files: new Map([past(pay.path, { recentCommits: 99 })]) },
    });
    expect([setting.steps.hotspot.size, setting.activePeople, setting.notes.length]).toEqual([0, null, 1]);
  });

  it('one that only lost moves is', () => {
    const files = new Map([past(pay.path, { recentCommits: 99 })]);
    const setting = shop({
      files: [pay],
      functions: [fn(pay.path, 'f')],
      history: { completeness: 'renames-lost', files },
    });
    expect([setting.steps.hotspot.size > 0, setting.notes]).toEqual([true, []]);
  });
});
