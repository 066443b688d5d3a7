import { randomBytes } from 'node:crypto';
import { examine } from '../../audit.ts';
import { createBaseline } from '../../baseline/create.ts';
import type { Baseline } from '../../baseline/types.ts';
import { PRIORITIES } from '../../shared/judgement.ts';
import { UserError } from '../../shared/user-error.ts';
import { placeBaseline, readPrevious, writeBaseline } from '../baseline-file.ts';
import { EXIT } from '../exit-codes.ts';
import type { JudgingOptions } from '../options.ts';
import { prepareInputs } from '../prepare.ts';
import { withRepository } from '../session.ts';

export interface BaselineOptions extends JudgingOptions {
  readonly baselineFile?: string;
}

/** `audit baseline [repository]`: accepts today's findings, so that the gate speaks only of what is new. */
export async function runBaseline(target: string, options: BaselineOptions): Promise<number> {
  const { path, previous, baseline } = await withRepository(target, options, async (repository, progress) => {
    const path = await placeBaseline(repository, target, options.baselineFile);
    const previous = await readPrevious(path);
    const inputs = await prepareInputs(repository, options, {
      target,
      baseline: previous,
      failOn: null,
      progress,
      depth: 'full',
    });
    const examined = await examine(repository, inputs);
    if (!examined.runs.some(({ status }) => status === 'completed')) {
      throw new UserError(`Nothing in ${target} could be analysed, so there is nothing to accept: check the path.`);
    }
    const key = previous?.key ?? randomBytes(32).toString('hex');
    const { settings, rulebook, version } = inputs;
    return { path, previous, baseline: createBaseline({ ...examined, settings, rulebook, version, key, previous }) };
  });
  await writeBaseline(path, baseline);
  if (!options.quiet) process.stdout.write(`${describe(path, baseline, previous)}\n`);
  return EXIT.passed;
}

function describe(path: string, { findings }: Baseline, previous: Baseline | null): string {
  const parts = PRIORITIES.map(priority => `${findings.filter(one => one.priority === priority).length} ${priority}`);
  const before = previous === null ? '' : ` It replaces one of ${previous.findings.length}.`;
  const command = path.endsWith('.audit/baseline.json') ? '--baseline' : `--baseline-file ${path}`;
  return [
    `Accepted ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} (${parts.join(', ')}) in ${path}.${before}`,
    `Commit that file. From now on \`audit ${command} --fail-on P0\` fails only on what is new.`,
  ].join('\n');
}
