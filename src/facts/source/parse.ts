import { type ParserOptions, parseSync } from 'oxc-parser';
import type { SourceFile, SyntaxNode } from '../../shared/reader.ts';
import { DEEPEST, isTooDeep } from './depth.ts';
import { needsTrial, tryApart } from './parse-trial.ts';

export interface Parsed {
  readonly program: SyntaxNode;
  readonly comments: SourceFile['comments'];
}

/** A syntax tree, or why there is none. */
export type ParseOutcome = Parsed | { readonly program: null; readonly because: string };

type Attempt = Pick<ParserOptions, 'lang' | 'sourceType'>;

/** Old scripts, CommonJS with a `return` at the top, and JavaScript with type annotations all end in `.js`. */
const JAVASCRIPT: readonly Attempt[] = [
  { lang: 'jsx', sourceType: 'unambiguous' },
  { lang: 'jsx', sourceType: 'commonjs' },
  { lang: 'tsx', sourceType: 'unambiguous' },
];

/** Parses JavaScript or TypeScript by the ending of its path. Never throws, and never lets the parser run out of stack. */
export function parseSource(path: string, text: string): ParseOutcome {
  if (isTooDeep(text)) return { program: null, because: `too deeply nested: over ${DEEPEST} levels` };
  const all = attemptsFor(path);
  const attempts = needsTrial(text) ? tryApart(path, text, all) : all;
  if (typeof attempts === 'string') return { program: null, because: `could not be parsed: ${attempts}` };
  let because = 'no syntax that is known';
  for (const attempt of attempts) {
    const outcome = parseOnce(path, text, attempt);
    if (outcome.program !== null) return outcome;
    because = outcome.because;
  }
  return { program: null, because: `could not be parsed: ${because}` };
}

function attemptsFor(path: string): readonly Attempt[] {
  if (/\.d\.[cm]?ts$/.test(path)) return [{ lang: 'dts' }];
  if (path.endsWith('.tsx')) return [{ lang: 'tsx' }];
  if (/\.[cm]?ts$/.test(path)) return [{ lang: 'ts' }, { lang: 'tsx' }];
  return JAVASCRIPT;
}

function parseOnce(path: string, text: string, attempt: Attempt): ParseOutcome {
  try {
    const result = parseSync(path, text, { preserveParens: false, ...attempt });
    const { errors, comments } = result;
    // The tree is kept in native memory until it is asked for.
    const program = result.program as unknown as SyntaxNode & { hashbang?: { start: number; end: number } | null };
    const failed = errors.some(({ severity }) => String(severity) === 'Error');
    if (failed) return { program: null, because: errors[0]?.message.split('\n', 1)[0] ?? 'syntax error' };
    const first = program.hashbang ? [{ type: 'Line' as const, value: '', ...program.hashbang }] : [];
    return {
      program,
      comments: [...first.map(({ start, end }) => ({ type: 'Line' as const, value: '', start, end })), ...comments],
    };
  } catch (error) {
    return { program: null, because: error instanceof Error ? error.message : String(error) };
  }
}
