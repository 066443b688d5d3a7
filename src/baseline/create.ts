import type { Finding } from '../findings/finding.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { AnalyzerRun } from '../shared/analyzer.ts';
import { reachesBack } from '../shared/facts/history.ts';
import { SURVEYED_LANGUAGES } from '../shared/facts/source.ts';
import type { CollectedFacts } from '../shared/facts.ts';
import { STEPS, STEPS_OF_HISTORY, type Step } from '../shared/judgement.ts';
import type { Setting } from '../shared/setting.ts';
import type { Settings } from '../shared/settings.ts';
import { openFingerprints } from './fingerprint.ts';
import { match } from './match.ts';
import { openMoves } from './moves.ts';
import type { Baseline, BaselineEntry } from './types.ts';

export interface Accepting {
  readonly findings: readonly Finding[];
  readonly runs: readonly AnalyzerRun[];
  readonly facts: CollectedFacts;
  readonly setting: Setting;
  readonly rulebook: Rulebook;
  readonly settings: Settings;
  /** Of this tool. */
  readonly version: string;
  /** 64 random hex digits; the key of `previous` where there is one, so that digests stay comparable. */
  readonly key: string;
  /** The baseline that is replaced: what it knew keeps the commit at which it was first seen. */
  readonly previous: Baseline | null;
}

/** Accepts today's findings as known debt, with what a later audit must remember to judge fairly. */
export function createBaseline(accepting: Accepting): Baseline {
  const { runs, facts, rulebook, settings, version, key } = accepting;
  const repository = facts.repository.available ? facts.repository.value : null;
  return {
    version: 1,
    key,
    tool: version,
    commit: repository?.commit ?? null,
    date: repository?.date ?? null,
    depth: settings.depth,
    rulebook: rulebook.digest,
    advisories: facts.advisories.available ? facts.advisories.value.digest : null,
    rules: [...rulebook.rules.keys()].sort(),
    analyzers: runs
      .filter(({ status }) => status === 'completed' || status === 'not-applicable')
      .map(({ analyzer }) => analyzer)
      .sort(),
    examined: Object.fromEntries(
      runs.flatMap(run => (run.status === 'completed' ? [[run.analyzer, run.examined] as const] : [])),
    ),
    unexamined: unexamined(facts),
    setting: remember(accepting),
    findings: entries(accepting, repository?.commit ?? null),
  };
}

/** Only what is known: nothing that is hot is another thing than nobody knowing what is. */
function remember({ facts: { history }, setting, previous }: Accepting): Baseline['setting'] {
  const believed = history.available && reachesBack(history.value.completeness);
  const unknown = new Set<Step>(believed ? [] : STEPS_OF_HISTORY.filter(step => !previous?.setting[step]));
  const known = STEPS.filter(step => !unknown.has(step));
  return Object.fromEntries(known.map(step => [step, [...setting.steps[step].keys()].sort()] as const));
}

function entries({ findings, facts, rulebook, key, previous }: Accepting, commit: string | null): BaselineEntry[] {
  const printOf = openFingerprints(key, facts);
  const known = previous?.key === key ? previous.findings : [];
  const { pairs } = match(known, findings, printOf, openMoves(facts), rulebook);
  const firstSeen = new Map(pairs.map(({ was, is }) => [is, was.firstSeen]));
  return findings.map(finding => ({
    ...printOf(finding),
    priority: finding.priority,
    measure: measureOf(finding, rulebook),
    firstSeen: firstSeen.has(finding) ? (firstSeen.get(finding) ?? null) : commit,
  }));
}

/** The number that a finding's own rule climbs by; null for rules without one. */
export function measureOf({ rule, evidence }: Finding, { rules }: Rulebook): number | null {
  const name = rules.get(rule)?.measure;
  const value = name === undefined ? undefined : evidence[name];
  return typeof value === 'number' ? value : null;
}

/** Languages that are counted and not read, and source files that were passed over. */
function unexamined({ files }: CollectedFacts): Baseline['unexamined'] {
  const sources = (files.available ? files.value : []).filter(({ kind }) => kind === 'source');
  const languages = new Set(sources.flatMap(({ language }) => language ?? []));
  return {
    languages: [...languages].filter(language => !SURVEYED_LANGUAGES.has(language)).sort(),
    files: sources
      .filter(({ skipped }) => skipped !== undefined)
      .map(({ path }) => path)
      .sort(),
  };
}
