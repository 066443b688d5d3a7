import { gatherPipelines } from '../../src/facts/pipelines/gather.ts';
import { describeFile } from '../../src/facts/source/describe.ts';
import type { PipelineFacts, Stage } from '../../src/shared/facts/pipelines.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';

/** Pipeline facts of a small tree, gathered as an audit would. */
export function gathered(files: Readonly<Record<string, string>>): PipelineFacts {
  const gatherer = gatherPipelines();
  for (const path of Object.keys(files).sort()) {
    const { fact, text } = describeFile(path, Buffer.from(files[path] ?? ''), DEFAULT_SETTINGS);
    if (text !== null && gatherer.wants(fact)) gatherer.take({ path, text });
  }
  return gatherer.close();
}

/** One workflow with one job; each entry is a step, a string being a script. */
export function workflow(steps: readonly (string | Readonly<Record<string, unknown>>)[], more: object = {}): string {
  return JSON.stringify({
    on: { push: { branches: ['main'] }, pull_request: null },
    jobs: {
      job: {
        'runs-on': 'ubuntu-latest',
        ...more,
        steps: steps.map(step => (typeof step === 'string' ? { run: step } : step)),
      },
    },
  });
}

export function stagesOf(files: Readonly<Record<string, string>> | string): readonly Stage[] {
  const tree = typeof files === 'string' ? { '.github/workflows/ci.yml': files } : files;
  const certain = gathered(tree).stages.filter(({ confidence }) => confidence !== 'low');
  return [...new Set(certain.map(({ stage }) => stage))];
}

/** An expression of GitHub Actions: `inputs.x` in its double braces. */
export function expression(text: string): string {
  return `$\{{ ${text} }}`;
}
