import { Chalk } from 'chalk';
import type { Report } from '../report.ts';
import { drawGate, drawNext, drawNotAssessed } from './close.ts';
import type { Page } from './page.ts';
import { drawScores, drawVerdict } from './verdict.ts';
import { drawFindings, drawMatrix, drawWork } from './work.ts';

export interface Terminal {
  readonly color: boolean;
  readonly width: number;
  readonly target?: string;
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
export function renderTerminal(report: Report, { color, width, target = '.' }: Terminal): string {
  const page: Page = {
    width: Math.min(Math.max(width, NARROWEST), WIDEST),
    target,
    ink: new Chalk({ level: color ? 1 : 0 }),
  };
  return `${SECTIONS.flatMap(draw => draw(page, report)).join('\n')}\n`;
}
