import { createHash } from 'node:crypto';
import type { Baseline, Gate } from '../baseline/types.ts';
import type { Finding } from '../findings/finding.ts';
import type { Debt } from '../model/debt.ts';
import type { Plan, Scores } from '../model/types.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { AnalyzerRun } from '../shared/analyzer.ts';
import type { CollectedFacts, RepositoryFacts } from '../shared/facts.ts';
import type { Setting } from '../shared/setting.ts';
import type { Settings } from '../shared/settings.ts';
import { exhibit } from './compose/exhibits.ts';
import { tellFindings } from './compose/findings.ts';
import { gatherGaps } from './compose/not-assessed.ts';
import { gatherNotes } from './compose/notes.ts';
import { meetPeople } from './compose/people.ts';
import { askQuestions } from './compose/questions.ts';
import { reachVerdict } from './compose/verdict.ts';
import { sumWork, tellInterventions } from './compose/work.ts';
import type { Report } from './report.ts';

export interface Composed {
  readonly facts: CollectedFacts;
  readonly runs: readonly AnalyzerRun[];
  readonly setting: Setting;
  /** Worst first. */
  readonly findings: readonly Finding[];
  readonly debt: Debt;
  readonly scores: Scores;
  readonly roadmap: Plan;
  readonly gate: Gate;
  readonly inputs: {
    readonly settings: Settings;
    readonly rulebook: Rulebook;
    readonly advisories: { readonly digest: string | null };
    readonly baseline: Baseline | null;
    readonly version: string;
  };
  /** What was worth telling about how the repository was opened. */
  readonly notes?: readonly string[];
}

const NOWHERE: RepositoryFacts = {
  name: 'repository',
  commit: null,
  date: null,
  branch: null,
  state: 'folder',
  modified: false,
  scope: '.',
};

/** Puts together everything that a reader is told. Judges nothing new but the one sentence at the top. */
export function compose({
  facts,
  runs,
  setting,
  findings,
  debt,
  scores,
  roadmap,
  gate,
  inputs,
  notes = [],
}: Composed): Report {
  const { settings, rulebook, advisories, baseline, version } = inputs;
  const people = meetPeople(facts, settings);
  return {
    schemaVersion: 1,
    tool: { name: 'repo-audit', version },
    subject: {
      ...describe(facts),
      criticalShare: setting.criticalShare,
      flaggedShare: debt.flagged.value === null ? null : debt.flagged.value / 100,
      commits: facts.history.available ? facts.history.value.commits : null,
      notes: gatherNotes(notes, facts, setting, settings),
    },
    inputs: {
      depth: settings.depth,
      configuration: settings.source === null ? null : { ...settings.source },
      people: settings.people.show,
      rulebook: rulebook.digest,
      advisories: advisories.digest,
      baseline: baseline === null ? null : digestOf(baseline),
    },
    verdict: reachVerdict(roadmap.interventions, scores),
    overall: { ...scores.overall, because: [...scores.overall.because] },
    dimensions: tellScores(scores),
    work: sumWork(roadmap.interventions),
    interventions: tellInterventions(roadmap.interventions),
    cuts: [...roadmap.cuts],
    findings: tellFindings(findings, roadmap.interventions, rulebook, people),
    gate: tellGate(gate),
    notAssessed: [...gatherGaps(facts, runs, scores, settings)],
    questions: askQuestions(facts, setting, findings, rulebook),
    exhibits: exhibit(facts, setting, people),
    runs: runs.map(run => ({
      analyzer: run.analyzer,
      status: run.status,
      because: run.status === 'completed' ? null : run.because,
      examined: run.status === 'completed' ? { ...run.examined } : null,
    })),
  };
}

function describe({ repository, files }: CollectedFacts) {
  const { name, commit, date, branch, state, modified, scope } = repository.available ? repository.value : NOWHERE;
  const all = files.available ? files.value : [];
  const code = all.reduce((sum, file) => sum + (file.kind === 'source' ? file.code : 0), 0);
  return { name, commit, date, branch, state, modified, scope, files: all.length, code };
}

function tellScores({ dimensions }: Scores): Report['dimensions'] {
  return dimensions.map(dimension => ({
    ...dimension,
    indicators: dimension.indicators.map(indicator => ({ ...indicator, because: [...indicator.because] })),
    because: [...dimension.because],
  }));
}

function tellGate(gate: Gate): Report['gate'] {
  return {
    ...gate,
    because: [...gate.because],
    added: [...gate.added],
    worsened: [...gate.worsened],
    escalated: [...gate.escalated],
    newlyKnown: [...gate.newlyKnown],
    newlyExamined: [...gate.newlyExamined],
    accepted: [...gate.accepted],
    fixed: [...gate.fixed],
    unverified: [...gate.unverified],
  };
}

/** Two audits with the same baseline say so by the same digest. */
function digestOf(baseline: Baseline): string {
  return createHash('sha256').update(JSON.stringify(baseline)).digest('hex');
}
