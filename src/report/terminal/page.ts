import type { ChalkInstance } from 'chalk';
import type { Priority } from '../../shared/judgement.ts';
import type { Report } from '../report.ts';
import { safe } from './escape.ts';
import { wrap } from './wrap.ts';

/** What every section draws on: how wide it is, and the ink, which is colourless where colour is unwanted. */
export interface Page {
  readonly width: number;
  readonly ink: ChalkInstance;
  /** The repository as the user typed it, for the commands to run next. */
  readonly target: string;
  /** Reports that were written to files. */
  readonly written: readonly string[];
}

export function heading({ ink }: Page, title: string, aside = ''): string[] {
  return ['', ink.bold(title.toUpperCase()) + (aside ? ink.dim(`  ${aside}`) : '')];
}

/** Foreign text as wrapped lines; `paint` colours each line after it was measured. */
export function paragraph(page: Page, text: string, indent = 2, paint: (line: string) => string = line => line) {
  const margin = ' '.repeat(indent);
  return wrap(safe(text), page.width - indent).map(line => margin + paint(line));
}

/** A paragraph whose first line is preceded by a mark and whose other lines hang under it. */
export function item(page: Page, mark: string, text: string, paint: (line: string) => string = line => line): string[] {
  const [first = '', ...rest] = wrap(safe(text), page.width - 2 - mark.length - 1);
  const hang = ' '.repeat(2 + mark.length + 1);
  return [`  ${mark} ${paint(first)}`, ...rest.map(line => hang + paint(line))];
}

export function inkOf({ ink }: Page, priority: Priority): ChalkInstance {
  const inks = { P0: ink.red, P1: ink.yellow, P2: ink.blue } as const satisfies Record<Priority, ChalkInstance>;
  return inks[priority];
}

export function inkOfLight({ ink }: Page, light: Report['verdict']['light']): ChalkInstance {
  const inks = {
    red: ink.red,
    amber: ink.yellow,
    green: ink.green,
    grey: ink.gray,
  } as const satisfies Record<Report['verdict']['light'], ChalkInstance>;
  return inks[light];
}
