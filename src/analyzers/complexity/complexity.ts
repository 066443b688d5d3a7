import { defineAnalyzer } from '../../shared/analyzer.ts';
import { productOf } from '../../shared/product.ts';
import { findComplexFunctions, findLongFunctions } from './functions.ts';
import { findGodFiles } from './god-files.ts';
import { findOversized } from './oversized.ts';
import { complexityReader } from './reader/reader.ts';
import { measureShares } from './shares.ts';

/** Which code is too complex, too long or too much in one place to be changed safely. Product code only. */
export const complexity = defineAnalyzer({
  id: 'complexity',
  reader: complexityReader,
  needs: ['files', 'functions', 'exports', 'closeLook', 'sightings'],
  emits: ['complex-function', 'long-function', 'god-file'],
  gauges: ['complex-code', 'complex-code.moderate', 'complex-code.high', 'complex-code.very-high', 'oversized-files'],
  analyze({ files, functions, exports, closeLook, sightings }) {
    const product = productOf(files);
    if (product.files === null) return { status: 'not-applicable', because: product.because };

    const own = functions.filter(({ path }) => product.paths.has(path));
    const oversized = findOversized(product.files, own);
    return {
      status: 'completed',
      observations: [
        ...findComplexFunctions(own),
        ...findLongFunctions(own),
        ...findGodFiles(oversized, { exports, closeLook, sightings }),
      ],
      measures: measureShares(product, own, oversized),
      examined: product.examined,
    };
  },
});
