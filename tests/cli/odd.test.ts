import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundCompany } from './company.ts';

let shop: ReturnType<typeof foundCompany>;
beforeAll(() => {
  shop = foundCompany();
});
afterAll(() => shop.close());

/** A clone of the shop for each of them: what is done to one is not seen by another. */
function cloned(name: string): string {
  const folder = join(shop.home, name);
  shop.git('clone', '--quiet', shop.folder, folder);
  return folder;
}

function notesOf(target: string): readonly string[] {
  const { code, stdout, stderr } = shop.audit([target, '-o', 'json:-']);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout).subject.notes;
}

describe('an odd repository', () => {
  it('of which only a part is checked out says so', () => {
    const folder = cloned('sparse');
    shop.git('-C', folder, 'sparse-checkout', 'set', 'src');
    expect(notesOf(folder)).toContainEqual(expect.stringMatching(/^\d+ files? (?:is|are) not checked out here/));
  });

  it('without commits says once that nothing is known of its history', () => {
    const folder = join(shop.home, 'new');
    shop.git('init', '--quiet', folder);
    writeFileSync(join(folder, 'a.js'), 'export const a = 1;\n');
    const notes = notesOf(folder).filter(note => note.includes('history'));
    expect(notes).toEqual(['Nothing is known of the history: this repository has no commits yet.']);
  });

  it('with a damaged HEAD is not said to have no commits', () => {
    const folder = cloned('headless');
    writeFileSync(join(folder, '.git/HEAD'), 'garbage\n');
    expect(notesOf(folder).join()).toContain('HEAD of this repository cannot be read');
  });

  it('with a damaged index gives the reason why there is nothing to audit', () => {
    const folder = cloned('damaged');
    writeFileSync(join(folder, '.git/index'), 'garbage');
    const { code, stderr } = shop.audit([folder]);
    expect(code).toBe(2);
    expect(stderr).toContain('The index could not be read');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('on a machine without a place for temporary files is told what to do', () => {
    const { code, stderr } = shop.audit([], { env: { TMPDIR: join(shop.home, 'nowhere') } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^audit: No temporary folder can be made in .*: set TMPDIR/);
  });
});
