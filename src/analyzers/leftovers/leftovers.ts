import { defineAnalyzer } from '../../shared/analyzer.ts';
import { type FileFact, SURVEYED_LANGUAGES } from '../../shared/facts/source.ts';
import { findCommentedOut } from './commented-out.ts';
import { type Leftovers, leftoversReader } from './reader.ts';
import { findSilencedChecks } from './silenced.ts';

/** What was left lying about in product code, and which checks of it were switched off. */
export const leftovers = defineAnalyzer({
  id: 'leftovers',
  needs: ['files', 'modules', 'sightings'],
  emits: ['commented-out-code', 'silenced-checks'],
  gauges: [],
  reader: leftoversReader,
  analyze({ files, modules, sightings }) {
    const programs = files.filter(({ kind, language }) => kind === 'source' && SURVEYED_LANGUAGES.has(language ?? ''));
    const seen = (sightings.get('leftovers') ?? new Map()) as ReadonlyMap<string, Leftovers>;
    const sources = programs.filter(({ path }) => seen.has(path));
    if (sources.length === 0) return { status: 'not-applicable', because: whyNothing(programs) };
    return {
      status: 'completed',
      observations: [...findCommentedOut(sources, seen), ...findSilencedChecks(sources, modules, seen)],
      measures: {},
      examined: { examined: linesOf(sources), of: linesOf(programs), unit: 'lines of JavaScript and TypeScript' },
    };
  },
});

function whyNothing([first]: readonly FileFact[]): string {
  if (first === undefined) return 'there is no JavaScript or TypeScript source';
  return `none of the JavaScript or TypeScript source could be read: ${first.skipped}`;
}

function linesOf(files: readonly FileFact[]): number {
  return files.reduce((sum, { code }) => sum + code, 0);
}
