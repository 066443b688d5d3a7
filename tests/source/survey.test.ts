import { describe, expect, it } from 'vitest';
import { analyzers } from '../../src/analyzers/index.ts';
import { describeFile } from '../../src/facts/source/describe.ts';
import { parseSource } from '../../src/facts/source/parse.ts';
import { exportsReader } from '../../src/facts/source/readers/exports.ts';
import { functionsReader } from '../../src/facts/source/readers/functions.ts';
import { importsReader } from '../../src/facts/source/readers/imports.ts';
import { openSurvey } from '../../src/facts/source/survey.ts';
import type { SourceReader } from '../../src/shared/reader.ts';
import { survey } from './surveyed.ts';

const SAMPLE = `#!/usr/bin/env node
import a, { type B } from 'b'; // c
export class C<T> extends D { private x?: number = a?.b ?? 1; @e f(g = 1n, ...h) { return /r/u.test(\`i\${h}\`) ? <T>g : this.#j; } static { k: for (;;) break k; } #j; }
export default async function* () { for await (const l of m) yield* l; label: while (true) { if (n) continue label; else delete o.p; } }
module.exports = { ...q, [r]: s, get t() { return u; } };
let v: any;
export async function w(x) { try { await v.payments.create(x); } catch {} }
`;

/** Some readers have nothing to tell of a file that one can see at a glance. */
const LONG_SAMPLE = `${SAMPLE}const list = [${'\n1,'.repeat(9)}];${'\n'.repeat(2000)}`;

function collecting(reader: SourceReader, sample = SAMPLE) {
  const opened = openSurvey({ readers: [{ analyzer: 'sample', reader }], tokens: true });
  const { fact, text } = describeFile('src/a.ts', Buffer.from(sample), { classify: [] });
  const file = opened.take(fact, text ?? '');
  return { file, ...opened.close() };
}

