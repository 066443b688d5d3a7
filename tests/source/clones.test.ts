import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClasses } from '../../src/facts/derived/clones/classes.ts';
import { findClones } from '../../src/facts/derived/clones/find-clones.ts';
import { groupWindows } from '../../src/facts/derived/clones/groups.ts';
import { fileAt, joinTokens, type Stream } from '../../src/facts/derived/clones/stream.ts';
import { fingerprint, type Likeness, WINDOW } from '../../src/facts/derived/clones/windows.ts';
import { describeFile } from '../../src/facts/source/describe.ts';
import type { TokenFact } from '../../src/facts/source/readers/tokens.ts';
import { openSurvey } from '../../src/facts/source/survey.ts';
import type { FileFact } from '../../src/shared/facts/source.ts';

function surveyed(texts: Readonly<Record<string, string>>) {
  const survey = openSurvey({ readers: [], tokens: true });
  const files = Object.entries(texts).map(([path, content]) => {
    const { fact, text } = describeFile(path, Buffer.from(content), { classify: [] });
    return survey.take(fact, text ?? '');
  });
  return { files, tokens: survey.close().tokens };
}

function clonesIn(texts: Readonly<Record<string, string>>) {
  const { files, tokens } = surveyed(texts);
  return findClones(files, tokens);
}

const tokensOf = (text: string) => surveyed({ 'src/a.tsx': text }).tokens[0]?.codes;

describe('the tokens of a file', () => {
  it.each([
    ['spaces and lines', 'if(a){b( c ) }', 'if (a) {\n  b(c)\n}'],
    ['comments', 'a(/* x */ b) // y', 'a(b)'],
    ['quotes', "a('it')", 'a("it")'],
    ['white space in a page', 'x = <a><b/></a>', 'x = <a>\n  <b />\n</a>'],
  ])('%s do not count', (_, one, other) => {
    expect(tokensOf(one)).toEqual(tokensOf(other));
  });

  it.each([
    ['texts', "a('b')", "a('c')"],
    ['numbers', 'a(1)', 'a(2)'],
    ['signs', 'a(b && c)', 'a(b || c)'],
    ['members', 'a(b.c)', 'a(b.d)'],
    ['patterns', 'a(/b/)', 'a(/c/)'],
    ['templates', `a(\`b\${c}d\`)`, `a(\`b\${c}e\`)`],
    ['words of a page', 'x = <a>b</a>', 'x = <a>c</a>'],
  ])('%s do', (_, one, other) => {
    expect(tokensOf(one)).not.toEqual(tokensOf(other));
  });

  it('are the same wherever comments and strings look like each other', () => {
    expect(tokensOf("a('/* no comment', /\\/\\*/, `//`)")?.length).toBe(8);
  });
});

/** A function of some length, on the given subject, with the given name for its total. */
const total = (subject: string, sum: string) => `
export function ${subject}Total(rows, rate) {
  let ${sum} = 0;
  for (const row of rows) {
    if (row.cancelled) continue;
    const net = row.amount - row.discount;
    ${sum} += net * (1 + rate);
    if (row.shipping) ${sum} += row.shipping.fee;
  }
  return Math.round(${sum} * 100) / 100;
}
`;

describe('copies', () => {
  const LIST = total('order', 'sum');

  it('in two files are one clone with two places, from its first line to its last', () => {
    const { source, clones } = clonesIn({ 'src/a.ts': LIST, 'src/b.ts': `// moved\n\n${LIST}` });
    expect(clones).toHaveLength(1);
    expect(clones[0]).toMatchObject({
      likeness: 'exact',
      lines: 10,
      copies: [
        { path: 'src/a.ts', line: 2, endLine: 11 },
        { path: 'src/b.ts', line: 4, endLine: 13 },
      ],
    });
    expect(source).toMatchObject({ repeated: 20, lines: 20 });
  });

  it('with other names for their variables are renamed, and do not count as repeated', () => {
    const { source, clones } = clonesIn({ 'src/a.ts': LIST, 'src/b.ts': total('order', 'charged') });
    expect(clones.map(({ likeness }) => likeness)).toEqual(['renamed']);
    expect(source.repeated).toBe(0);
  });

  it('in which one name stands for two are no copies from there on', () => {
    const whole = clonesIn({ 'src/a.ts': LIST, 'src/b.ts': total('order', 'charged') }).clones;
    const mixed = total('order', 'charged').replace('let charged', 'let begun');
    const rest = clonesIn({ 'src/a.ts': LIST, 'src/b.ts': mixed }).clones;
    expect(whole[0]?.copies[0]?.line).toBe(2);
    expect(rest[0]?.copies[0]?.line).toBe(3);
    expect(rest[0]?.tokens).toBeLessThan(whole[0]?.tokens ?? 0);
  });

  it('of imports alone are none', () => {
    const imports = Array.from({ length: 20 }, (_, n) => `import { a${n}, b${n} } from './c${n}';\n`).join('');
    const { clones } = clonesIn({ 'src/a.ts': `${imports}a1();`, 'src/b.ts': `${imports}b1();` });
    expect(clones).toEqual([]);
  });

  it('in tests are told apart from those in the product, and what runs once is left out', () => {
    const { source, tests, clones } = clonesIn({
      'src/a.test.ts': LIST,
      'src/b.test.ts': LIST,
      'src/a.ts': LIST,
      'migrations/20240101-a.ts': LIST,
      'migrations/20240102-b.ts': LIST,
    });
    expect(tests).toMatchObject({ repeated: 20, lines: 20 });
    expect(source).toMatchObject({ repeated: 0, lines: 10 });
    expect(clones).toEqual([]);
  });

  it('keep their digest when they move or their variables get other names', () => {
    const digest = (texts: Record<string, string>) => clonesIn(texts).clones[0]?.digest;
    const before = digest({ 'src/a.ts': LIST, 'src/b.ts': LIST });
    expect(digest({ 'src/x/y.ts': `\n\n${LIST}`, 'src/z.ts': LIST })).toBe(before);
    expect(digest({ 'src/a.ts': LIST, 'src/b.ts': LIST.replace('0.5', '0.7').replace('100', '10') })).not.toBe(before);
  });

  it('of one sign without end are a pattern, and end', () => {
    const { clones } = clonesIn({ 'src/a.ts': `export const zeros = [\n${'0,\n'.repeat(200_000)}];\n` });
    expect(clones.length).toBeLessThan(10);
  });
});

