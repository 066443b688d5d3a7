import { defineAnalyzer } from '../../shared/analyzer.ts';
import { productOf } from '../../shared/product.ts';
import { findCallers } from './callers.ts';
import { findContained, findMindful, findReporting } from './contained.ts';
import { findFloatingPromises } from './floating-promises.ts';
import { knowFiles } from './known.ts';
import { findLostErrors } from './lost-errors.ts';
import { findPackages } from './packages.ts';
import { failureReader } from './reader.ts';
import { findSplitWrites } from './split-writes.ts';
import { findSwallowedErrors } from './swallowed-errors.ts';

const ID = 'failures';

/** Which errors nobody hears of, and which writes can stop half-way. Product code only. */
export const failures = defineAnalyzer({
  id: ID,
  needs: ['files', 'functions', 'imports', 'exports', 'manifests', 'sightings'],
  emits: ['swallowed-error', 'lost-error', 'logged-failures', 'floating-promise', 'split-write'],
  gauges: [],
  reader: failureReader,
  analyze({ files, ...facts }) {
    const product = productOf(files);
    if (product.files === null) return { status: 'not-applicable', because: product.because };

    const known = knowFiles(product.files, facts, ID);
    const callers = findCallers({ ...facts, files: known, product: product.files });
    const isReported = findReporting({ ...facts, files: known });
    const isContained = findContained({ ...facts, files: known });
    const isMindful = findMindful({ ...facts, files: known });
    return {
      status: 'completed',
      observations: [
        ...findSwallowedErrors(known, callers, isReported),
        ...findLostErrors(known, callers, findPackages(facts.manifests.manifests)),
        ...findFloatingPromises(known, isContained, isMindful),
        ...findSplitWrites(known),
      ],
      measures: {},
      examined: product.examined,
    };
  },
});
