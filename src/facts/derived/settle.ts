import { type HistoryFacts, reachesBack } from '../../shared/facts/history.ts';
import type { CriticalPathFacts } from '../../shared/facts/source.ts';
import { type CollectedFacts, type Fact, knownOf, unknown } from '../../shared/facts.ts';
import { STEPS_OF_HISTORY, type Step, type StepOfHistory } from '../../shared/judgement.ts';
import type { Setting } from '../../shared/setting.ts';
import { findHotspots } from './hotspots.ts';
import { importersOf } from './module-graph.ts';
import { findQuiet } from './quiet.ts';
import { findReach } from './reach.ts';
import { findSingleKnowers } from './single-knowers.ts';
import { activePeople } from './team.ts';

/** What an earlier audit with more history found, as the baseline keeps it. */
interface PastSetting {
  readonly setting: { readonly [S in Step]?: readonly string[] | undefined };
}

const NO_MODULES = { modules: [], of: new Map<string, string>() };
const NO_CRITICAL_PATH: CriticalPathFacts = { subjects: new Map(), files: new Set(), share: null, notes: [] };

const WORDS = {
  hotspot: 'which files change most',
  'single-knower': 'which parts only one person knows',
  quiet: 'which parts nobody touches any more',
} satisfies Record<StepOfHistory, string>;

/** Describes the surroundings of every finding: what is critical, hot, singly known, depended on or quiet, and why. */
export function settle(facts: CollectedFacts, baseline: PastSetting | null): Setting {
  const modules = knownOf(facts.modules) ?? NO_MODULES;
  const imports = knownOf(facts.imports) ?? [];
  const history = knownOf(believed(facts.history));
  const critical = knownOf(facts.criticalPath) ?? NO_CRITICAL_PATH;
  const past = history === null ? null : fromHistory(history);
  const tell = (step: StepOfHistory) => past?.[step] ?? remembered(step, baseline);

  return {
    steps: {
      'critical-path': critical.subjects,
      hotspot: tell('hotspot'),
      'single-knower': tell('single-knower'),
      reach: findReach(importersOf(imports, modules), modules),
      quiet: tell('quiet'),
    },
    modules: modules.of,
    criticalShare: critical.share,
    activePeople: history === null ? null : activePeople(history).length,
    notes: [...critical.notes, ...missingNotes(STEPS_OF_HISTORY.filter(step => !past?.[step]))],
  };

  function fromHistory(told: HistoryFacts): Record<StepOfHistory, ReadonlyMap<string, string> | null> {
    const authorship = knownOf(facts.authorship);
    const date = knownOf(facts.repository)?.date ?? told.last;
    return {
      hotspot: findHotspots(told, knownOf(facts.functions) ?? [], modules, {
        churn: knownOf(facts.functionChurn) ?? [],
        remembered:
          facts.functionChurn.available || !baseline?.setting.hotspot ? null : remembered('hotspot', baseline),
      }),
      'single-knower': authorship && findSingleKnowers(told, authorship, modules),
      quiet: findQuiet(told, imports, modules, critical.files, date),
    };
  }

  /** One sentence for what the baseline remembers, and one for what nobody does. */
  function missingNotes(missing: readonly StepOfHistory[]): string[] {
    const because = knownReason(believed(facts.history)) ?? knownReason(facts.authorship) ?? 'nobody looked';
    const isKept = (step: StepOfHistory) => baseline?.setting[step] !== undefined;
    const kept = missing.filter(isKept);
    const lost = missing.filter(step => !isKept(step));
    return [
      ...(kept.length > 0 ? [`Taken from the baseline (${because}): ${wordsFor(kept)}.`] : []),
      ...(lost.length > 0 ? [`Not known (${because}), so it raises or lowers nothing: ${wordsFor(lost)}.`] : []),
    ];
  }
}

/** A history that does not reach back shows a few commits as if they were all. */
function believed(history: Fact<HistoryFacts>): Fact<HistoryFacts> {
  if (!history.available || reachesBack(history.value.completeness)) return history;
  return unknown(history.value.completeness === 'shallow' ? 'this is a shallow clone' : 'the history breaks off');
}

function knownReason(fact: Fact<unknown>): string | null {
  return fact.available ? null : fact.because;
}

function remembered(step: StepOfHistory, baseline: PastSetting | null): ReadonlyMap<string, string> {
  return new Map(
    (baseline?.setting[step] ?? []).map(key => [
      key,
      'so it was when the baseline was written, with more history at hand',
    ]),
  );
}

function wordsFor(steps: readonly StepOfHistory[]): string {
  const words = steps.map(step => WORDS[step]);
  const last = words.pop() ?? '';
  return words.length > 0 ? `${words.join(', ')} and ${last}` : last;
}
