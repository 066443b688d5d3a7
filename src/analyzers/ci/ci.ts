import { defineAnalyzer } from '../../shared/analyzer.ts';
import { type PipelineFacts, stageStates } from '../../shared/facts/pipelines.ts';
import type { FileFact } from '../../shared/facts/source.ts';
import type { Extent } from '../../shared/observation.ts';
import { REPOSITORY } from '../../shared/subject.ts';
import { applicableStages, isService } from './applicable.ts';
import { findIgnoredFailures } from './ignored-failures.ts';
import { measureStages } from './measures.ts';
import { findManualDeploy, findNoPipeline, findNoStaging, findPipelineWithoutTests } from './missing.ts';

/** Which stages of a delivery pipeline exist, and which that ought to exist are missing or are not heeded. */
export const ci = defineAnalyzer({
  id: 'ci',
  needs: ['repository', 'pipelines', 'files', 'manifests', 'tests'],
  emits: ['no-pipeline', 'pipeline-without-tests', 'ignored-failure', 'no-staging', 'manual-deploy'],
  gauges: ['pipeline-stages', 'pipeline-stages.applicable'],
  analyze({ repository, pipelines, files, manifests, tests }) {
    const code = sourceLines(files);
    if (code === 0 && pipelines.providers.length === 0) {
      return { status: 'not-applicable', because: 'there is no source code to check or ship' };
    }
    const states = stageStates(pipelines);
    const service = isService(pipelines, manifests);
    // A part of a repository is checked by pipelines that lie at its root, out of sight.
    const hidden = repository.scope !== '.' && pipelines.providers.length === 0;
    const seen = { pipelines, states, service, code, tests, paths: files.map(({ path }) => path) };
    return {
      status: 'completed',
      observations: [
        ...(hidden ? [] : findNoPipeline(seen)),
        ...findPipelineWithoutTests(seen),
        ...findIgnoredFailures(pipelines),
        ...(hidden ? [] : findNoStaging(seen)),
        ...(hidden ? [] : findManualDeploy(seen)),
      ].map(observation => ({ subject: REPOSITORY, ...observation })),
      measures: measureStages(states, applicableStages(pipelines, service), pipelines, hidden),
      examined: examinedIn(pipelines, hidden),
    };
  },
});

function examinedIn({ providers }: PipelineFacts, hidden: boolean): Extent {
  if (providers.length === 0) return { examined: hidden ? 0 : 1, of: 1, unit: 'repository' };
  return { examined: providers.filter(({ read }) => read).length, of: providers.length, unit: 'pipeline files' };
}

function sourceLines(files: readonly FileFact[]): number {
  return files.reduce((sum, { kind, code }) => sum + (kind === 'source' ? code : 0), 0);
}
