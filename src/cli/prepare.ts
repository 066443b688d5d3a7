import type { Inputs } from '../audit.ts';
import type { Baseline } from '../baseline/types.ts';
import { readAdvisories } from '../facts/manifests/advisories.ts';
import type { Repository } from '../facts/repository/repository.ts';
import { readTarget } from '../facts/repository/target.ts';
import type { AdvisoryFacts } from '../shared/facts/manifests.ts';
import type { Priority } from '../shared/judgement.ts';
import type { Progress } from '../shared/progress.ts';
import { findConfiguration } from './config/find.ts';
import { settleSettings } from './config/settle.ts';
import type { JudgingOptions } from './options.ts';
import { readRulebook } from './rules-folder.ts';
import { ownVersion } from './version.ts';

const NO_ADVISORIES: AdvisoryFacts = { digest: null, advisories: [] };

export interface Preparing {
  readonly target: string;
  readonly baseline: Baseline | null;
  readonly failOn: Priority | null;
  readonly progress: Progress;
  /** A pull request is looked at quickly, a repository fully, unless the user says otherwise. */
  readonly depth: 'quick' | 'full';
}

/** Reads everything besides the repository that an audit goes by. */
export async function prepareInputs(
  repository: Repository,
  options: JudgingOptions,
  preparing: Preparing,
): Promise<Inputs> {
  const { target, baseline, failOn, progress, depth } = preparing;
  const cloned = readTarget(target).kind === 'url';
  const found = await findConfiguration(repository, options.config, cloned);
  return {
    settings: await settleSettings(found, options, depth),
    rulebook: await readRulebook(),
    advisories: options.advisories === undefined ? NO_ADVISORIES : await readAdvisories(options.advisories),
    baseline,
    failOn,
    version: ownVersion(),
    progress,
  };
}
