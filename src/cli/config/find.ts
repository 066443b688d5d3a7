import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Repository } from '../../facts/repository/repository.ts';
import type { Settings } from '../../shared/settings.ts';
import { UserError } from '../../shared/user-error.ts';
import { parseConfiguration } from './parse.ts';
import type { Configuration } from './schema.ts';

export const CONFIGURATION_FILE = 'audit.yaml';

export interface Found {
  readonly configuration: Configuration;
  readonly source: Settings['source'];
}

/**
 * The configuration to judge by: the file that the user names, else the repository's own. A repository cloned from a
 * URL is a stranger's: its settings are not read unless asked for.
 */
export async function findConfiguration(
  repository: Repository,
  asked: string | boolean | undefined,
  cloned: boolean,
): Promise<Found> {
  if (asked === false) return { configuration: {}, source: null };
  if (typeof asked === 'string') {
    const text = await readNamed(asked).catch(async (error: unknown) => {
      // In a clone there is no other way to name the repository's own file.
      const own = cloned ? await repository.read(asked) : undefined;
      if (own === undefined) throw error;
      return own;
    });
    return found(text, asked, Buffer.isBuffer(text));
  }
  const own = cloned ? undefined : await repository.read(CONFIGURATION_FILE);
  return own === undefined ? { configuration: {}, source: null } : found(own, CONFIGURATION_FILE, true);
}

async function readNamed(path: string): Promise<string | Buffer> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new UserError(`The configuration ${path} cannot be read: check the path given to --config.`, { cause });
  }
}

function found(content: string | Buffer, path: string, fromRepository: boolean): Found {
  const text = content.toString();
  return {
    configuration: parseConfiguration(text, path),
    source: { path, fromRepository, digest: createHash('sha256').update(text).digest('hex') },
  };
}
