import { failures } from '../../src/analyzers/failures/failures.ts';
import { runAnalyzers } from '../../src/analyzers/run.ts';
import { collectFacts } from '../../src/facts/collect.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import type { Observation } from '../../src/shared/observation.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';

/** What is observed in a small tree, or in one file of it, as in a real audit. */
export async function observed(
  files: Readonly<Record<string, string>> | string,
  path = 'src/shop.ts',
): Promise<readonly Observation[]> {
  const tree = typeof files === 'string' ? { [path]: files } : files;
  const facts = await collectFacts(memoryRepository({ files: tree }), {
    analyzers: [failures],
    settings: DEFAULT_SETTINGS,
    advisories: { digest: null, advisories: [] },
  });
  const [run] = runAnalyzers([failures], facts);
  if (run?.status !== 'completed') throw new Error(run && 'because' in run ? run.because : 'the analyzer did not run');
  return run.observations;
}

/** The observations of one rule. */
export async function observedOf(
  rule: string,
  files: Readonly<Record<string, string>> | string,
  path?: string,
): Promise<readonly Observation[]> {
  return (await observed(files, path)).filter(observation => observation.rule === rule);
}
