import { defineAnalyzer } from '../../shared/analyzer.ts';
import { productOf } from '../../shared/product.ts';
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
    const product = productOf(files);
    if (product.files === null) return { status: 'not-applicable', because: product.because };
    const seen = (sightings.get('leftovers') ?? new Map()) as ReadonlyMap<string, Leftovers>;
    return {
      status: 'completed',
      observations: [...findCommentedOut(product.files, seen), ...findSilencedChecks(product.files, modules, seen)],
      measures: {},
      examined: product.examined,
    };
  },
});
