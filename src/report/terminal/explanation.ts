import type { Explanation } from '../explain.ts';
import { paragraph } from './page.ts';
import { pageOf, type Terminal } from './render.ts';

/** An explanation on a terminal: the heading in bold, steps indented, everything wrapped. */
export function renderExplanation(explanation: Explanation, terminal: Terminal): string {
  const page = pageOf(terminal);
  const lines = explanation.flatMap((line, index) => {
    if (line === '') return [''];
    if (index === 0) return paragraph(page, line, 0, page.ink.bold);
    const step = line.startsWith('  ');
    return paragraph(page, line, step ? 2 : 0, text => (step ? text : page.ink.cyan(text)));
  });
  return `${lines.join('\n')}\n`;
}