const NAMES = [3, 5, 7, 9];
/** Some stretches, laid end to end in several files, so that some stand more than once, with variables renamed. */
const files = fc
  .tuple(
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 30, maxLength: 70 }), {
      minLength: 2,
      maxLength: 3,
    }),
    fc.array(fc.array(fc.tuple(fc.nat(2), fc.boolean()), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([pool, plans]) =>
    plans.map((plan, index): TokenFact => {
      const codes = plan.flatMap(([chosen, renamed]) =>
        (pool[chosen % pool.length] ?? []).map(code => (NAMES.includes(code) && renamed ? code + 100 : code)),
      );
      return { path: `f${index}`, codes: Int32Array.from(codes), lines: Int32Array.from(codes.keys()), head: 0 };
    }),
  );

/** Whether two windows are alike, asked token by token. */
function areAlike({ codes }: Stream, one: number, other: number, likeness: Likeness): boolean {
  const [there, back] = [new Map<number, number>(), new Map<number, number>()];
  for (let at = 0; at < WINDOW; at++) {
    const [a = 0, b = 0] = [codes[one + at], codes[other + at]];
    const named = (a & 1) === 1 && (b & 1) === 1 && likeness === 'renamed';
    if (!named && a !== b) return false;
    if (named && ((there.get(a) ?? b) !== b || (back.get(b) ?? a) !== a)) return false;
    if (named) {
      there.set(a, b);
      back.set(b, a);
    }
  }
  return true;
}

function beginnings(stream: Stream, begins: Uint8Array): number[] {
  return [...stream.codes.keys()].filter(at => begins[at] === 1);
}

describe.each(['exact', 'renamed'] as const)('windows that are alike (%s)', likeness => {
  it('have the same fingerprints, and no others have', () => {
    fc.assert(
      fc.property(files, tokens => {
        const stream = joinTokens(tokens);
        const { one, other, begins } = fingerprint(stream, likeness);
        const all = beginnings(stream, begins);
        const disputed = all.flatMap(a =>
          all.filter(b => (one[a] === one[b] && other[a] === other[b]) !== areAlike(stream, a, b, likeness)),
        );
        expect(disputed).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('are all in some clone, and the copies of a clone are alike from end to end', () => {
    fc.assert(
      fc.property(files, tokens => {
        const stream = joinTokens(tokens);
        const windows = fingerprint(stream, likeness);
        const groups = groupWindows(windows);
        const classes = findClasses(groups);
        const covered = new Set<number>();
        for (const { copies, length } of classes) {
          const [first = 0] = copies;
          const steps = Array.from({ length: length - WINDOW + 1 }, (_, step) => step);
          for (const copy of copies) {
            expect(steps.every(step => areAlike(stream, first + step, copy + step, likeness))).toBe(true);
            expect(fileAt(stream, copy + length - 1)).toBe(fileAt(stream, copy));
            for (const step of steps) covered.add(copy + step);
          }
        }
        const repeated = beginnings(stream, windows.begins).filter(
          at => (groups.size[groups.first[at] ?? -1] ?? 0) > 1,
        );
        expect(repeated.filter(at => !covered.has(at))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

it('the tokens of files come in the order of their paths, whatever order they were read in', () => {
  const file = (path: string): FileFact & TokenFact => ({
    path,
    bytes: 1,
    language: 'typescript',
    kind: 'source',
    hash: '',
    code: 1,
    lines: Int32Array.of(1) as never,
    codes: Int32Array.of(2),
    head: 0,
  });
  expect(joinTokens([file('b'), file('a')]).paths).toEqual(['a', 'b']);
});
