import { openSurvey } from '../../../dist/facts/source/survey.js';
import { isFunction, textOf } from '../../../dist/shared/syntax.js';

/** @typedef {{ kind: 'function' | 'field' | 'block', start: number, line: number, name: string, cyclomatic: number, cognitive: number }} Row */

/** Notes where everything begins that may be told of as a function: the facts have names and lines, and two can share a line. */
const POSITIONS = {
  analyzer: 'positions',
  reader: {
    id: 'positions',
    version: 1,
    open(file) {
      const named = [];
      const fields = [];
      return {
        enter(node, ancestors) {
          const parent = ancestors.at(-1);
          const { start, end } = node;
          if (isFunction(node)) named.push({ kind: 'function', start, name: file.around() });
          else if (node.type === 'StaticBlock') named.push({ kind: 'block', start, name: file.around() });
          else if (parent?.type === 'PropertyDefinition' && parent.value === node) {
            const [line, endLine] = [file.lineAt(parent.key.start), file.lineAt(end - 1)];
            fields.push({ kind: 'field', start, line, endLine, key: textOf(parent.key) });
          }
        },
        close: () => ({ named, fields }),
      };
    },
  },
};

/**
 * What the survey tells of one file, with the offset of each function.
 * @returns {{ rows: Row[] } | { because: string }}
 */
export function measureOurs(fact, text) {
  const survey = openSurvey({ readers: [POSITIONS], tokens: false });
  const { path, skipped } = survey.take(fact, text);
  if (skipped !== undefined) return { because: skipped };
  const { functions, sightings } = survey.close();
  const { named, fields } = sightings.get(POSITIONS.analyzer).get(path);
  const places = new Map(named.map(place => [place.name, place]));
  const free = new Set(fields);
  const rows = functions.map(told => {
    const place = places.get(told.name) ?? takeField(told, free);
    if (place === undefined) throw new Error(`${path}: nothing begins where ${told.name} is said to be`);
    const { name, line, cyclomatic, cognitive } = told;
    return { kind: place.kind, start: place.start, line, name, cyclomatic, cognitive };
  });
  return { rows };
}

/** Fields have a name among the functions only when they decide something, so they are found by place and key. */
function takeField({ name, line, endLine }, free) {
  const found = [...free].find(
    field => field.line === line && field.endLine === endLine && name.includes(`${field.key} (initial value)`),
  );
  free.delete(found);
  return found;
}