describe('a survey', () => {
  it.each(
    [functionsReader, importsReader, exportsReader, ...analyzers.flatMap(({ reader }) => reader ?? [])].map(
      reader => [reader.id, reader] as const,
    ),
  )('the answer of the reader %s can be kept as JSON', (_, reader) => {
    const { sightings, file } = collecting(reader, LONG_SAMPLE);
    expect(file.skipped).toBeUndefined();
    const answer = sightings.get('sample')?.get('src/a.ts');
    expect(answer).toBeDefined();
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it('tells readers of every node once, with what is around it, on the way in and out', () => {
    const open: string[] = [];
    let most = 0;
    const { sightings } = collecting({
      id: 'balance',
      version: 1,
      open: () => ({
        enter(node, ancestors) {
          expect(ancestors.map(({ type }) => type)).toEqual(open);
          open.push(node.type);
          most = Math.max(most, open.length);
        },
        leave(node) {
          expect(open.pop()).toBe(node.type);
        },
        close: () => open.length,
      }),
    });
    expect(most).toBeGreaterThan(5);
    expect(sightings.get('sample')?.get('src/a.ts')).toBe(0);
  });

  it.each(['open', 'enter', 'leave', 'close'] as const)(
    'a reader that throws in %s spoils its own answer only',
    where => {
      const fail = (here: string) => {
        if (here === where) throw new Error('mine');
      };
      const reader: SourceReader = {
        id: 'failing',
        version: 1,
        open() {
          fail('open');
          return {
            enter: () => fail('enter'),
            leave: () => fail('leave'),
            close() {
              fail('close');
              return 1;
            },
          };
        },
      };
      const { functions, sightings, file } = collecting(reader);
      expect(functions.length).toBeGreaterThan(3);
      expect(sightings.get('sample')?.size).toBe(0);
      expect(file.skipped).toBeUndefined();
    },
  );

  it('a file that cannot be parsed says why and stops nothing', () => {
    expect(survey('src/a.ts', 'const = ;\n').file.skipped).toMatch(/^could not be parsed: /);
    expect(survey('src/A.vue', '<template></template>\n').file.skipped).toMatch(/counted, not assessed/);
  });

  it.each([
    ['old scripts', 'src/a.js', 'with (a) { b(); }\nvar c = 010;'],
    ['a return at the top', 'src/a.cjs', 'if (a) return;\nmodule.exports = 1;'],
    ['JSX in .js', 'src/a.js', 'export const A = () => <div />;'],
    ['type annotations in .js', 'src/a.js', '// @flow\nfunction a(b: number): string { return String(b); }'],
    ['casts in .ts', 'src/a.ts', 'const a = <string>b;'],
    ['declarations', 'src/a.d.ts', 'declare module "x" { export function a(): void; }'],
    ['a line with how to run it', 'bin/a.js', '#!/usr/bin/env node\na();'],
  ])('reads %s', (_, path, text) => {
    expect(survey(path, text).file.skipped).toBeUndefined();
  });

  it.each([
    ['brackets', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['unclosed brackets', '{'.repeat(200_000)],
    ['signs', `${'!'.repeat(200_000)}a`],
    ['sums', `a${' + a'.repeat(200_000)}`],
    ['members', `a${'.a'.repeat(200_000)}`],
    ['calls', `a${'()'.repeat(200_000)}`],
    ['functions', `${'a=>'.repeat(200_000)}a`],
    ['choices', `${'a?a:'.repeat(200_000)}a`],
    ['branches', `${'if(a);else '.repeat(200_000)};`],
    ['elements', '<a>'.repeat(200_000) + '</a>'.repeat(200_000)],
    ['words', `${'typeof '.repeat(200_000)}a`],
    ['words over lines', `a${' in\na'.repeat(200_000)}`],
    ['loops without a bracket', `${'do\n'.repeat(200_000)};`],
    ['labels', `${'a:'.repeat(200_000)};`],
    ['decorators', '@'.repeat(200_000)],
    ['types', `type A = ${'A<'.repeat(200_000)}1${'>'.repeat(200_000)}`],
  ])('%s nested 200,000 deep are too deep, and stop nothing', (_, text) => {
    const outcome = parseSource('src/a.tsx', text);
    expect(outcome).toMatchObject({ program: null, because: expect.stringContaining('too deeply nested') });
  });

  it.each([
    ['a string without end', 'src/a.ts', `'${"\\\\'".repeat(1_000_000)}`, 1, 1],
    ['comments on a line', 'src/a.vue', `${'/* a */'.repeat(140)}\n`.repeat(5000), 5000, 0],
    ['strings and comments', 'src/a.c', `${'"/*'.repeat(300)}\n`.repeat(5000), 5000, 5000],
    ['a comment', 'src/a.js', `// ${'do not edit generated '.repeat(40)}\n`.repeat(5000), 5000, 0],
  ])('%s made to be slow is read to its end', (_, path, text, lines, code) => {
    expect(survey(path, text).file).toMatchObject({ lines, code });
  });

  it('long files without depth are not too deep', () => {
    const table = `export const a = [\n${"  { b: 'c', d: [1, 2, -3], e: f.g(h) },\n".repeat(20_000)}];\n`;
    const bare = Array.from(
      { length: 3000 },
      (_, index) =>
        `const a${index} = b.c(d => d + ${index})\nexport function e${index}(f: string): void {\n  g(f)\n}\n`,
    ).join('\n');
    const page = `export const A = () => <div>${'<p className="b">text, {c.d} <br/></p>\n'.repeat(5000)}</div>;`;
    for (const [path, text] of [
      ['src/a.ts', table],
      ['src/b.ts', bare],
      ['src/c.tsx', page],
    ] as const)
      expect([path, survey(path, text).file.skipped]).toEqual([path, undefined]);
  });

  it('comments are exactly what the parser says they are', () => {
    const text = "const a = '/*';\n// b\nconst c = `\n// d\n`; /* e\nf */ const g = 1;\n/** h */\n";
    expect(survey('src/a.ts', text).file).toMatchObject({ lines: 7, code: 5 });
  });
});

describe('a large file', () => {
  const line = (index: number) =>
    `export function discount${index}(price) {\n  return price > 10 ? price * 0.9 : price;\n}\n`;

  it('is read as any other', () => {
    const { file, functions } = survey('src/a.ts', Array.from({ length: 1800 }, (_, index) => line(index)).join(''));
    expect(file.skipped).toBeUndefined();
    expect(functions).toHaveLength(1800);
  });

  it('that breaks the rules of its language without end is left out, before the parser drowns in telling why', () => {
    const { file } = survey('src/a.ts', '/* a price without a value is none */ const price;\n'.repeat(2600));
    expect(file.skipped).toMatch(/^could not be parsed: (?:more than 100 errors|the parser did not come to an end)/);
  });

  it('that is short does it no less, where all its errors stand on one line', () => {
    const { file } = survey('src/a.ts', '\\'.repeat(20_000));
    expect(file.skipped).toMatch(/^could not be parsed: (?:more than 100 errors|the parser did not come to an end)/);
  });
});
