import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOwners, gatherOwnership, parseOwners } from '../../src/facts/docs/codeowners.ts';
import type { FileFact } from '../../src/shared/facts/source.ts';

const owners = (text: string, path: string) => findOwners(parseOwners(text))(path).join(' ');

describe('CODEOWNERS', () => {
  it.each([
    ['* @a', 'src/x.ts', '@a'],
    ['*.js @a', 'src/deep/x.js', '@a'],
    ['*.js @a', 'src/x.ts', ''],
    ['/build/logs/ @a', 'build/logs/deep/x.log', '@a'],
    ['/build/logs/ @a', 'other/build/logs/x.log', ''],
    ['docs/* @a', 'docs/start.md', '@a'],
    ['docs/* @a', 'docs/deep/start.md', ''],
    ['apps/ @a', 'deep/apps/x.ts', '@a'],
    ['apps @a', 'deep/apps/x.ts', '@a'],
    ['/apps @a', 'deep/apps/x.ts', ''],
    ['src/payments @a', 'src/payments/deep/x.ts', '@a'],
    ['**/logs @a', 'build/deep/logs/x.log', '@a'],
    ['/src/**/index.ts @a', 'src/a/b/index.ts', '@a'],
    ['.github/ @a', '.github/workflows/ci.yml', '@a'],
    ['src/my\\ file.ts @a', 'src/my file.ts', '@a'],
    ['/* @a', 'readme.md', '@a'],
    ['/* @a', 'src/x.ts', ''],
    ['app/[id]/ @a', 'app/[id]/page.tsx', '@a'],
    ['apps/ @a', 'apps', ''],
  ])('%s and %s: %s', (text, path, expected) => expect(owners(text, path)).toBe(expected));

  it('lets the last rule that matches decide, also to take ownership away', () => {
    const text = '* @a\n/src/ @b @c\n/src/generated\n';
    expect(owners(text, 'readme.md')).toBe('@a');
    expect(owners(text, 'src/x.ts')).toBe('@b @c');
    expect(owners(text, 'src/generated/x.ts')).toBe('');
  });

  it('leaves out comments and tells the line of each rule', () => {
    expect(parseOwners('# who\n\n*.ts @a # the front\n')).toEqual([{ line: 3, pattern: '*.ts', owners: ['@a'] }]);
  });

  it('gives the owners of a GitLab section to its lines', () => {
    const text = '[Front end][2] @front\n*.tsx\n*.css @style\n^[Optional]\n*.md\n';
    expect(owners(text, 'a.tsx')).toBe('@front');
    expect(owners(text, 'a.css')).toBe('@style');
    expect(owners(text, 'a.md')).toBe('');
  });

  it('is read from where the host looks first, and tells what share of the source has an owner', () => {
    const gatherer = gatherOwnership();
    const file = (path: string, kind: FileFact['kind'] = 'source'): FileFact => ({
      path,
      bytes: 1,
      language: null,
      kind,
      lines: 1,
      code: 1,
      hash: '',
    });
    expect(gatherer.wants(file('docs/CODEOWNERS'))).toBe(true);
    expect(gatherer.wants(file('src/CODEOWNERS'))).toBe(false);
    gatherer.take({ path: 'docs/CODEOWNERS', text: '* @nobody' });
    gatherer.take({ path: '.github/CODEOWNERS', text: '/src/a.ts @a' });
    const facts = gatherer.close([file('src/a.ts'), file('src/b.ts'), file('README.md', 'documentation')]);
    expect(facts).toMatchObject({ path: '.github/CODEOWNERS', covered: 0.5 });
  });

  it('is told apart from no file at all', () => {
    expect(gatherOwnership().close([])).toEqual({ path: null, rules: [], covered: null });
  });

  it('is told at once, however many stars a line holds', () => {
    expect(owners(`${'*a'.repeat(12)}*b @a`, `${'a'.repeat(200)}/x`)).toBe('');
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, path) => Array.isArray(findOwners(parseOwners(text))(path))),
    );
  });
});
