import { Chalk } from 'chalk';
import type { Report } from '../report.ts';
import { drawGate, drawNext, drawNotAssessed } from './close.ts';
import type { Page } from './page.ts';
import { drawScores, drawVerdict } from './verdict.ts';
import { drawFindings, drawMatrix, drawWork } from './work.ts';

export interface Terminal {
  readonly color: boolean;
  readonly width: number;
  /** The repository as the user typed it. */
  readonly target?: string;
  /** Reports that were written to files, to be told of. */
  readonly written?: readonly string[];
}

/** Narrower than this, tables fall apart; wider, lines grow too long to read. */
const NARROWEST = 72;
const WIDEST = 110;

const SECTIONS = [
  drawVerdict,
  drawScores,
  drawMatrix,
  drawWork,
  drawFindings,
  drawNotAssessed,
  drawGate,
  drawNext,
] as const;

/** The report on one screen or two: the verdict first, what to run next last. */
export function renderTerminal(report: Report, terminal: Terminal): string {
  const page = pageOf(terminal);
  return print(SECTIONS.flatMap(draw => draw(page, report)));
}

/** Only whether the gate let it pass, for a run that is asked to be quiet. */
export function renderGate(report: Report, terminal: Terminal): string {
  return print(drawGate(pageOf(terminal), report));
}

export function pageOf({ color, width, target = '.', written = [] }: Terminal): Page {
  const ink = new Chalk({ level: color ? 1 : 0 });
  return { width: Math.min(Math.max(width, NARROWEST), WIDEST), ink, target, written };
}

function print(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
