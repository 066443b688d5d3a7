import { defineAnalyzer } from '../../shared/analyzer.ts';
import type { Repetition } from '../../shared/facts/source.ts';
import type { Extent, Measure } from '../../shared/observation.ts';
import { productOf } from '../../shared/product.ts';
import { findDuplicates } from './duplicates.ts';
import { listingReader } from './reader.ts';

/** Which code was copied instead of shared. Product code only: tests repeat themselves on purpose, and are told apart. */
export const duplication = defineAnalyzer({
  id: 'duplication',
  reader: listingReader,
  needs: ['files', 'functions', 'clones', 'manifests', 'sightings'],
  emits: ['duplicated-code'],
  gauges: ['duplication'],
  analyze({ files, functions, clones, manifests, sightings }) {
    const product = productOf(files);
    if (product.files === null) return { status: 'not-applicable', because: product.because };
    return {
      status: 'completed',
      observations: findDuplicates(clones.clones, functions, manifests.manifests, sightings),
      measures: { duplication: measureRepeated(clones.source, product.examined) },
      examined: product.examined,
    };
  },
});

/** Percent of the lines that stand elsewhere as they are, every copy counted. */
function measureRepeated({ repeated, lines }: Repetition, examined: Extent): Measure {
  if (lines === 0) return { value: null, examined, because: 'there is no code but what runs once' };
  return { value: Math.round((1_000 * repeated) / lines) / 10, examined };
}
