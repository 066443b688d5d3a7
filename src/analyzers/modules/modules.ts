import { defineAnalyzer } from '../../shared/analyzer.ts';
import type { FileFact } from '../../shared/facts/source.ts';
import { openInternals } from '../../shared/internal.ts';
import type { Extent, Measure, Observation } from '../../shared/observation.ts';
import { REPOSITORY } from '../../shared/subject.ts';
import { findComponents } from './components.ts';
import { findCycles } from './cycles.ts';
import { bindsAtLoad, drawGraph, readableSources } from './file-graph.ts';
import { measurePropagation } from './propagation.ts';

/** In fewer files nearly everything reaches everything, and that is no fault. */
const FEWEST_FOR_PROPAGATION = 20;
const FEWEST_FOR_TANGLE = 100;
/** Percent. */
const TANGLED = 40;

/** Asks how the parts of the system hang together: in circles, or so that a change stays where it was made. */
export const modules = defineAnalyzer({
  id: 'modules',
  needs: ['imports', 'mentions', 'modules', 'files', 'functions', 'manifests'],
  emits: ['import-cycle', 'tangled-architecture'],
  gauges: ['import-cycles', 'propagation-cost'],
  analyze({ imports, mentions, modules, files, functions, manifests }) {
    const sources = readableSources(files);
    if (sources.length === 0)
      return {
        status: 'not-applicable',
        because: 'there are no JavaScript or TypeScript modules whose imports could be followed',
      };
    const names = sources.map(({ path }) => path);
    const product = new Set(names);
    const inner = imports.filter(
      ({ from, to, typeOnly }) => !typeOnly && to !== null && product.has(from) && product.has(to),
    );
    const binding = inner.filter(bindsAtLoad);
    const examined = extentOf(files, sources);

    const inCycles = findComponents(drawGraph(names, edges(binding))).reduce(
      (sum, { length }) => sum + (length > 1 ? length : 0),
      0,
    );
    const propagation = propagationCost(names, edges(inner), examined);
    const tangled = names.length >= FEWEST_FOR_TANGLE && propagation.value !== null && propagation.value > TANGLED;
    return {
      status: 'completed',
      observations: [
        ...findCycles(inner, modules, functions, openInternals({ modules, imports, mentions, manifests })),
        ...(tangled ? [observeTangle(propagation.value, names.length)] : []),
      ],
      measures: {
        'import-cycles': { value: percent(inCycles / names.length), examined },
        'propagation-cost': propagation,
      },
      examined,
    };
  },
});

function propagationCost(
  names: readonly string[],
  edges: Iterable<readonly [string, string]>,
  examined: Extent,
): Measure {
  if (names.length >= FEWEST_FOR_PROPAGATION)
    return { value: percent(measurePropagation(drawGraph(names, edges))), examined };
  const because = `with ${names.length} source ${names.length === 1 ? 'file' : 'files'} the figure says nothing; it is taken from ${FEWEST_FOR_PROPAGATION} files on`;
  return { value: null, examined, because };
}

function observeTangle(cost: number | null, files: number): Observation<'tangled-architecture'> {
  return {
    rule: 'tangled-architecture',
    subject: REPOSITORY,
    places: [],
    confidence: 'high',
    evidence: { propagationCost: cost ?? 0, files },
  };
}

function extentOf(files: readonly FileFact[], sources: readonly FileFact[]): Extent {
  const lines = (some: readonly FileFact[]) => some.reduce((sum, { code }) => sum + code, 0);
  return {
    examined: lines(sources),
    of: lines(files.filter(({ kind }) => kind === 'source')),
    unit: 'lines of source code',
  };
}

function edges(
  imports: readonly { readonly from: string; readonly to: string | null }[],
): (readonly [string, string])[] {
  return imports.map(({ from, to }) => [from, to ?? from] as const);
}

/** One decimal is what the figure can bear. */
function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
