import { defineAnalyzer } from '../../shared/analyzer.ts';
import { openInternals } from '../../shared/internal.ts';
import { withThousands } from '../../shared/thousands.ts';
import { findEntries } from './entries.ts';
import { drawGraph } from './graph.ts';
import { observeExports, observeFiles } from './observe.ts';
import { drawPackages, linesOf, type Package } from './packages.ts';
import { findUnreachable } from './unreachable.ts';
import { findUnusedExports } from './unused-exports.ts';

/** What nobody needs any more: files that nothing reaches, and exports that nothing uses. */
export const deadCode = defineAnalyzer({
  id: 'dead-code',
  needs: ['repository', 'files', 'functions', 'imports', 'exports', 'mentions', 'manifests', 'modules'],
  emits: ['unreachable-files', 'dead-exports'],
  gauges: [],
  analyze({ repository, files, functions, imports, exports, mentions, manifests, modules }) {
    if (repository.scope !== '.')
      return {
        status: 'not-applicable',
        because: 'a part of a repository was audited, and the rest may use what lies there',
      };
    const packages = drawPackages(files, manifests);
    if (packages.length === 0)
      return {
        status: 'not-applicable',
        because: 'there is no JavaScript or TypeScript whose imports could be followed',
      };

    const graph = drawGraph(files, imports, mentions, packages);
    const entries = findEntries(files, packages, exports, graph);
    const reached = findUnreachable(packages, entries, graph, { imports, exports, functions });
    if (reached.known.length === 0) return { status: 'not-applicable', because: whyUnknown(packages) };

    const unused = findUnusedExports(reached, packages, graph, { files, imports, exports, manifests });
    // What only serves those who build the product is cleared by whoever comes by.
    const internal = openInternals({ modules, imports, mentions, manifests });
    const isProduct = (path: string) => internal(modules.of.get(path) ?? '.') !== 'tool';
    const unreachable = reached.unreachable.filter(({ file }) => isProduct(file.path));
    const offered = unused.filter(({ path }) => isProduct(path));
    return {
      status: 'completed',
      observations: [
        ...observeFiles(unreachable, modules, packages),
        ...observeExports(offered, modules, functions, packages),
      ],
      measures: {},
      examined: {
        examined: reached.known.reduce((sum, { sources }) => sum + linesOf(sources), 0),
        of: linesOf(files.filter(({ kind }) => kind === 'source')),
        unit: 'lines of source code',
      },
    };
  },
});

function whyUnknown(packages: readonly Package[]): string {
  if (packages.some(({ shared }) => shared))
    return 'code of another repository, which is not here, may use whatever lies here';
  const lines = packages.reduce((sum, { sources }) => sum + linesOf(sources), 0);
  return `most of the ${withThousands(lines)} lines of JavaScript and TypeScript are started or loaded in ways that imports do not show`;
}
