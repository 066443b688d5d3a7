import { posix } from 'node:path';
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
/** What starts scripts for engineers; what a Dockerfile starts may as well be the product. */
const STARTERS = /(?:^|\/)package\.json$|^(?:\.github\/workflows|\.circleci)\/|^\.gitlab-ci\.yml$/;
/** Scripts of a package that start the product. */
const STARTS_PRODUCT = /^(?:start|dev|serve|preview|workers?|jobs?)(?:$|:)/;
const FEWEST_STARTED = 3;
/** A site that holds more of the source is the product. */
const HALF = 0.5;

type Seen = Pick<Facts, 'modules' | 'imports' | 'mentions' | 'manifests'>;

/**
 * Tells the modules that only serve those who build or describe the product: by their folders, or because most of their
 * files are scripts that a package or a pipeline starts, as long as nothing else in the repository imports them and nobody
 * outside installs them. A site is told apart, for customers may sign in or pay there.
 */
export function openInternals(seen: Seen): (id: string) => 'tool' | 'site' | null {
  const {
    modules: { modules, of },
    imports,
    manifests: { manifests },
  } = seen;
  const packages = new Map(manifests.map(manifest => [manifest.path.replace(/\/?package\.json$/, ''), manifest]));
  const total = modules.reduce((sum, { code }) => sum + code, 0);
  const ofSites = modules.filter(({ id }) => insideOf(id, SITE)).reduce((sum, { code }) => sum + code, 0);
  const started = startedByHand(seen);
  const areAside = total > 0 && ofSites < HALF * total;

  function byFolder(id: string): 'tool' | 'site' | null {
    if (insideOf(id, DOCUMENTATION)) return 'tool';
    if ((insideOf(id, TOOLS) || insideOf(id, PLUGIN) || started.has(id)) && !isOffered(id)) return 'tool';
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

/** Modules most of whose files are started one by one, none of them as the product. */
function startedByHand({ modules: { modules }, mentions, manifests: { manifests } }: Seen): ReadonlySet<string> {
  const started = new Set(
    mentions.flatMap(({ from, to, form }) => (form === 'file' && STARTERS.test(from) ? [to] : [])),
  );
  const product = manifests.flatMap(({ path, scripts, entries }) => [
    ...entries,
    ...Object.entries(scripts)
      .filter(([name]) => STARTS_PRODUCT.test(name))
      .flatMap(([, command]) => command.split(/[\s'"]+/).map(word => posix.join(folderOf(path), word))),
  ]);
  const stems = new Set(product.map(withoutEnding));
  return new Set(
    modules.flatMap(({ id, files }) => {
      const own = files.filter(file => started.has(file));
      if (own.length < FEWEST_STARTED || own.length < HALF * files.length) return [];
      return inProduct(id) || files.some(file => stems.has(withoutEnding(file))) ? [] : [id];
    }),
  );
}

function inProduct(id: string): boolean {
  return id
    .toLowerCase()
    .split('/')
    .some(folder => PRODUCT_ROOT.test(folder));
}

function withoutEnding(path: string): string {
  return path.replace(/\.\w+$/, '');
}

function insideOf(id: string, names: RegExp): boolean {
  const folders = id.toLowerCase().split('/');
  const product = folders.findIndex(folder => PRODUCT_ROOT.test(folder));
  return (product < 0 ? folders : folders.slice(0, product)).some(folder => names.test(folder));
}
