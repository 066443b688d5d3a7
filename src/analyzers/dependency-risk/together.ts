import { CONFIDENCES } from '../../shared/judgement.ts';
import type { Observation } from '../../shared/observation.ts';
import { folderOf, type Landscape } from './landscape.ts';
import { count, nameSome } from './listing.ts';

/** What so many manifests of a workspace have in common is one habit, and one row. Our estimate. */
const A_HABIT = 3;
const MOST_PLACES = 10;

/** Tells in one row what was seen of several manifests of one workspace; `sayAll` gives the title its words. */
export function tellTogether<Rule extends string>(
  rows: readonly Observation<Rule>[],
  landscape: Landscape,
  sayAll: (manifests: number, packages: string) => string,
): readonly Observation<Rule>[] {
  const roots = new Map(
    landscape.manifests.map(({ path, workspaceRoot }) => [path, workspaceRoot ?? folderOf(path)] as const),
  );
  const groups = new Map<string, Observation<Rule>[]>();
  for (const row of rows) {
    const root = roots.get(row.subject.name) ?? row.subject.name;
    const group = groups.get(root);
    if (group) group.push(row);
    else groups.set(root, [row]);
  }
  return [...groups].flatMap(([root, group]) => (group.length < A_HABIT ? group : [join(root, group, sayAll)]));
}

function join<Rule extends string>(
  root: string,
  rows: readonly Observation<Rule>[],
  sayAll: (manifests: number, packages: string) => string,
): Observation<Rule> {
  const [first] = rows as readonly [Observation<Rule>, ...Observation<Rule>[]];
  const packages = rows.reduce((sum, { evidence }) => sum + Number(evidence.packages), 0);
  const weakest = Math.min(...rows.map(({ confidence }) => CONFIDENCES.indexOf(confidence)));
  return {
    ...first,
    subject: { kind: 'file', name: root === '.' ? 'package.json' : `${root}/package.json` },
    places: rows.flatMap(({ places }) => places.slice(0, 1)).slice(0, MOST_PLACES),
    confidence: CONFIDENCES[weakest] ?? first.confidence,
    evidence: {
      told: sayAll(rows.length, count(packages)),
      packages,
      manifests: rows.length,
      examples: nameSome(rows.flatMap(({ evidence }) => String(evidence.examples).split(', '))),
    },
  };
}
