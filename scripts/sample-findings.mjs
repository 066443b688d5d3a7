import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** Which findings of several JSON reports should a reader look up? `npm run -s sample -- --seed 7 --count 60 a.json b.json` prints them as a table to judge: P0 and P1 first, in an order that the seed alone decides. */
const MOST_OF_ONE_RULE = 10;
const COLUMNS = ['#', 'repository', 'finding', 'place', 'priority', 'verdict', 'reason'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '7' }, count: { type: 'string', default: '60' } },
});
if (positionals.length === 0 || !/^\d{1,9}$/.test(values.seed) || !/^\d{1,4}$/.test(values.count)) {
  console.error('usage: npm run -s sample -- --seed <number> --count <number> <report.json> …');
  process.exit(2);
}
const sampled = sample(positionals.flatMap(readFindings), Number(values.seed), Number(values.count));
console.log(
  [COLUMNS, COLUMNS.map(() => '---'), ...sampled.map(rowOf)].map(cells => `| ${cells.join(' | ')} |`).join('\n'),
);

function readFindings(path) {
  const report = JSON.parse(readFileSync(path, 'utf8'));
  return report.findings.map(finding => ({ ...finding, repository: report.subject.name.replace('+', '/') }));
}

function sample(findings, seed, count) {
  const random = randomFrom(seed);
  const taken = [];
  const ofRule = new Map();
  for (const priorities of [['P0', 'P1'], ['P2']]) {
    const candidates = shuffle(
      findings.filter(finding => priorities.includes(finding.priority)),
      random,
    );
    for (const finding of candidates.sort(
      (a, b) => Number(a.priority > b.priority) - Number(a.priority < b.priority),
    )) {
      const already = ofRule.get(finding.rule) ?? 0;
      if (taken.length >= count || already >= MOST_OF_ONE_RULE) continue;
      ofRule.set(finding.rule, already + 1);
      taken.push(finding);
    }
  }
  return taken;
}

function rowOf(finding, index) {
  const first = finding.places[0];
  const place = first === undefined ? '' : `${first.path}${first.line === undefined ? '' : `:${first.line}`}`;
  return [index + 1, finding.repository, escapeCell(finding.title), escapeCell(place), finding.priority, '', ''];
}

function shuffle(items, random) {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
  }
  return shuffled;
}

/** The same numbers for the same seed on every machine: mulberry32. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function escapeCell(text) {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/\s+/g, ' ');
}
