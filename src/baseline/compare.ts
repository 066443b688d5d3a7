import { issueIds } from '../findings/identity.ts';
import { PRIORITIES, type Priority } from '../shared/judgement.ts';
import { openNews } from './advisories.ts';
import { openArrivals } from './arrivals.ts';
import { judgeChange } from './changes.ts';
import { type BaselineComparison, type Comparison, entryOf } from './comparison.ts';
import { openDepartures } from './departures.ts';
import { openFingerprints } from './fingerprint.ts';
import { match } from './match.ts';
import { openMoves } from './moves.ts';
import { findLosses, findObstacles } from './obstacles.ts';
import { judgeInOldSetting } from './old-setting.ts';
import { isMoreUrgent, reaches } from './reachable.ts';
import type { BaselineEntry, Gate, GateEntry } from './types.ts';

type Lists = Omit<Gate, 'status' | 'failOn' | 'because'>;
type Drafts = { [Name in keyof Lists]: GateEntry[] };

/** Decides whether a change may pass: what is new or has worsened since the baseline, and what was there all along. */
export function compare(comparison: Comparison): Gate {
  const { baseline, failOn, findings } = comparison;
  const lists = draft();
  if (baseline !== null) compareWith({ ...comparison, baseline }, lists);
  else if (failOn !== null)
    for (const finding of findings)
      lists.added.push(entryOf(finding, 'There is no baseline, so every finding counts.'));

  const obstacles = findObstacles(comparison);
  const failing = findFailing(lists, failOn);
  const notes = [...obstacles, ...findLosses(comparison), ...unverifiedNote(lists.unverified)];
  const on = baseline !== null || failOn !== null;

  if (failing.length > 0) return { status: 'failed', failOn, because: [failure(failing, failOn), ...notes], ...lists };
  if (obstacles.length > 0) return { status: 'inconclusive', failOn, because: notes, ...lists };
  if (!on)
    return { status: 'off', failOn, because: ['Neither a baseline nor a priority to fail on was given.'], ...lists };
  return { status: 'passed', failOn, because: [success(failOn, baseline !== null), ...notes], ...lists };
}

function compareWith(comparison: BaselineComparison, lists: Drafts): void {
  const { baseline, findings, facts, rulebook } = comparison;
  const moves = openMoves(facts);
  const { pairs, gone, fresh } = match(
    baseline.findings,
    findings,
    openFingerprints(baseline.key, facts),
    moves,
    rulebook,
  );
  const inOldSetting = judgeInOldSetting(comparison, moves);
  const arrivalOf = openArrivals(comparison);
  const newsOf = openNews(comparison);

  const compounds = new Set(findings.filter(({ parts }) => parts.length > 0));
  for (const { was, is } of pairs) {
    if (compounds.has(is)) continue;
    const { kind, entry } = judgeChange(was, is, inOldSetting.get(is.id), rulebook, newsOf(is));
    lists[kind].push(entry);
  }
  for (const finding of fresh) {
    if (compounds.has(finding)) continue;
    const { kind, because } = arrivalOf(finding);
    lists[kind].push(entryOf(finding, because));
  }
  judgeCompounds([...compounds], new Map(pairs.map(({ was, is }) => [is, was])), lists);
  judgeGone(gone, openDepartures(comparison), lists);
}

/** A compound is as new as its parts: the surroundings alone can make one, and nobody added that. */
function judgeCompounds(
  compounds: readonly Comparison['findings'][number][],
  known: ReadonlyMap<Comparison['findings'][number], BaselineEntry>,
  lists: Drafts,
): void {
  const changed = new Set([...lists.added, ...lists.worsened].map(({ id }) => id));
  for (const finding of compounds) {
    const was = known.get(finding);
    const culprit = finding.parts.find(id => changed.has(id));
    if (was !== undefined && !isMoreUrgent(finding.priority, was.priority))
      lists.accepted.push(entryOf(finding, `It is in the baseline as ${was.priority}.`));
    else if (culprit === undefined)
      lists.escalated.push(entryOf(finding, 'None of its parts is new or worse: only what surrounds them changed.'));
    else
      lists[was === undefined ? 'added' : 'worsened'].push(
        entryOf(finding, `Its part ${culprit} is new or worse than in the baseline.`),
      );
  }
}

function judgeGone(
  gone: readonly BaselineEntry[],
  whyUnverified: (entry: BaselineEntry) => string | null,
  lists: Drafts,
): void {
  const issue = issueIds();
  for (const entry of gone) {
    const { rule, subject, priority } = entry;
    const because = whyUnverified(entry);
    const told = { id: issue(rule, subject), rule, subject, priority };
    if (because === null) lists.fixed.push({ ...told, because: 'Its place was looked at, and it is no longer there.' });
    else lists.unverified.push({ ...told, because });
  }
}

function draft(): Drafts {
  return {
    added: [],
    worsened: [],
    escalated: [],
    newlyKnown: [],
    newlyExamined: [],
    accepted: [],
    fixed: [],
    unverified: [],
  };
}

/** What the gate fails on, the most urgent first. */
function findFailing({ added, worsened }: Drafts, failOn: Priority | null): readonly GateEntry[] {
  if (failOn === null) return [];
  return [...added, ...worsened]
    .filter(({ priority }) => reaches(priority, failOn))
    .sort((a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority));
}

function failure(failing: readonly GateEntry[], failOn: Priority | null): string {
  const [first] = failing;
  if (failing.length === 1) return `One finding of ${failOn} or worse is new or has worsened: ${first?.id}.`;
  return `${failing.length} findings of ${failOn} or worse are new or have worsened: ${first?.id} and others.`;
}

function success(failOn: Priority | null, hasBaseline: boolean): string {
  if (failOn === null) return 'No priority to fail on was given, so nothing can fail.';
  return hasBaseline
    ? `Nothing of ${failOn} or worse is new or has worsened since the baseline.`
    : `Nothing of ${failOn} or worse was found.`;
}

function unverifiedNote(unverified: readonly GateEntry[]): string[] {
  const count = unverified.length;
  if (count === 0) return [];
  return [
    `${count} known ${count === 1 ? 'finding' : 'findings'} could not be checked again, and ${count === 1 ? 'counts' : 'count'} neither as fixed nor as present.`,
  ];
}
