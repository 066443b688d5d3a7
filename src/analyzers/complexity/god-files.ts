import { createHash } from 'node:crypto';
import type { FileFact, FunctionFact } from '../../shared/facts/source.ts';
import type { Facts } from '../../shared/facts.ts';
import type { Observation } from '../../shared/observation.ts';
import type { OversizedFile } from './oversized.ts';

/** Between the names of a function and of one within it. */
const NESTED = ' > ';
/** With fewer a large file is one long story: long, perhaps, but with one reason to change. Our estimate. */
const FEWEST_FUNCTIONS = 20;
/** A callback of fewer lines hands something over and does nothing itself; a route of more is a task of its own. */
const SUBSTANTIAL = 5;

/** Source files that do too much: large, made of code rather than tables, and of many functions. */
export function findGodFiles(
  oversized: readonly OversizedFile[],
  { exports, closeLook }: Pick<Facts, 'exports' | 'closeLook'>,
): Observation<'god-file'>[] {
  return oversized.flatMap(({ file, functions }) => {
    const responsibilities = countResponsibilities(file, functions);
    if (responsibilities < FEWEST_FUNCTIONS) return [];
    const look = closeLook.find(({ path }) => path === file.path);
    const offered = exports.find(({ path }) => path === file.path);
    return [
      {
        rule: 'god-file' as const,
        subject: { kind: 'file' as const, name: file.path },
        places: [{ path: file.path, role: 'definition', digest: digestOf(functions) }],
        confidence: 'high' as const,
        evidence: {
          lines: file.code,
          functions: responsibilities,
          exports: offered?.names.length ?? 0,
          ...(look ? { classes: look.classes.length } : {}),
          ...(look?.maintainability == null ? {} : { maintainability: look.maintainability }),
        },
      },
    ];
  });
}

/**
 * How many functions a file is made of: what has a name, and callbacks that do something, as routes are. Functions within
 * functions are parts of those, except where one function is wrapped around most of the file.
 */
function countResponsibilities(file: FileFact, functions: readonly FunctionFact[]): number {
  let count = 0;
  let prefix: string | undefined = '';
  while (prefix !== undefined) {
    const within: string = prefix;
    const level = functions.filter(
      ({ name }) => name.startsWith(within) && !name.slice(within.length).includes(NESTED),
    );
    count += level.filter(each => isSubstantial(each, within)).length;
    const wrapper = level.find(({ lines }) => lines > file.code / 2);
    prefix = wrapper && wrapper.name.replace(/~\d+$/, '') + NESTED;
  }
  return count;
}

function isSubstantial({ name, ownLines }: FunctionFact, within: string): boolean {
  return !/^(?:callback of |function$|function~)/.test(name.slice(within.length)) || ownLines >= SUBSTANTIAL;
}

/** Made of the digests of its functions, so that neither reformatting nor reordering makes it another file. */
function digestOf(functions: readonly FunctionFact[]): string {
  const digests = functions.map(({ digest }) => digest).sort();
  return createHash('sha256').update(digests.join('\n')).digest('hex');
}
