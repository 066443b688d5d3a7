import { collectFacts } from '../../facts/collect.ts';
import type { TableName } from '../../report/tables/columns.ts';
import { layTable } from '../../report/tables/columns.ts';
import { formatTable, type TableFormat } from '../../report/tables/formats.ts';
import { UserError } from '../../shared/user-error.ts';
import { EXIT } from '../exit-codes.ts';
import type { ReadingOptions } from '../options.ts';
import { prepareInputs } from '../prepare.ts';
import { withRepository } from '../session.ts';

export interface FactsOptions extends ReadingOptions {
  readonly only: TableName;
  readonly format: TableFormat;
}

/** `audit facts [repository]`: what is so, without any opinion, for spreadsheets and scripts. */
export async function runFacts(target: string, options: FactsOptions): Promise<number> {
  const { only, format, ...reading } = options;
  const text = await withRepository(target, options, async (repository, progress) => {
    const inputs = await prepareInputs(repository, reading, {
      target,
      baseline: null,
      failOn: null,
      progress,
      // The close look adds nothing to these tables.
      depth: 'quick',
    });
    const facts = await collectFacts(repository, { ...inputs, analyzers: [] });
    const told = { people: facts.history, hotspots: facts.hotspots, functions: null, files: null }[only];
    if (told?.available === false) {
      throw new UserError(
        `Nothing is known of the ${only} of ${target} (${told.because}): audit a clone with its history.`,
      );
    }
    return formatTable(layTable(only, facts, inputs.settings), format);
  });
  process.stdout.write(text);
  return EXIT.passed;
}
