import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readAdvisories } from '../../src/facts/manifests/advisories.ts';
import { UserError } from '../../src/shared/user-error.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'advisories-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const record = (id: string, ecosystem = 'npm') =>
  JSON.stringify({ id, affected: [{ package: { ecosystem, name: 'pad' }, versions: ['1.0.0'] }] });

function write(path: string, text: string): string {
  const target = join(FOLDER, path);
  mkdirSync(join(target, '..'), { recursive: true });
  writeFileSync(target, text);
  return target;
}

describe('the advisories that a user names', () => {
  it('may be a folder with folders in it', async () => {
    write('set/b.json', record('B'));
    write('set/deep/er/a.json', record('A'));
    write('set/readme.md', 'no advisory');
    const { advisories } = await readAdvisories(join(FOLDER, 'set'));
    expect(advisories.map(({ id }) => id)).toEqual(['B', 'A']);
  });

  it('have a digest that changes with them, and only with them', async () => {
    const one = write('one.json', record('A'));
    const same = write('same.json', record('A'));
    const other = write('other.json', record('B'));
    const digests = await Promise.all([one, same, other].map(async path => (await readAdvisories(path)).digest));
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(digests[1]).toBe(digests[0]);
    expect(digests[2]).not.toBe(digests[0]);
  });

  it('of another ecosystem leave nothing for npm', async () => {
    const { advisories } = await readAdvisories(write('python.json', record('A', 'PyPI')));
    expect(advisories).toEqual([]);
  });

  it.each([
    ['is missing', () => join(FOLDER, 'nowhere.json')],
    ['is no OSV', () => write('lock.json', '{"lockfileVersion": 3}')],
    ['is an empty folder', () => join(write('empty/readme.md', ''), '..')],
    ['is an empty list', () => write('empty.json', '[]')],
  ])('are refused with a sentence when the path %s', async (_, path) => {
    await expect(readAdvisories(path())).rejects.toThrow(UserError);
  });
});
