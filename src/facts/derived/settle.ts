import type { HistoryFacts } from '../../shared/facts/history.ts';
import type { CollectedFacts, Fact } from '../../shared/facts.ts';
import type { Step } from '../../shared/judgement.ts';
import type { Setting } from '../../shared/setting.ts';
import type { Settings } from '../../shared/settings.ts';
import { findCriticalPaths } from './critical-paths.ts';
import { findHotspots } from './hotspots.ts';
import { importersOf } from './module-graph.ts';
import { findQuiet } from './quiet.ts';
import { findReach } from './reach.ts';
import { findSingleKnowers } from './single-knowers.ts';

/** What an earlier audit with more history found, as the baseline keeps it. */
interface PastSetting {
  readonly setting: { readonly [S in Step]?: readonly string[] | undefined };
}

const NO_MODULES = { modules: [], of: new Map<string, string>() };

/** The steps that only history can tell, in words. */
const FROM_HISTORY = {
  hotspot: 'Which files change most',
  'single-knower': 'Which parts only one person knows',
  quiet: 'Which parts nobody touches any more',
} as const;
type HistoricalStep = keyof typeof FROM_HISTORY;

/** Describes the surroundings of every finding: what is critical, hot, singly known, depended on or quiet, and why. */
export function settle(facts: CollectedFacts, settings: Settings, baseline: PastSetting | null): Setting {
  const modules = knownOf(facts.modules) ?? NO_MODULES;
  const imports = knownOf(facts.imports) ?? [];
  const history = knownOf(facts.history);
  const critical = findCriticalPaths(knownOf(facts.files) ?? [], imports, modules, settings.critical);
  const active = history === null ? null : activePeople(history);
  const past = fromHistory();
  const told: Record<HistoricalStep, ReadonlyMap<string, string>> = {
    hotspot: past.hotspot ?? remembered('hotspot', baseline),
    'single-knower': past['single-knower'] ?? remembered('single-knower', baseline),
    quiet: past.quiet ?? remembered('quiet', baseline),
  };
  const missing = (Object.keys(FROM_HISTORY) as HistoricalStep[]).filter(step => past[step] === null);

  return {
    steps: {
      'critical-path': critical.subjects,
      hotspot: told.hotspot,
      'single-knower': told['single-knower'],
      reach: findReach(importersOf(imports, modules), modules),
      quiet: told.quiet,
    },
    modules: modules.of,
    criticalShare: critical.share,
    activePeople: active?.size ?? null,
    notes: [...critical.notes, ...missing.map(step => missingNote(step, baseline, facts.history))],
  };

  /** Null for what this history cannot be believed about. */
  function fromHistory(): Record<HistoricalStep, ReadonlyMap<string, string> | null> {
    if (history === null || active === null || history.completeness === 'shallow')
      return { hotspot: null, 'single-knower': null, quiet: null };
    const authorship = knownOf(facts.authorship);
    const date = knownOf(facts.repository)?.date ?? history.last;
    return {
      hotspot: findHotspots(history, knownOf(facts.functions) ?? [], modules),
      'single-knower':
        authorship === null || history.completeness === 'degraded'
          ? null
          : findSingleKnowers(history, authorship, modules, active),
      quiet: findQuiet(history, imports, modules, critical.files, date),
    };
  }
}

function knownOf<T>(fact: Fact<T>): T | null {
  return fact.available ? fact.value : null;
}

/** People, not robots, who committed in the year before the audited commit. */
function activePeople({ people }: HistoryFacts): ReadonlySet<string> {
  return new Set(people.filter(({ bot, recentCommits }) => !bot && recentCommits > 0).map(({ id }) => id));
}

function remembered(step: HistoricalStep, baseline: PastSetting | null): ReadonlyMap<string, string> {
  return new Map(
    (baseline?.setting[step] ?? []).map(key => [
      key,
      'so it was when the baseline was written, with more history at hand',
    ]),
  );
}

function missingNote(step: HistoricalStep, baseline: PastSetting | null, history: Fact<HistoryFacts>): string {
  const because = history.available ? `this history is ${history.value.completeness}` : history.because;
  const remedy = baseline?.setting[step]
    ? 'the baseline was asked instead'
    : 'it raises or lowers nothing in this audit';
  return `${FROM_HISTORY[step]} could not be told (${because}): ${remedy}.`;
}
