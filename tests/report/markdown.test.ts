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

  it('tells once what is the same of several pieces of work, and where', () => {
    const interventions = [anIntervention(), anIntervention({ id: 'b', order: 2, symptom: 'Another symptom.' })];
    const text = renderMarkdown(aReport({ interventions }));
    expect(text.split(anIntervention().fix)).toHaveLength(2);
    expect(text).toContain('Another symptom.');
    expect(text).toMatch(
      /what to do, what keeps it from coming back and how you will know that it worked:\*\* as in number 1\./,
    );
  });

  it('tells where change and complexity meet, and which functions it is that change', () => {
    const text = renderMarkdown(aReport());
    expect(text).toContain(
      '| `src/payments/charge.ts` | 214 | 61 | 190 (number 2 by these) | `charge` 31, `refund` 4 |',
    );
    expect(text).toContain('| `src/db/store.ts` | 90 | 12 | 12 (number 9 by these) | not compared |');
    expect(text).toContain('over its latest changes only');
    expect(renderMarkdown(aReport({ exhibits: { ...aReport().exhibits, hotspots: [] } }))).not.toContain(
      'Where change and complexity meet',
    );
  });

  it('says when work starts, and not that it is done by then', () => {
    const text = renderMarkdown(aReport());
    expect(text).toContain('starts in the first 30 days');
    expect(text).not.toContain('within 30 days');
  });

  it.each([
    [0, 'No part of it was recognised'],
    [0.004, 'Through under 1% of it'],
    [0.996, 'Through over 99% of it'],
  ])('a critical share of %d is neither nothing nor everything', (criticalShare, words) => {
    expect(renderMarkdown(aReport({ subject: { ...aReport().subject, criticalShare } }))).toContain(words);
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

  it.each([1, 4, 5, 20])('%i points of one cell stand apart in it, with room for what is written under each', many => {
    const interventions = Array.from({ length: many }, (_, index) =>
      anIntervention({ id: `w${index}`, order: index + 1, title: 'Refactor the very/long/path/of/a/payments module' }),
    );
    const text = renderMarkdown(aReport({ interventions }));
    const [, width = 0, height = 0] = (/"chartWidth": (\d+), "chartHeight": (\d+)/.exec(text) ?? []).map(Number);
    const points = [...text.matchAll(/"(\d+[^"]*)": \[([\d.]+), ([\d.]+)\]/g)].map(([, name = '', x, y]) => ({
      name,
      x: Number(x),
      y: Number(y),
    }));
    expect(points).toHaveLength(many);
    for (const { name, x, y } of points) {
      // A letter is about six pixels wide and twelve high; what is written under a point is centred.
      const half = (name.length * 6.2) / width / 2;
      expect(x - half).toBeGreaterThan(2 / 3);
      expect(x + half).toBeLessThan(1.01);
      expect(y).toBeGreaterThan(3 / 4);
      expect(y).toBeLessThan(1 - 20 / height); // what a quadrant is called stands at its top
      for (const other of points) {
        if (other.name === name) continue;
        const aside = Math.abs(other.x - x) * width >= 24;
        const below = Math.abs(other.y - y) * height >= 24;
        expect(aside || below, `${name} and ${other.name}`).toBe(true);
      }
    }
  });

  it('the roadmap starts what is blocked after what blocks it', () => {
    expect(renderMarkdown(aReport())).toMatch(/2 Set up a delivery pipeline :active, w2, after w1, 6d/);
  });

  it('what is put off waits for its time, also when what it comes after is done early', () => {
    const interventions = [
      anIntervention({ id: 'a', order: 1, phase: '60 days' }),
      anIntervention({ id: 'b', order: 2, phase: 'later', blockedBy: ['a'] }),
      anIntervention({ id: 'c', order: 3, phase: 'later', blockedBy: ['b'] }),
    ];
    const text = renderMarkdown(aReport({ interventions }));
    expect(text).toMatch(/ w2, 2001-04-01, /);
    expect(text).toMatch(/ w3, after w2, /);
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
    const size = '%%{init: {"quadrantChart": {"chartWidth": 820, "chartHeight": 620}}}%%\n';
    for (const picture of pictures.map(one => (one.startsWith(size) ? one.slice(size.length) : one))) {
      expect(picture).not.toContain('%%');
      expect(picture).not.toContain(';');
      for (const line of picture.split('\n').filter(one => one.includes('"'))) {
        expect(line).toMatch(/^ {2}"\d+[^"]*": \[0\.\d{3}, 0\.\d{3}\]$/);
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
    ['www.x.example', 'www<!-- -->.x.example'],
    ['go to www', 'go to www<!-- -->'],
    ['a/b#12', 'a/b\\#<!-- -->12'],
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
