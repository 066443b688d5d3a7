import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBaseline, printBaseline } from '../../src/baseline/text.ts';
import { UserError } from '../../src/shared/user-error.ts';
import { accept, big, odd, source } from './story.ts';

const SECRET = 'b'.repeat(64);
const baseline = accept({
  seen: [big('src/z.ts#f', SECRET), odd('src/a.ts', 'cc', 3)],
  files: [source('src/a.ts'), source('src/z.ts'), source('x.py', { language: 'python' })],
  critical: ['file:src/a.ts'],
});

describe('the baseline file', () => {
  it('comes back as it was written', () => {
    const text = printBaseline(baseline);
    expect(printBaseline(parseBaseline(text, 'baseline.json'))).toBe(text);
    expect(parseBaseline(text, 'baseline.json').findings).toHaveLength(2);
  });

  it('is the same whatever order the findings came in', () => {
    expect(printBaseline({ ...baseline, findings: baseline.findings.toReversed() })).toBe(printBaseline(baseline));
  });

  it('holds each finding on a line of its own', () => {
    const lines = printBaseline(baseline)
      .split('\n')
      .filter(line => line.includes('"rule":'));
    expect(lines).toHaveLength(2);
    expect(lines.every(line => JSON.parse(line.replace(/,$/, '')))).toBe(true);
  });

  it('holds no digest that could be guessed', () => expect(printBaseline(baseline)).not.toContain(SECRET));

  it('gives the same code another digest under another key', () => {
    const [one] = accept({ seen: [big('a.ts#f', SECRET)] }).findings;
    expect(one?.digest).toMatch(/^[0-9a-f]{32}$/);
  });

  it('keeps the commit at which a finding was first seen', () => {
    const first = accept({ seen: [big('a.ts#f', 'aa')], commit: 'c1' });
    const second = accept({ seen: [big('a.ts#f', 'bb'), big('a.ts#g', 'cc')], commit: 'c2' }, first);
    expect(second.findings.map(({ subject, firstSeen }) => [subject.name, firstSeen])).toEqual([
      ['a.ts#f', 'c1'],
      ['a.ts#g', 'c2'],
    ]);
  });
});

describe('a broken baseline', () => {
  it.each([
    ['', 'not valid JSON'],
    ['{', 'not valid JSON'],
    ['<<<<<<< ours\n{}', 'merge conflicts'],
    ['[]', 'names no version'],
    ['null', 'names no version'],
    ['{"version":2}', 'has version 2'],
    ['{"version":1}', 'not what the tool writes'],
    [printBaseline(baseline).replace('"P2"', '"P9"'), 'findings.0.priority'],
  ])('is refused with one sentence (%#)', (text, words) => {
    expect(() => parseBaseline(text, 'baseline.json')).toThrow(UserError);
    try {
      parseBaseline(text, 'baseline.json');
    } catch (error) {
      expect((error as Error).message).toContain(words);
      expect((error as Error).message).toMatch(/^[^\n]+\.$/);
    }
  });

  it('never ends in anything but a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), text => {
        expect(() => parseBaseline(text, 'baseline.json')).toThrow(UserError);
      }),
    );
  });
});
