import { compareText } from '../../shared/text-order.ts';
import type { Report } from '../report.ts';
import { GATE_LISTS, GATE_WORDS, number } from '../words.ts';
import { safe } from './escape.ts';
import { heading, item, type Page, paragraph } from './page.ts';

const MOST_GAPS = 8;
const MOST_ENTRIES = 5;

/** What could not be looked at, so that silence is not taken for health. */
export function drawNotAssessed(page: Page, { notAssessed }: Report): string[] {
  if (notAssessed.length === 0) return [];
  const shown = notAssessed.slice(0, MOST_GAPS).flatMap(gap => item(page, '–', `${gap.what}: ${gap.because}`));
  const rest = notAssessed.length - MOST_GAPS;
  const more =
    rest > 0 ? paragraph(page, `and ${number(rest)} more, in the Markdown and JSON reports`, 4, page.ink.dim) : [];
  return [...heading(page, 'Not assessed'), ...shown, ...more];
}

/** Whether this may go in, and what changed since the baseline. */
export function drawGate(page: Page, { gate, inputs }: Report): string[] {
  if (gate.status === 'off' && inputs.baseline === null) return [];
  const { ink } = page;
  const paint = { off: ink.dim, passed: ink.green, failed: ink.red, inconclusive: ink.yellow }[gate.status];
  const on = gate.failOn === null ? '' : ` (fails on ${gate.failOn})`;
  const changed = GATE_LISTS.filter(([key]) => gate[key].length > 0);
  // The most urgent first: what failed it must be among those shown.
  const entries =
    gate.status === 'failed'
      ? [...gate.added, ...gate.worsened, ...gate.escalated].sort((a, b) => compareText(a.priority, b.priority))
      : [];
  return [
    ...heading(page, 'Gate'),
    `  ${paint.bold(GATE_WORDS[gate.status].toUpperCase())}${on}`,
    ...gate.because.flatMap(line => paragraph(page, line)),
    ...entries
      .slice(0, MOST_ENTRIES)
      .flatMap(entry => item(page, '–', `${entry.priority} ${entry.id} in ${entry.subject.name}: ${entry.because}`)),
    ...(changed.length > 0 && inputs.baseline !== null
      ? paragraph(page, changed.map(([key, words]) => `${number(gate[key].length)} ${words}`).join(' · '), 2, ink.dim)
      : []),
  ];
}

/** What a reader would do next, as commands. */
export function drawNext(page: Page, report: Report): string[] {
  const target = page.target === '.' ? '' : ` ${quoted(page.target)}`;
  const json = page.written.find(path => path.endsWith('.json'));
  const [worst] = report.findings;
  const from = json !== undefined ? ` --from ${quoted(json)}` : target === '' ? '' : ' --from report.json';
  const outputs = json === undefined && target !== '' ? '-o report.md -o report.json' : '-o report.md';
  const commands = [
    ...(page.written.some(path => path.endsWith('.md'))
      ? []
      : [[`audit${target} ${outputs}`, 'the whole report, for people']]),
    ...(worst === undefined ? [] : [[`audit explain ${worst.id}${from}`, 'why this finding is rated so']]),
    ...(report.inputs.baseline === null && worst !== undefined && canKeepBaseline(report)
      ? [[`audit baseline${target}`, "accept today's findings, fail only on new ones"]]
      : []),
  ];
  return [
    ...(page.written.length > 0 ? ['', ...paragraph(page, `Written: ${page.written.join(', ')}`)] : []),
    ...(commands.length > 0 ? heading(page, 'Next') : []),
    ...commands.flatMap(([command, what]) => [`  ${page.ink.cyan(command)}`, `      ${page.ink.dim(what)}`]),
  ];
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  const plain = safe(path);
  return /^[\w./:@~+][\w./:@~+-]*$/.test(plain) ? plain : `'${plain.replaceAll("'", "'\\''")}'`;
}

/** Only a whole work tree can keep a baseline without being told where. */
function canKeepBaseline({ subject }: Report): boolean {
  return subject.state !== 'commit' && subject.scope === '.';
}
