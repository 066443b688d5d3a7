import { createHash } from 'node:crypto';
import type { FileFact, FunctionFact } from '../../shared/facts/source.ts';
import type { Facts } from '../../shared/facts.ts';
import type { Observation } from '../../shared/observation.ts';
import { OVERSIZED } from './shares.ts';

/** Below this a large file is a table or one long story: long, perhaps, but with one reason to change. Our estimate. */
const FEWEST_FUNCTIONS = 20;
/** Own lines of named functions, as a share of the file's code. A table of constants has next to none. */
const LEAST_CODE_IN_FUNCTIONS = 0.4;

/** Source files that do too much: large, made of code rather than data, and of many functions. */
export function findGodFiles(
  sources: readonly FileFact[],
  functions: readonly FunctionFact[],
  { exports, closeLook }: Pick<Facts, 'exports' | 'closeLook'>,
): Observation<'god-file'>[] {
  return sources
    .filter(({ code }) => code > OVERSIZED)
    .flatMap(file => {
      const own = functions.filter(({ path }) => path === file.path);
      const inFunctions = own.reduce((sum, { ownLines }) => sum + ownLines, 0);
      // Callbacks and closures are parts of something; what has a name at the top is something.
      const responsibilities = own.filter(({ name }) => !name.includes(' > ') && !name.startsWith('callback of '));
      if (responsibilities.length < FEWEST_FUNCTIONS || inFunctions < file.code * LEAST_CODE_IN_FUNCTIONS) return [];
      const look = closeLook.find(({ path }) => path === file.path);
      const offered = exports.find(({ path }) => path === file.path);
      return [
        {
          rule: 'god-file' as const,
          subject: { kind: 'file' as const, name: file.path },
          places: [{ path: file.path, role: 'definition', digest: digestOf(own) }],
          confidence: 'high' as const,
          evidence: {
            lines: file.code,
            functions: responsibilities.length,
            exports: offered?.names.length ?? 0,
            ...(look ? { classes: look.classes.length } : {}),
            ...(look?.maintainability == null ? {} : { maintainability: look.maintainability }),
          },
        },
      ];
    });
}

/** Made of the digests of its functions, so that neither reformatting nor reordering makes it another file. */
function digestOf(functions: readonly FunctionFact[]): string {
  const digests = functions.map(({ digest }) => digest).sort();
  return createHash('sha256').update(digests.join('\n')).digest('hex');
}
