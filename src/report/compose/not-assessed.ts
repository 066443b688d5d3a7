import type { Scores } from '../../model/types.ts';
import type { AnalyzerRun } from '../../shared/analyzer.ts';
import { type FileFact, SURVEYED_LANGUAGES } from '../../shared/facts/source.ts';
import type { CollectedFacts } from '../../shared/facts.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Report } from '../report.ts';
import { count, DIMENSION_WORDS, list, number, percent } from '../words.ts';

type Gap = Report['notAssessed'][number];

const MOST_NAMES = 8;
/** Of a dimension's weight, so much must be assessed. */
const ENOUGH = 0.5;
const LANGUAGES: Readonly<Record<string, string>> = {
  csharp: 'C#',
  cpp: 'C++',
  fsharp: 'F#',
  php: 'PHP',
  css: 'CSS',
  scss: 'SCSS',
  html: 'HTML',
  sql: 'SQL',
  graphql: 'GraphQL',
  coffeescript: 'CoffeeScript',
  powershell: 'PowerShell',
};

const UNMEASURED = 'nothing in this audit measures it';
const NOT_LOOKED_INTO = 'counted, but the code inside is not looked into: this version reads JavaScript and TypeScript';

/** Everything that nothing is known about, each with the reason. What has one reason is told once. */
export function gatherGaps(
  facts: CollectedFacts,
  runs: readonly AnalyzerRun[],
  scores: Scores,
  settings: Settings,
): readonly Gap[] {
  return gather([
    ...gapsOfScores(scores),
    ...gapsOfRuns(runs),
    ...(settings.skip.length > 0 ? [{ what: list(settings.skip), because: 'left out on request (--skip)' }] : []),
    ...(settings.only === null
      ? []
      : [{ what: 'The other analyzers', because: `only ${list(settings.only)} was asked for (--only)` }]),
    ...(facts.files.available ? gapsOfFiles(facts.files.value) : []),
    ...gapsOfDocuments(facts),
  ]);
}

function gapsOfScores({ dimensions }: Scores): Gap[] {
  const missing = dimensions.filter(({ score }) => score === null);
  const wholes = missing.map(dimension => ({
    what: `${DIMENSION_WORDS[dimension.id].title} as a whole (${percent(dimension.examined)} of it could be)`,
    because: mainReason(dimension) ?? 'less than half of what its score rests on could be assessed',
  }));
  const parts = dimensions.flatMap(({ indicators }) =>
    indicators
      .filter(({ score }) => score === null)
      .map(({ title, because }) => ({ what: title, because: reason(because) })),
  );
  return [...wholes, ...parts];
}

/** The one reason that alone keeps a dimension from being assessed. */
function mainReason({ indicators }: Scores['dimensions'][number]): string | undefined {
  const whole = indicators.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Map<string, number>();
  for (const { score, weight, because } of indicators) {
    const why = reason(because);
    if (score === null && why !== UNMEASURED) weights.set(why, (weights.get(why) ?? 0) + weight);
  }
  return [...weights].find(([, weight]) => weight > whole * ENOUGH)?.[0];
}

function gapsOfRuns(runs: readonly AnalyzerRun[]): Gap[] {
  return runs.flatMap(run =>
    run.status === 'completed' ? [] : [{ what: `The analyzer ${run.analyzer}`, because: reason([run.because]) }],
  );
}

function gapsOfFiles(files: readonly FileFact[]): Gap[] {
  const languages = new Map<string, { files: number; lines: number }>();
  const skipped = new Map<string, FileFact[]>();
  for (const file of files) {
    if (file.kind !== 'source') continue;
    if (file.language !== null && !SURVEYED_LANGUAGES.has(file.language)) {
      const sum = languages.get(file.language) ?? { files: 0, lines: 0 };
      languages.set(file.language, { files: sum.files + 1, lines: sum.lines + file.code });
    } else if (file.skipped !== undefined) {
      skipped.set(file.skipped, [...(skipped.get(file.skipped) ?? []), file]);
    }
  }
  const byLines = [...languages].sort((a, b) => b[1].lines - a[1].lines || (a[0] < b[0] ? -1 : 1));
  return [
    ...byLines.map(([language, { files, lines }]) => ({
      what: `${spellLanguage(language)} (${count(lines, 'line')} in ${count(files, 'file')})`,
      because: NOT_LOOKED_INTO,
    })),
    ...[...skipped]
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
      .map(([because, some]) => ({
        what: some.length === 1 ? (some[0]?.path ?? '') : `${number(some.length)} source files, first ${some[0]?.path}`,
        because: reason([because]),
      })),
  ];
}

function gapsOfDocuments({ manifests, pipelines, coverage }: CollectedFacts): Gap[] {
  const gaps: Gap[] = [];
  if (manifests.available) {
    for (const { path, unread } of manifests.value.locks) {
      if (unread !== null) gaps.push({ what: `The lock ${path}`, because: unread });
    }
    const others = new Map<string, string[]>();
    for (const { path, ecosystem } of manifests.value.others) {
      others.set(ecosystem, [...(others.get(ecosystem) ?? []), path]);
    }
    for (const [ecosystem, paths] of others) {
      gaps.push({
        what: `${ecosystem} dependencies (${list(paths, 2)})`,
        because: 'this version reads the packages of npm, yarn and pnpm',
      });
    }
  }
  if (pipelines.available) {
    for (const { provider, path, read, because } of pipelines.value.providers) {
      if (!read) gaps.push({ what: `The ${provider} pipeline ${path}`, because: because ?? 'it could not be read' });
    }
  }
  if (coverage.available) {
    for (const { path, unread } of coverage.value.reports) {
      if (unread !== null) gaps.push({ what: `The coverage report ${path}`, because: unread });
    }
  }
  return gaps;
}

/** One entry for each reason, in the order in which the reasons first came up. */
function gather(gaps: readonly Gap[]): Gap[] {
  const byReason = new Map<string, string[]>();
  for (const { what, because } of gaps) {
    const names = byReason.get(because) ?? [];
    if (!names.includes(what)) byReason.set(because, [...names, what]);
  }
  return [...byReason].map(([because, names]) => ({ what: enumerate(names), because }));
}

/** Names may hold commas of their own. */
function enumerate(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return [...names.slice(0, MOST_NAMES), ...(rest > 0 ? [`${number(rest)} more`] : [])].join('; ');
}

function spellLanguage(language: string): string {
  return LANGUAGES[language] ?? language.charAt(0).toUpperCase() + language.slice(1);
}

/** The reason without the words that the heading already says, and without its full stop. */
function reason(because: readonly string[]): string {
  const said = because.map(line => line.replace(/^not assessed:? ?/i, '').replace(/\.$/, '')).filter(Boolean);
  return said.join('; ') || UNMEASURED;
}
