import { createHash } from 'node:crypto';
import type { FunctionFact } from '../../shared/facts/source.ts';

/** Of what is made of functions: neither reformatting nor reordering makes it another file or class. */
export function digestOf(functions: readonly FunctionFact[]): string {
  const digests = functions.map(({ digest }) => digest).sort();
  return createHash('sha256').update(digests.join('\n')).digest('hex');
}
