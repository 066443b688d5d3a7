import { readFile } from 'node:fs/promises';
import { analyzers } from '../../analyzers/index.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings.ts';
import { UserError } from '../../shared/user-error.ts';
import { suggest } from '../nearest.ts';
import type { JudgingOptions } from '../options.ts';
import type { Found } from './find.ts';

/** The settings of one audit: the command line decides, then the configuration, then the defaults. */
export async function settleSettings(
  { configuration, source }: Found,
  options: JudgingOptions,
  depth: Settings['depth'],
): Promise<Settings> {
  const { people, price, classify = {} } = configuration;
  return {
    source,
    depth: options.depth ?? configuration.depth ?? depth,
    only: knownAnalyzers(options.only ?? configuration.only) ?? null,
    skip: knownAnalyzers(options.skip ?? configuration.skip) ?? [],
    exclude: configuration.exclude ?? DEFAULT_SETTINGS.exclude,
    classify: Object.entries(classify).map(([glob, kind]) => ({ glob, kind })),
    critical: configuration.critical ?? DEFAULT_SETTINGS.critical,
    people: {
      show: options.people ?? people?.show ?? DEFAULT_SETTINGS.people.show,
      bots: people?.bots ?? DEFAULT_SETTINGS.people.bots,
    },
    price: price ?? null,
    coverage: await Promise.all((options.coverage ?? []).map(readCoverage)),
  };
}

function knownAnalyzers(names: readonly string[] | undefined): readonly string[] | undefined {
  const known = analyzers.map(({ id }) => id);
  for (const name of names ?? []) {
    if (!known.includes(name)) {
      throw new UserError(`There is no analyzer ${name}: ${suggest(name, known, `use one of ${known.join(', ')}.`)}`);
    }
  }
  return names;
}

async function readCoverage(path: string): Promise<Settings['coverage'][number]> {
  try {
    return { path, text: await readFile(path, 'utf8') };
  } catch (cause) {
    throw new UserError(`The coverage report ${path} cannot be read: check the path given to --coverage.`, { cause });
  }
}
