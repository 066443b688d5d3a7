import type { Facts } from './facts.ts';
import { folderOf } from './folder.ts';

/** Below one of these a folder called `tools` or `docs` may well be a part of the product. */
const PRODUCT_ROOT =
  /^(?:src|app|lib|pages|routes|components|modules|services|server|client|api|internal|features|domain)$/;
const DOCUMENTATION = /^(?:docs?|documentation|docs[-_].+|.+[-_]docs|typedoc[-_].+)$/;
const TOOLS = /^(?:tools|tooling|toolbox|scripts)$/;
const SITE = /^(?:www|website)$/;
const PLUGIN =
  /(?:^|[-_])(?:eslint|babel|vite|webpack|rollup|esbuild|prettier|stylelint|postcss|typedoc|remark|rehype)[-_](?:plugin|config|preset|rules)(?:[-_]|$)/;
/** A site that holds more of the source is the product. */
const HALF = 0.5;

/**
 * Tells the modules that only serve those who build or describe the product: by their folders, as long as nothing else in the
 * repository imports them and nobody outside installs them. A site
 * is told apart, for customers may sign in or pay there.
 */
export function openInternals({
  modules: { modules, of },
  imports,
  manifests: { manifests },
}: Pick<Facts, 'modules' | 'imports' | 'manifests'>): (id: string) => 'tool' | 'site' | null {
  const packages = new Map(manifests.map(manifest => [manifest.path.replace(/\/?package\.json$/, ''), manifest]));
  const total = modules.reduce((sum, { code }) => sum + code, 0);
  const ofSites = modules.filter(({ id }) => insideOf(id, SITE)).reduce((sum, { code }) => sum + code, 0);
  const areAside = total > 0 && ofSites < HALF * total;

  function byFolder(id: string): 'tool' | 'site' | null {
    if (insideOf(id, DOCUMENTATION)) return 'tool';
    if ((insideOf(id, TOOLS) || insideOf(id, PLUGIN)) && !isOffered(id)) return 'tool';
    return areAside && insideOf(id, SITE) ? 'site' : null;
  }

  /** Whether a module belongs to a package that others outside may install. */
  function isOffered(id: string): boolean {
    for (let folder = id; folder !== ''; folder = folderOf(folder)) {
      const manifest = packages.get(folder);
      if (manifest) return manifest.publishes && !manifest.private;
    }
    return false;
  }

  const told = new Map(modules.map(({ id }) => [id, byFolder(id)]));
  const needed = new Set<string>();
  for (const { from, to, typeOnly } of imports) {
    const [taker, taken] = [of.get(from), to === null ? undefined : of.get(to)];
    if (typeOnly || taker === undefined || taken === undefined || told.get(taker)) continue;
    needed.add(taken);
  }
  return id => (needed.has(id) ? null : (told.get(id) ?? null));
}

function insideOf(id: string, names: RegExp): boolean {
  const folders = id.toLowerCase().split('/');
  const product = folders.findIndex(folder => PRODUCT_ROOT.test(folder));
  return (product < 0 ? folders : folders.slice(0, product)).some(folder => names.test(folder));
}
