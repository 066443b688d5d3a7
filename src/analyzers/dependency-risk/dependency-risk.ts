import { defineAnalyzer } from '../../shared/analyzer.ts';
import type { ManifestFacts } from '../../shared/facts/manifests.ts';
import { findDeprecated, findDeprecatedBeneath, sayDeprecated } from './deprecated.ts';
import { findDuplicates, findInstallScripts } from './installed.ts';
import { surveyLandscape } from './landscape.ts';
import { findLicenceRisks } from './licensing.ts';
import { sayOne, sayWhich } from './listing.ts';
import { findMissingLocks, findStaleLocks } from './locking.ts';
import { measureDependencies } from './measures.ts';
import { findUnpinnedSources, findWildcards } from './ranges.ts';
import { tellTogether } from './together.ts';
import { findUndeclared, findUnused } from './usage.ts';
import { matchAdvisories, observeVulnerable } from './vulnerabilities.ts';

/** What the product rests on that others wrote: can it be built again, is it kept up, may it be used, is it known to be broken? */
export const dependencyRisk = defineAnalyzer({
  id: 'dependency-risk',
  needs: ['manifests', 'advisories', 'imports', 'files'],
  emits: [
    'missing-lock',
    'stale-lock',
    'wildcard-range',
    'unpinned-source',
    'deprecated-package',
    'install-script',
    'duplicate-majors',
    'unused-package',
    'undeclared-package',
    'copyleft-licence',
    'source-available-licence',
    'unknown-licence',
    'vulnerable-package',
  ],
  gauges: ['vulnerable-packages', 'risky-packages'],
  analyze({ manifests, advisories, imports, files }) {
    const landscape = surveyLandscape(manifests, files);
    if (landscape.manifests.length === 0) return { status: 'not-applicable', because: whyNot(manifests) };

    const matches = matchAdvisories(landscape, advisories);
    return {
      status: 'completed',
      observations: [
        ...observeVulnerable(matches),
        ...findLicenceRisks(landscape, manifests),
        ...findMissingLocks(landscape),
        ...findStaleLocks(landscape),
        ...findUnpinnedSources(landscape),
        ...tellTogether(
          findWildcards(landscape, imports),
          landscape,
          (several, packages) => `${several} package.json files accept any future version of ${sayOne(packages)}`,
        ),
        ...tellTogether(
          findDeprecated(landscape, manifests, imports, files),
          landscape,
          (several, packages) => `${several} package.json files ask for ${sayDeprecated(packages)}`,
        ),
        ...findDeprecatedBeneath(landscape),
        ...findInstallScripts(landscape),
        ...findDuplicates(landscape),
        ...tellTogether(
          findUndeclared(landscape, manifests, imports, files),
          landscape,
          (several, packages) =>
            `${several} parts of the workspace use ${sayWhich(packages)} their package.json does not list`,
        ),
        ...tellTogether(
          findUnused(landscape, manifests, imports, files),
          landscape,
          (several, packages) => `${several} package.json files ask for ${sayWhich(packages)} nothing seems to use`,
        ),
      ],
      measures: measureDependencies(landscape, advisories, matches),
      examined: {
        examined: landscape.manifests.length,
        of: landscape.manifests.length + manifests.unread.length + manifests.others.length,
        unit: 'manifests',
      },
    };
  },
});

function whyNot({ others, unread }: ManifestFacts): string {
  const [first] = unread;
  if (first) return `${first.path} could not be read: ${first.because}`;
  const counts = new Map<string, number>();
  for (const { ecosystem } of others) counts.set(ecosystem, (counts.get(ecosystem) ?? 0) + 1);
  const counted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ecosystem, count]) => `${ecosystem} ${count}`);
  const nothing = 'there is no package.json, and packages of other ecosystems are not examined';
  return counted.length === 0 ? nothing : `${nothing} (manifests counted: ${counted.join(', ')})`;
}
