import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectHistory } from '../../src/facts/history/collect.ts';
import { Versions } from '../../src/facts/history/versions.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import type { Change } from '../../src/facts/repository/repository.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';
import { line } from '../team/commits.ts';

const ANA = 'Ana Lind <ana@x.dev>';
const id = (letter: string) => letter.repeat(40);

/** A straight line of commits, one change each, oldest first; a content is named by one hex letter. */
async function versionsOf(path: string, changes: readonly (Change & { readonly by?: string })[]): Promise<string[]> {
  const commits = line(changes.map(({ by = ANA }, at) => ({ by, on: `2024-01-${String(at + 1).padStart(2, '0')}` })));
  const versions = new Versions();
  const repository = memoryRepository({
    files: { [path]: '' },
    commits: commits.map((commit, index) => {
      const { by: _, ...change } = changes[changes.length - 1 - index] as Change & { by?: string };
      return { ...commit, changes: [change] };
    }),
  });
  await collectHistory(repository, DEFAULT_SETTINGS, versions);
  return versions.of(path).map(({ at, blob, before, work }) => {
    const day = new Date(at).toISOString().slice(8, 10);
    return `${day} ${before?.charAt(0) ?? '-'}→${blob.charAt(0)}${work ? '' : ' (no work)'}`;
  });
}

test('the versions of a file come newest first, over its renames', async () => {
  expect(
    await versionsOf('pay.ts', [
      { status: 'added', path: 'old.ts', blob: id('a') },
      { status: 'modified', path: 'old.ts', blob: id('b'), before: id('a') },
      { status: 'renamed', path: 'pay.ts', from: 'old.ts', blob: id('c'), before: id('b') },
      { status: 'modified', path: 'pay.ts', blob: id('d'), before: id('c') },
    ]),
  ).toEqual(['04 c→d', '03 b→c', '02 a→b', '01 -→a']);
});

test('what a branch did under the old path, after the file had moved, is among them', async () => {
  expect(
    await versionsOf('pay.ts', [
      { status: 'added', path: 'old.ts', blob: id('a') },
      { status: 'renamed', path: 'pay.ts', from: 'old.ts', blob: id('a'), before: id('a') },
      { status: 'modified', path: 'old.ts', blob: id('b'), before: id('a') },
      { status: 'modified', path: 'pay.ts', blob: id('c'), before: id('b') },
    ]),
  ).toEqual(['04 b→c', '03 a→b', '02 a→a', '01 -→a']);
});

test('a file that was removed before at this path was another file', async () => {
  expect(
    await versionsOf('pay.ts', [
      { status: 'added', path: 'pay.ts', blob: id('a') },
      { status: 'deleted', path: 'pay.ts', before: id('a') },
      { status: 'added', path: 'pay.ts', blob: id('b') },
    ]),
  ).toEqual(['03 -→b']);
});

test('what a bot did is told apart', async () => {
  expect(
    await versionsOf('pay.ts', [
      { status: 'added', path: 'pay.ts', blob: id('a') },
      { status: 'modified', path: 'pay.ts', blob: id('b'), before: id('a'), by: 'fix[bot] <fix[bot]@x.dev>' },
    ]),
  ).toEqual(['02 a→b (no work)', '01 -→a']);
});

test('only program code has versions', async () => {
  expect(await versionsOf('words.json', [{ status: 'added', path: 'words.json', blob: id('a') }])).toEqual([]);
  expect(await versionsOf('view.tsx', [{ status: 'added', path: 'view.tsx', blob: id('a') }])).toHaveLength(1);
});

test('however many there are, each comes back as it was kept', () => {
  const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 40, maxLength: 40 });
  const version = fc.record({ blob: hex, before: fc.option(hex), seconds: fc.nat(2_000_000_000), work: fc.boolean() });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a.ts', 'b.js'), version)), given => {
      const versions = new Versions();
      for (const [path, { blob, before, seconds, work }] of given) {
        versions.add(path, { status: 'modified', path, blob, ...(before ? { before } : {}) }, seconds * 1000, work);
      }
      for (const path of ['a.ts', 'b.js']) {
        const expected = given.filter(([where]) => where === path);
        expect(versions.of(path)).toEqual(
          expected.map(([, { blob, before, seconds, work }]) => ({ at: seconds * 1000, blob, before, work })),
        );
      }
    }),
  );
});
