import { defineAnalyzer } from '../../shared/analyzer.ts';
import type { FileFact } from '../../shared/facts/source.ts';
import type { Extent } from '../../shared/observation.ts';
import { withThousands } from '../../shared/thousands.ts';
import { findComplexFunctions, findLongFunctions } from './functions.ts';
import { findGodFiles } from './god-files.ts';
import { findOversized } from './oversized.ts';
import { linesOf, measureShares } from './shares.ts';

const ASSESSED = new Set(['javascript', 'typescript']);
/** Source without functions: complexity has nothing to say of it, so it is no gap either. */
const WITHOUT_FUNCTIONS = new Set(['html', 'template', 'css', 'scss', 'less', 'sql', 'graphql', 'prisma', 'protobuf']);

/** Which code is too complex, too long or too much in one place to be changed safely. Product code only. */
export const complexity = defineAnalyzer({
  id: 'complexity',
  needs: ['files', 'functions', 'exports', 'closeLook'],
  emits: ['complex-function', 'long-function', 'god-file'],
  gauges: ['complex-code', 'complex-code.moderate', 'complex-code.high', 'complex-code.very-high', 'oversized-files'],
  analyze({ files, functions, exports, closeLook }) {
    const programs = files.filter(({ kind, language }) => kind === 'source' && hasFunctions(language));
    const sources = programs.filter(isAssessed);
    if (sources.length === 0) return { status: 'not-applicable', because: whyNothing(programs) };

    const product = new Set(sources.map(({ path }) => path));
    const own = functions.filter(({ path }) => product.has(path));
    const oversized = findOversized(sources, own);
    const examined: Extent = { examined: linesOf(sources), of: linesOf(programs), unit: 'lines of source code' };
    return {
      status: 'completed',
      observations: [
        ...findComplexFunctions(own),
        ...findLongFunctions(own),
        ...findGodFiles(oversized, { exports, closeLook }),
      ],
      measures: measureShares(sources, own, oversized, examined),
      examined,
    };
  },
});

function hasFunctions(language: string | null): boolean {
  return language !== null && !WITHOUT_FUNCTIONS.has(language);
}

function isAssessed({ language, skipped }: FileFact): boolean {
  return skipped === undefined && ASSESSED.has(language ?? '');
}

function whyNothing(programs: readonly FileFact[]): string {
  const lines = new Map<string, number>();
  const unread = programs.filter(({ language }) => ASSESSED.has(language ?? ''));
  if (unread.length > 0) return `none of the JavaScript or TypeScript source could be read: ${unread[0]?.skipped}`;
  for (const { language, code } of programs) lines.set(language ?? '', (lines.get(language ?? '') ?? 0) + code);
  const counted = [...lines].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  if (counted.length === 0) return 'there is no source code';
  const list = counted.slice(0, 3).map(([language, code]) => `${language} (${withThousands(code)} lines)`);
  return `no JavaScript or TypeScript source; ${list.join(', ')} ${list.length > 1 ? 'are' : 'is'} counted, not assessed`;
}
