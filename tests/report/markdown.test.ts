import { describe, expect, it } from 'vitest';
import { code, label, safe } from '../../src/report/markdown/escape.ts';
import { renderMarkdown } from '../../src/report/markdown/render.ts';
import { poison } from './hostile.ts';
import { aFinding, anIntervention, aReport } from './report-builder.ts';

describe('the report in Markdown', () => {
  it('answers first: the light and the verdict stand before any number', () => {
    const text = renderMarkdown(aReport());
    expect(text.indexOf('**Red')).toBeLessThan(text.indexOf('## The four scores'));
    expect(text).toContain(aReport().verdict.sentence.slice(0, 20));
  });

  it('tells each piece of work in five steps, with proof, price and where to look', () => {
    const text = renderMarkdown(aReport());
    const { symptom, rootCause, causeBehind, fix, guardrail, proof } = anIntervention();
    for (const told of [symptom, rootCause, causeBehind, fix, guardrail, proof]) expect(text).toContain(told);
    expect(text).toContain('34 days (18 to 80)');
    expect(text).toContain('`src/payments/charge.ts:120`');
  });

  it('money stands beside the days when there is a rate', () => {
    const one = anIntervention({
      price: { days: [18, 34, 80], cost: { currency: 'EUR', amount: [14400, 27200, 64000] }, because: [] },
    });
    expect(renderMarkdown(aReport({ interventions: [one] }))).toContain('27,000 EUR (14,000 to 64,000)');
    expect(renderMarkdown(aReport())).not.toContain('EUR');
  });

  it('shows the worst findings of a long list and counts the rest', () => {
    const findings = Array.from({ length: 40 }, (_, index) =>
      aFinding({ id: `complex-function-${String(index).padStart(8, '0')}`, title: `function ${index} is tangled` }),
    );
    const work = anIntervention({ findings: findings.map(({ id }) => id) });
    const text = renderMarkdown(aReport({ findings, interventions: [work] }));
    expect(text).toContain('40 findings, the worst 6 here');
    expect(text).toContain('and 34 more');
    expect(text).not.toContain('function 7 is tangled');
  });

  it('points of one cell of the matrix do not cover each other, and lie in their cell', () => {
    const interventions = [1, 2, 3, 4].map(order => anIntervention({ id: `w${order}`, order }));
    const text = renderMarkdown(aReport({ interventions }));
    const points = [...text.matchAll(/"\d [^"]*": \[([\d.]+), ([\d.]+)\]/g)].map(match => [
      Number(match[1]),
      Number(match[2]),
    ]);
    expect(points).toHaveLength(4);
    expect(new Set(points.map(String)).size).toBe(4);
    for (const [x = 0, y = 0] of points) {
      expect(x).toBeGreaterThan(2 / 3);
      expect(x).toBeLessThan(1);
      expect(y).toBeGreaterThan(3 / 4);
      expect(y).toBeLessThan(1);
    }
  });

  it('the roadmap starts what is blocked after what blocks it', () => {
    expect(renderMarkdown(aReport())).toMatch(/2 Set up a delivery pipeline :active, w2, after w1, 6d/);
  });

  it('nobody waits for a phase without work', () => {
    const start = (phase: '30 days' | '60 days') => {
      const works = [
        anIntervention({ id: 'a', order: 1, phase }),
        anIntervention({ id: 'b', order: 2, phase: '60 days' }),
      ];
      return /2 Refactor.*:crit, w2, (\S+),/.exec(renderMarkdown(aReport({ interventions: works })))?.[1];
    };
    expect(start('60 days')).toBe('2001-01-01');
    expect(start('30 days')).toBe('2001-01-31');
  });

  it('a report without anything wrong still says so', () => {
    const text = renderMarkdown(aReport({ interventions: [], findings: [], notAssessed: [] }));
    expect(text).toContain('Nothing was found that needs work.');
    expect(text).not.toContain('```mermaid');
  });

  it('hostile names become neither markup, nor links, nor cells, nor pictures', () => {
    const text = renderMarkdown(poison(aReport()));
    const withoutBreaks = text
      .replaceAll('<br>', '')
      .replaceAll('<!-- -->', '')
      .replace(/<\/?code>/g, '');
    expect(withoutBreaks).not.toMatch(/<[a-z/!]/i);
    expect(text).not.toMatch(/(?<!\\)\]\(/);
    expect(text).not.toMatch(/https?:\/\//);
    expect(text).not.toContain('www.evil');
    expect(text).not.toContain('@torvalds');
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    expect(text.match(/```/g)).toHaveLength(4);
    for (const line of text.split('\n').filter(one => one.startsWith('| '))) {
      expect(line.endsWith(' |')).toBe(true);
      expect(line.split('|').length - 1).toBeLessThanOrEqual(7);
    }
  });

  it('hostile titles cannot leave their line or their quotes in a picture', () => {
    const text = renderMarkdown(poison(aReport()));
    const pictures = [...text.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(match => match[1] ?? '');
    for (const picture of pictures) {
      expect(picture).not.toContain('%%');
      expect(picture).not.toContain(';');
      for (const line of picture.split('\n').filter(one => one.includes('"'))) {
        expect(line).toMatch(/^ {2}"\d+[^"]*": \[0\.\d\d, 0\.\d\d\]$/);
      }
    }
  });
});

describe('escaping for Markdown', () => {
  it.each([
    ['a|b', 'a&#124;b'],
    ['<b>', '&lt;b&gt;'],
    ['1. no list', '1\\. no list'],
    ['0.1.0', '0.1.0'],
    ['- no list', '\\- no list'],
    ['snake_case', 'snake\\_case'],
    ['`tick`', '\\`tick\\`'],
    ['https://x.example', 'https:<!-- -->//x.example'],
    ['@someone', '@<!-- -->someone'],
    ['$a$', '&#36;a&#36;'],
  ])('%j becomes %j', (hostile, expected) => {
    expect(safe(hostile)).toBe(expected);
  });

  it('a tame path is code in backticks, a hostile one in an element', () => {
    expect(code('src/pay.ts:12')).toBe('`src/pay.ts:12`');
    expect(code('a`b|c')).toBe('<code>a\\`b&#124;c</code>');
  });

  it('a label keeps letters of any script and loses syntax', () => {
    expect(label('Zahlungs-Modul: "neu" [x]; ü')).toBe('Zahlungs-Modul neu x ü');
  });
});
