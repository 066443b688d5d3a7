import { CONFIDENCES } from '../../shared/judgement.ts';
import type { Observation } from '../../shared/observation.ts';
import { folderOf, type Landscape } from './landscape.ts';

/** What so many manifests of a workspace have in common is one habit, and one row. Our estimate. */
const A_HABIT = 2;
const MOST_PLACES = 50;
const LONGEST_LIST = 1_500;

/** What was seen of one manifest, and of which packages. */
export interface Row<Rule extends string> {
  readonly observation: Observation<Rule>;
  readonly names: readonly string[];
}

/** Tells in one row what was seen of several manifests of one workspace; `sayAll` gives the title its words. */
export function tellTogether<Rule extends string>(
  rows: readonly Row<Rule>[],
  landscape: Landscape,
  sayAll: (manifests: number, packages: readonly string[]) => string,
): readonly Observation<Rule>[] {
  const roots = new Map(
    landscape.manifests.map(({ path, workspaceRoot }) => [path, workspaceRoot ?? folderOf(path)] as const),
  );
  const groups = new Map<string, Row<Rule>[]>();
  for (const row of rows) {
    const { name } = row.observation.subject;
    const root = roots.get(name) ?? name;
    const group = groups.get(root);
    if (group) group.push(row);
    else groups.set(root, [row]);
  }
  return [...groups].flatMap(([root, group]) =>
    group.length < A_HABIT ? group.map(({ observation }) => observation) : [join(root, group, sayAll)],
  );
}

function join<Rule extends string>(
  root: string,
  rows: readonly Row<Rule>[],
  sayAll: (manifests: number, packages: readonly string[]) => string,
): Observation<Rule> {
  const observations = rows.map(({ observation }) => observation);
  const [first] = observations as [Observation<Rule>, ...Observation<Rule>[]];
  const names = [...new Set(rows.flatMap(row => row.names))];
  const weakest = Math.min(...observations.map(({ confidence }) => CONFIDENCES.indexOf(confidence)));
  return {
    ...first,
    subject: { kind: 'file', name: root === '.' ? 'package.json' : `${root}/package.json` },
    places: observations.flatMap(({ places }) => places).slice(0, MOST_PLACES),
    confidence: CONFIDENCES[weakest] ?? first.confidence,
    evidence: {
      told: sayAll(rows.length, names),
      packages: names.length,
      ...(first.evidence.direct === undefined ? {} : { direct: names.length }),
      ...(first.evidence.unlocked === undefined ? {} : { unlocked: sumOf(observations, 'unlocked') }),
      manifests: rows.length,
      ...(observations.some(({ evidence }) => evidence.published)
        ? { published: sumOf(observations, 'published') }
        : {}),
      examples: listByManifest(observations),
    },
  };
}

/** Whoever mends it goes from one manifest to the next. */
function listByManifest(observations: readonly Observation[]): string {
  const lists = observations.map(({ subject, evidence }) => {
    const folder = folderOf(subject.name);
    return `${folder === '.' ? 'the root' : folder}: ${evidence.examples}`;
  });
  let length = 0;
  const kept = lists.filter((list, at) => {
    length += list.length;
    return at === 0 || length <= LONGEST_LIST;
  });
  const all = kept.join('; ');
  return all.length > LONGEST_LIST ? `${all.slice(0, LONGEST_LIST)} …` : all;
}

function sumOf(observations: readonly Observation[], key: string): number {
  return observations.reduce((sum, { evidence }) => sum + Number(evidence[key] ?? 0), 0);
}
