import { STAGES } from '../../shared/facts/pipelines.ts';
import type { CloneFacts, FileFact, Repetition } from '../../shared/facts/source.ts';
import type { CollectedFacts } from '../../shared/facts.ts';
import type { Setting } from '../../shared/setting.ts';
import { subjectKey } from '../../shared/subject.ts';
import type { Report } from '../report.ts';
import type { People } from './people.ts';

type Exhibits = Report['exhibits'];

const MOST_COPIES = 15;
const MOST_HOTSPOTS = 15;
const MOST_FUNCTIONS = 5;

/** Plain data for pictures: what the files are, the parts and what they depend on, the people, the pipeline, the months, the copies and the hotspots. */
export function exhibit(facts: CollectedFacts, setting: Setting, people: People): Exhibits {
  return {
    files: facts.files.available ? countFiles(facts.files.value) : [],
    modules: describeModules(facts, setting),
    people: facts.authorship.available
      ? facts.authorship.value.repository.people.map(({ person, share, files, active }) => ({
          person: people.name(person),
          share,
          files,
          active,
        }))
      : [],
    pipeline: describePipeline(facts),
    months: facts.history.available ? facts.history.value.months.map(month => ({ ...month })) : [],
    copies: facts.clones.available ? describeCopies(facts.clones.value) : null,
    hotspots: describeHotspots(facts),
  };
}

function countFiles(files: readonly FileFact[]): Exhibits['files'] {
  const rows = new Map<string, Exhibits['files'][number]>();
  for (const { kind, language, code } of files) {
    const key = `${kind} ${language ?? ''}`;
    const row = rows.get(key) ?? { kind, language, files: 0, code: 0 };
    rows.set(key, { ...row, files: row.files + 1, code: row.code + code });
  }
  return [...rows].sort(([a, x], [b, y]) => y.code - x.code || (a < b ? -1 : 1)).map(([, row]) => row);
}

function describeCopies({ source, tests, clones }: CloneFacts): Exhibits['copies'] {
  const sum = ({ repeated, lines }: Repetition) => ({ repeated, lines });
  return {
    source: sum(source),
    tests: sum(tests),
    largest: clones.slice(0, MOST_COPIES).map(({ likeness, lines, tokens, copies }) => ({
      likeness,
      lines,
      tokens,
      places: copies.map(place => ({ ...place })),
    })),
  };
}

function describeModules({ modules, imports, authorship }: CollectedFacts, setting: Setting): Exhibits['modules'] {
  if (!modules.available) return [];
  const { of } = modules.value;
  const dependsOn = new Map<string, Set<string>>();
  for (const { from, to } of imports.available ? imports.value : []) {
    const [source, target] = [of.get(from), to === null ? undefined : of.get(to)];
    if (source === undefined || target === undefined || source === target) continue;
    const targets = dependsOn.get(source) ?? new Set();
    dependsOn.set(source, targets.add(target));
  }
  return modules.value.modules.map(({ id, name, files, code }) => ({
    id,
    name,
    files: files.length,
    code,
    critical: setting.steps['critical-path'].has(subjectKey({ kind: 'module', name: id })),
    busFactor: authorship.available ? (authorship.value.modules.get(id)?.value ?? null) : null,
    dependsOn: [...(dependsOn.get(id) ?? [])].sort(),
  }));
}

/** Found is what the score counts as found; a place without that is where a stage may be, and nobody can tell. */
function describePipeline({ pipelines }: CollectedFacts): Exhibits['pipeline'] {
  if (!pipelines.available) return [];
  return STAGES.map(stage => {
    const sightings = pipelines.value.stages.filter(one => one.stage === stage);
    const certain = sightings.find(({ confidence }) => confidence !== 'low');
    const sighting = certain ?? sightings[0];
    return { stage, found: certain !== undefined, path: sighting?.path ?? null, line: sighting?.line ?? null };
  });
}

function describeHotspots({ hotspots, functionChurn }: CollectedFacts): Exhibits['hotspots'] {
  if (!hotspots.available) return [];
  const churn = new Map((functionChurn.available ? functionChurn.value : []).map(one => [one.path, one]));
  return hotspots.value.slice(0, MOST_HOTSPOTS).map(({ recentCommits, commits, ...hotspot }) => {
    const { compared = 0, functions = [] } = churn.get(hotspot.path) ?? {};
    return {
      ...hotspot,
      changesOfYear: recentCommits,
      changes: commits,
      compared,
      functions: functions.slice(0, MOST_FUNCTIONS).map(({ name, commits }) => ({ name, changes: commits })),
    };
  });
}
