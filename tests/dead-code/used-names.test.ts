import { describe, expect, it } from 'vitest';
import { followNames } from '../../src/analyzers/dead-code/used-names.ts';
import type { ExportFact, ImportFact } from '../../src/shared/facts/source.ts';
import { link } from '../architecture/facts.ts';

function offers(path: string, names: readonly string[], commonjs = false): ExportFact {
  return {
    path,
    ...(commonjs ? { commonjs: true as const } : {}),
    names: names.map(name => ({ name, line: 1, kind: 'value', local: name, lines: 9, usedInside: false })),
  };
}

const takes = (from: string, to: string, ...names: string[]): ImportFact => link(from, to, { names });
const handsOn = (from: string, to: string, names: string[], as = names): ImportFact =>
  link(from, to, { form: 'reexport', names, as });

describe('a name is used', () => {
  const facts = [
    offers('letters.ts', ['remind', 'warn', 'thank']),
    offers('index.ts', ['*']),
    offers('deep.ts', ['*', 'hurry']),
    offers('renamed.ts', ['sendReminder']),
    offers('calls.cjs', ['call', 'ring'], true),
  ];
  const used = (imports: readonly ImportFact[], whole: readonly string[] = []) => {
    const { isUsed } = followNames(imports, facts, whole);
    return facts.flatMap(({ path, names }) =>
      names.filter(({ name }) => name !== '*' && isUsed(path, name)).map(({ name }) => `${path} ${name}`),
    );
  };

  it.each([
    ['where it is imported', [takes('a.ts', 'letters.ts', 'warn')], ['letters.ts warn']],
    [
      'with all others, where nobody can tell',
      [takes('a.ts', 'letters.ts', '*')],
      ['letters.ts remind', 'letters.ts warn', 'letters.ts thank'],
    ],
    [
      'through a file that hands on everything',
      [handsOn('index.ts', 'letters.ts', ['*']), takes('a.ts', 'index.ts', 'warn')],
      ['letters.ts warn'],
    ],
    [
      'through two such files',
      [
        handsOn('deep.ts', 'index.ts', ['*']),
        handsOn('index.ts', 'letters.ts', ['*']),
        takes('a.ts', 'deep.ts', 'warn', 'hurry'),
      ],
      ['letters.ts warn', 'deep.ts hurry'],
    ],
    [
      'under another name',
      [handsOn('renamed.ts', 'letters.ts', ['remind'], ['sendReminder']), takes('a.ts', 'renamed.ts', 'sendReminder')],
      ['letters.ts remind', 'renamed.ts sendReminder'],
    ],
    ['not by being handed on to nobody', [handsOn('index.ts', 'letters.ts', ['*'])], []],
    [
      'as a member of what module.exports is by default',
      [takes('a.ts', 'calls.cjs', 'default')],
      ['calls.cjs call', 'calls.cjs ring'],
    ],
    [
      'with all others, where what is asked for is not to be seen',
      [takes('a.ts', 'letters.ts', 'beg')],
      ['letters.ts remind', 'letters.ts warn', 'letters.ts thank'],
    ],
  ])('%s', (_, imports, expected) => expect(used(imports)).toEqual(expected));

  it('by strangers, where a file that hands it on is offered to them', () => {
    expect(used([handsOn('index.ts', 'letters.ts', ['*'])], ['index.ts'])).toEqual([
      'letters.ts remind',
      'letters.ts warn',
      'letters.ts thank',
    ]);
  });

  it('is not asked for without end where files hand on each other', () => {
    const circle = [handsOn('index.ts', 'deep.ts', ['*']), handsOn('deep.ts', 'index.ts', ['*'])];
    expect(used([...circle, takes('a.ts', 'index.ts', 'nothing')])).toEqual([]);
  });

  it('or counts as used, where names are handed on beyond all measure', () => {
    const files = Array.from({ length: 400 }, (_, n) => `f${n}.ts`);
    const names = Array.from({ length: 400 }, (_, n) => `n${n}`);
    const all = files.map(path => offers(path, ['*']));
    const imports = [
      ...files.flatMap(from => files.map(to => handsOn(from, to, ['*']))),
      takes('a.ts', 'f0.ts', ...names),
    ];
    expect(followNames(imports, all, []).isUsed('f1.ts', 'unheard')).toBe(true);
  });
});
