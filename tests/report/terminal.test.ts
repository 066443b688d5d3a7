import { describe, expect, it } from 'vitest';
import { safe } from '../../src/report/terminal/escape.ts';
import { renderGate, renderTerminal } from '../../src/report/terminal/render.ts';
import { clip, widthOf, wrap } from '../../src/report/terminal/wrap.ts';
import { poison } from './hostile.ts';
import { anIntervention, aReport } from './report-builder.ts';

const PLAIN = { color: false, width: 80 };
const SGR = /\u001b\[\d+(;\d+)*m/g;

describe('the report on a terminal', () => {
  it('starts with what was audited and the verdict, and ends with what to run next', () => {
    const lines = renderTerminal(aReport(), PLAIN).trimEnd().split('\n');
    expect(lines[0]).toBe('acme-payments');
    expect(lines.slice(0, 6).join(' ')).toContain('● RED');
    expect(lines.slice(-6).join(' ')).toContain('audit baseline');
  });

  it.each([80, 72, 100])('no line is wider than %i columns', width => {
    const long = anIntervention({ title: `Refactor ${'a-very-long-module-name/'.repeat(8)}` });
    const report = aReport({
      interventions: [long],
      verdict: { light: 'amber', sentence: 'word '.repeat(80), because: [] },
    });
    for (const color of [true, false]) {
      for (const line of renderTerminal(report, { color, width }).split('\n')) {
        expect(widthOf(line.replace(SGR, '')), line).toBeLessThanOrEqual(width);
      }
    }
  });

  it('wide letters take two columns, also in tables', () => {
    const report = aReport({ interventions: [anIntervention({ title: '支払いモジュールを作り直す'.repeat(3) })] });
    for (const line of renderTerminal(report, PLAIN).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80);
  });

  it('quotes paths in the commands to run next, so that they can be pasted', () => {
    const text = renderTerminal(aReport(), { ...PLAIN, target: "my $(rm) ada's repo", written: ['the report.json'] });
    expect(text).toContain("audit 'my $(rm) ada'\\''s repo' -o report.md");
    expect(text).toContain("--from 'the report.json'");
    expect(renderTerminal(aReport(), { ...PLAIN, target: '../plain-repo' })).toContain('audit ../plain-repo -o');
  });

  it('without colour there is not one escape sequence', () => {
    expect(renderTerminal(aReport(), PLAIN)).not.toContain('\u001b');
    expect(renderTerminal(aReport(), { color: true, width: 80 })).toContain('\u001b[');
  });

  it('colour changes no word', () => {
    const coloured = renderTerminal(aReport(), { color: true, width: 80 });
    expect(coloured.replace(SGR, '')).toBe(renderTerminal(aReport(), PLAIN));
  });

  it('what was not assessed has no score and no bar', () => {
    const line = renderTerminal(aReport(), PLAIN)
      .split('\n')
      .find(one => one.includes('Architecture '));
    expect(line).toMatch(/not assessed$/);
    expect(line).not.toMatch(/[█░\d]/);
  });

  it('hostile names move no cursor, colour nothing and break no line', () => {
    const text = renderTerminal(poison(aReport()), { ...PLAIN, target: '\u001b[2J', written: ['\u202ex.md'] });
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    expect(text).not.toContain('[31m');
    for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80);
  });

  it('a failed gate names what failed it', () => {
    const entry = {
      id: 'god-file-12345678',
      rule: 'god-file',
      subject: { kind: 'file' as const, name: 'src/pay.ts' },
      priority: 'P0' as const,
      because: 'not in the baseline',
    };
    const gate = { ...aReport().gate, status: 'failed' as const, failOn: 'P0' as const, added: [entry] };
    const text = renderGate(aReport({ gate }), PLAIN);
    expect(text).toContain('FAILED');
    expect(text).toContain('god-file-12345678 in src/pay.ts');
  });

  it('shows what failed the gate before what is merely new', () => {
    const entry = (id: string, priority: 'P0' | 'P2') => ({
      id,
      rule: 'god-file',
      subject: { kind: 'file' as const, name: 'a.ts' },
      priority,
      because: 'It is new.',
    });
    const minor = Array.from({ length: 9 }, (_, index) => entry(`minor-${index}`, 'P2'));
    const gate = { ...aReport().gate, status: 'failed' as const, added: minor, worsened: [entry('grave', 'P0')] };
    expect(renderGate(aReport({ gate }), PLAIN)).toContain('P0 grave');
  });

  it('a gate that was never asked for is not mentioned', () => {
    expect(renderTerminal(aReport(), PLAIN)).not.toContain('GATE');
  });
});

describe('escaping for the terminal', () => {
  it.each([
    ['\u001b[1;31mred\u001b[0m', 'red'],
    ['\u001b]8;;http://evil\u0007link\u001b]8;;\u0007', 'link'],
    ['\u009b31mred', 'red'],
    ['a\tb\r\nc', 'a b c'],
    ['abc\u202edef', 'abcdef'],
    ['p\u0430yments', 'p\u0430yments'],
    ['e\u0301', 'e\u0301'],
  ])('%j becomes %j', (hostile, expected) => {
    expect(safe(hostile)).toBe(expected);
  });

  it.each(['\u001b]', '\u001b[', '\u0301'])('is read to its end, however often it says %j', part => {
    expect(safe(`${part.repeat(500_000)}\u0007end`).replace(/^\u0301{3}/, '')).toBe('end');
  });
});

describe('wrapping', () => {
  it('breaks at spaces, and a long path after a slash', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('src/payments/charge.ts', 14)).toEqual(['src/payments/', 'charge.ts']);
  });

  it('clips in the middle, so that both ends of a path remain', () => {
    const clipped = clip('src/very/deep/folder/of/things/charge.ts:120', 20);
    expect(clipped).toMatch(/^src\/.*…/);
    expect(clipped).toMatch(/ts:120$/);
    expect(widthOf(clipped)).toBeLessThanOrEqual(20);
  });
});
