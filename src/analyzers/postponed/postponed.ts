import { defineAnalyzer } from '../../shared/analyzer.ts';
import type { MarkerFact } from '../../shared/facts/markers.ts';
import { type FileFact, SURVEYED_LANGUAGES } from '../../shared/facts/source.ts';
import type { Extent } from '../../shared/observation.ts';
import { findPostponed } from './old-notes.ts';

/** What the authors of the code put off by a word in it, and have not come back to for over a year. */
export const postponed = defineAnalyzer({
  id: 'postponed',
  needs: ['history', 'files', 'functions', 'modules', 'markers'],
  emits: ['postponed-work'],
  gauges: [],
  analyze({ history, files, functions, modules, markers }) {
    const sources = files.filter(isSurveyed);
    if (sources.length === 0)
      return { status: 'not-applicable', because: 'there is no JavaScript or TypeScript source' };
    return {
      status: 'completed',
      observations: findPostponed(markers, { modules, functions, now: history.last }),
      measures: {},
      examined: examinedOf(sources, markers),
    };
  },
});

function isSurveyed({ kind, language, skipped }: FileFact): boolean {
  return kind === 'source' && skipped === undefined && SURVEYED_LANGUAGES.has(language ?? '');
}

/** A file with a marker whose age nobody could tell was not examined. */
function examinedOf(sources: readonly FileFact[], markers: readonly MarkerFact[]): Extent {
  const undated = new Set(markers.filter(({ since }) => since === null).map(({ path }) => path));
  const examined = sources.filter(({ path }) => !undated.has(path)).length;
  return { examined, of: sources.length, unit: 'source files' };
}
