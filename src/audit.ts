import { analyzers } from './analyzers/index.ts';
import { runAnalyzers } from './analyzers/run.ts';
import { compare } from './baseline/compare.ts';
import type { Baseline } from './baseline/types.ts';
import { collectFacts } from './facts/collect.ts';
import { settle } from './facts/derived/settle.ts';
import type { Repository } from './facts/repository/repository.ts';
import { judge } from './findings/judge.ts';
import { weighDebt } from './model/debt.ts';
import { plan } from './model/plan.ts';
import { score } from './model/score.ts';
import { compose } from './report/compose.ts';
import type { Report } from './report/report.ts';
import type { Rulebook } from './rulebook/rulebook.ts';
import type { AdvisoryFacts } from './shared/facts/manifests.ts';
import type { Priority } from './shared/judgement.ts';
import type { Progress } from './shared/progress.ts';
import type { Settings } from './shared/settings.ts';

export interface Inputs {
  readonly settings: Settings;
  readonly rulebook: Rulebook;
  readonly advisories: AdvisoryFacts;
  readonly baseline: Baseline | null;
  readonly failOn: Priority | null;
  /** Of this tool. */
  readonly version: string;
  readonly progress?: Progress;
}

/** The whole audit, top to bottom. Only its first line touches the outside world. */
export async function audit(repository: Repository, inputs: Inputs): Promise<Report> {
  const { facts, runs, setting, findings } = await examine(repository, inputs);
  const { settings, rulebook, baseline, failOn } = inputs;

  const debt = weighDebt(findings, runs, facts, rulebook);
  const scores = score(runs, debt, rulebook);
  const roadmap = plan(findings, setting, rulebook, settings.price);
  const gate = compare({ findings, runs, facts, setting, rulebook, settings, baseline, failOn });

  return compose({ facts, runs, setting, findings, debt, scores, roadmap, gate, inputs, notes: repository.notes });
}

export type Examined = Awaited<ReturnType<typeof examine>>;

/** What is so, what was seen in it, and how each of it is judged: all that a baseline has to know. */
export async function examine(repository: Repository, inputs: Inputs) {
  const { settings, rulebook, baseline } = inputs;
  const chosen = analyzers.filter(({ id }) => (settings.only?.includes(id) ?? true) && !settings.skip.includes(id));

  const facts = await collectFacts(repository, { analyzers: chosen, ...inputs });
  const runs = runAnalyzers(chosen, facts);
  const setting = settle(facts, baseline);
  const findings = judge(runs, setting, rulebook);

  return { facts, runs, setting, findings };
}
