import { safe } from '../../../dist/report/terminal/escape.js';
import { UNEXPLAINED } from './causes.mjs';
import { MEASURES } from './tally.mjs';

const ORACLE = { cyclomatic: 'ESLint', cognitive: 'SonarJS' };
const SEES = { ours: 'only we see', theirs: 'only ESLint sees' };
const CANNOT_READ = { ours: 'we do not read', theirs: 'typescript-eslint does not read', both: 'neither side reads' };

/**
 * One repository's comparison, or that of all, as lines for a terminal.
 * @param {string} title
 * @param {ReturnType<typeof import('./tally.mjs').openTally>} tally
 * @param {{ places?: boolean }} [options] whether each difference is named
 */
export function tell(title, tally, { places = true } = {}) {
  const lines = [
    `${title}: ${number(tally.files)} files, ${number(tally.functions)} functions that both sides see`,
    ...MEASURES.map(measure => tellAgreement(measure, tally.agreement[measure])),
    ...group(tally.differences, ({ measure, cause }) => `${measure} complexity: ${cause}`).flatMap(([what, found]) => [
      `  ${plural(found.length, 'function')} with another ${what}`,
      ...(places ? found.map(tellDifference) : []),
    ]),
    ...group(tally.alone, ({ side, cause }) => `${SEES[side]}: ${cause}`).flatMap(([what, found]) => [
      `  ${plural(found.length, 'function')} that ${what}`,
      ...(places && found[0].cause === UNEXPLAINED ? found.map(({ path, line }) => `    ${path}:${line}`) : []),
    ]),
    ...group(tally.unread, ({ side }) => CANNOT_READ[side]).flatMap(([what, found]) => [
      `  ${plural(found.length, 'file')} that ${what}`,
      ...(places ? found.map(({ path, because }) => `    ${path}: ${because}`) : []),
    ]),
  ];
  return `${lines.map(safe).join('\n')}\n`;
}

function tellAgreement(measure, { equal, of, decidingEqual, deciding }) {
  return (
    `  ${measure.padEnd(10)} ${percent(equal, of)} equal to ${ORACLE[measure]}'s: ${number(equal)} of ${number(of)}; ` +
    `of those that decide anything ${percent(decidingEqual, deciding)}: ${number(decidingEqual)} of ${number(deciding)}`
  );
}

function tellDifference({ measure, path, line, name, ours, theirs }) {
  return `    ${path}:${line}  ours ${ours}, ${ORACLE[measure]} ${theirs}  ${name}`;
}

function group(items, nameOf) {
  const groups = new Map();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return [...groups];
}

/** Never rounded up to a hundred. */
function percent(part, whole) {
  return whole === 0 ? 'none' : `${(Math.floor((1e4 * part) / whole) / 100).toFixed(2)}%`;
}

function number(value) {
  return value.toLocaleString('en');
}

function plural(value, noun) {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}
