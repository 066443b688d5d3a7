import { type FileFact, SURVEYED_LANGUAGES } from './facts/source.ts';
import type { Extent } from './observation.ts';
import { withThousands } from './thousands.ts';

/** Source without functions: what is looked for in code is not in it, so it is no gap either. */
const WITHOUT_FUNCTIONS = new Set(['html', 'template', 'css', 'scss', 'less', 'sql', 'graphql', 'prisma', 'protobuf']);

/** The product's own code, as far as it was read: tests, examples, generated and vendored files apart. */
export interface Product {
  readonly files: readonly FileFact[];
  readonly paths: ReadonlySet<string>;
  /** How many of the lines of all its programs these are. */
  readonly examined: Extent;
}

/** The code that what looks into source has looked into; or, in words, why there is none. */
export function productOf(files: readonly FileFact[]): Product | { readonly files: null; readonly because: string } {
  const programs = files.filter(({ kind, language }) => kind === 'source' && hasFunctions(language));
  const read = programs.filter(file => file.skipped === undefined && isSurveyed(file));
  if (read.length === 0) return { files: null, because: whyNothing(programs) };
  return {
    files: read,
    paths: new Set(read.map(({ path }) => path)),
    examined: { examined: linesOf(read), of: linesOf(programs), unit: 'lines of source code' },
  };
}

/** Whether a file is in a language whose functions, imports and exports the survey reads. */
export function isSurveyed({ language }: Pick<FileFact, 'language'>): boolean {
  return language !== null && SURVEYED_LANGUAGES.has(language);
}

export function linesOf(files: readonly Pick<FileFact, 'code'>[]): number {
  return files.reduce((sum, { code }) => sum + code, 0);
}

/** Whether programs in a language have functions. */
export function hasFunctions(language: string | null): boolean {
  return language !== null && !WITHOUT_FUNCTIONS.has(language);
}

function whyNothing(programs: readonly FileFact[]): string {
  const unread = programs.filter(isSurveyed);
  if (unread.length > 0) return `none of the JavaScript or TypeScript source could be read: ${unread[0]?.skipped}`;
  const lines = new Map<string, number>();
  for (const { language, code } of programs) lines.set(language ?? '', (lines.get(language ?? '') ?? 0) + code);
  const counted = [...lines].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  if (counted.length === 0) return 'there is no source code';
  const list = counted.slice(0, 3).map(([language, code]) => `${language} (${withThousands(code)} lines)`);
  return `no JavaScript or TypeScript source; ${list.join(', ')} ${list.length > 1 ? 'are' : 'is'} counted, not assessed`;
}
