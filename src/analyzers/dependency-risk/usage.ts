import type { Manifest, ManifestFacts } from '../../shared/facts/manifests.ts';
import type { FileFact, ImportFact } from '../../shared/facts/source.ts';
import { comesWithNode } from '../../shared/node-built-in.ts';
import type { Place } from '../../shared/observation.ts';
import { compareText } from '../../shared/text-order.ts';
import { importsWhatIsCompiled, runtimesOfGenerators, standsInForNode } from './generators.ts';
import { folderOf, isLocal, type Landscape, liesIn } from './landscape.ts';
import { nameAll, placesOf, sayWhich } from './listing.ts';
import type { Row } from './together.ts';

/** These work without being imported: they extend a tool or a runtime that finds them by name or by being there. */
const FOUND_BY_OTHERS =
  /^@types\/|(?:^|[/-])(?:eslint|babel|postcss|prettier|stylelint|webpack|rollup|vite|gatsby|tailwindcss?|cordova|capacitor|expo|react-native)(?:-|$)|^@(?:babel|capacitor|fontsource|expo|react-native)|(?:-|\/)(?:language-service|loader|plugin|preset|config|cli|polyfill|types|adapter|driver|transport|hook|theme|addon)(?:-|$|s$)|^(?:react|react-dom|zone\.js|@mdx-js\/react|pg|pg-hstore|pg-native|mysql2?|sqlite3|better-sqlite3|tedious|oracledb|mariadb|reflect-metadata|typescript|tslib|core-js|regenerator-runtime|sharp|bufferutil|utf-8-validate|encoding|source-map-support|dotenv(?:-[a-z]+)?|prisma|nodemon|pm2|cross-env|ts-node|tsx|newrelic|dd-trace|elastic-apm-node)$/;

/** Brought in by the runtime that hosts the code. */
const PROVIDED = new Set([
  'vscode',
  'electron',
  'meteor',
  'aws-sdk',
  'k6',
  'bun',
  'deno',
  'cloudflare',
  'server-only',
  'client-only',
]);
/** What a framework is documented to bring, so that its users import it without asking for it. */
const PROVIDED_BY: Readonly<Record<string, readonly string[]>> = {
  next: ['styled-jsx', '@next/env', 'server-only', 'client-only', 'react', 'react-dom'],
  nuxt: ['vue', 'vue-router', 'h3', 'ofetch', 'ufo', 'nitropack', '@nuxt/schema', '@nuxt/kit', '@unhead/vue', 'unhead'],
  vitepress: ['vue'],
  gatsby: ['@reach/router', 'react-router', 'gatsby-link'],
  '@sveltejs/kit': ['svelte'],
  '@docusaurus/core': ['react-router-dom', '@docusaurus/theme-common'],
  expo: ['react', 'react-native', '@expo/config-plugins', 'metro-config'],
  vitest: ['vite', 'chai'],
  '@nestjs/platform-express': ['express'],
  '@nestjs/platform-fastify': ['fastify'],
  '@remix-run/react': ['react-router', 'react-router-dom'],
  'react-router-dom': ['react-router'],
  '@tiptap/pm': ['prosemirror-state', 'prosemirror-view', 'prosemirror-model'],
};

/** Whatever is named after these is imported by whoever uses it. */
const LOADS_NOTHING = new Set(['react', 'vue', 'express', 'next', 'lodash']);

/** Declarations, what a generator makes programs of others out of, and what tools keep in folders of their own. */
const NO_PRODUCT = /\.d\.ts$|\.template\.[cm]?[jt]sx?$|(?:^|\/)\.[^/]+\//;
const MOST_PLACES = 50;
/** One or two that a workspace asks for in vain, or that it forgot where nobody else installs it, are swept up in passing. Our estimate. */
const FEWEST = 3;

/** Finds production dependencies that nothing in the repository uses or names, where there are more than a few. */
export function findUnused(
  landscape: Landscape,
  facts: ManifestFacts,
  imports: readonly ImportFact[],
  files: readonly FileFact[],
): readonly Row<'unused-package'>[] {
  const unread = files.filter(({ kind, skipped }) => kind === 'source' && skipped !== undefined);
  const mentioned = new Set(facts.mentioned);
  const borrowed = findBorrowed(facts, imports);
  const owners = ownersOf(facts);
  const absent = new Set(facts.submodules.map(path => manifestsAbove(`${path}/`, owners)[0]));
  const rows = landscape.manifests.flatMap(manifest => {
    const folder = folderOf(manifest.path);
    const here = imports.filter(({ from }) => liesIn(from, folder));
    const locks = landscape.locksOf(manifest);
    // Where no lock tells of peers, a package may be there because others expect to find it beside them.
    if (here.length === 0 || absent.has(manifest) || !locks.some(({ peers }) => peers.length > 0)) return [];
    // What the build makes programs of imports what nobody sees.
    if (importsWhatIsCompiled(here)) return [];
    // What Meteor's own packages use of what a program installs, only they tell.
    if (here.some(({ specifier }) => specifier.startsWith('meteor/'))) return [];
    // What a file uses that could not be read, nobody knows.
    if (unread.some(({ path }) => liesIn(path, folder))) return [];
    const above = manifestsAbove(manifest.path, owners);
    const generated = runtimesOfGenerators(above);
    const used = new Set(here.flatMap(({ package: name }) => name ?? []));
    const expected = new Set([
      ...locks.flatMap(({ peers }) => peers),
      ...manifest.dependencies.filter(({ group }) => group === 'peer').map(({ name }) => name),
    ]);
    const commands = new Set(
      locks.flatMap(({ packages }) => packages.filter(({ command }) => command === true).map(({ name }) => name)),
    );
    const unused = manifest.dependencies.filter(
      ({ name, range, group }) =>
        group === 'production' &&
        !used.has(name) &&
        !borrowed.has(name) &&
        !hostsOf(name).some(host => used.has(host) || mentioned.has(host)) &&
        !mentioned.has(name) &&
        !expected.has(name) &&
        !commands.has(name) &&
        !generated.has(name) &&
        !standsInForNode(name, above) &&
        !FOUND_BY_OTHERS.test(name) &&
        !isLocal(range) &&
        !landscape.own.has(name),
    );
    if (unused.length === 0) return [];
    const names = unused.map(({ name }) => name);
    const observation = {
      rule: 'unused-package' as const,
      subject: { kind: 'file' as const, name: manifest.path },
      places: placesOf(manifest.path, unused),
      confidence: 'medium' as const,
      evidence: {
        told: `${manifest.path} asks for ${sayWhich(names)} nothing seems to use`,
        packages: unused.length,
        examples: nameAll(names),
      },
    };
    return [{ observation, names }];
  });
  return rows.length > 0 && rows.reduce((sum, { names }) => sum + names.length, 0) < FEWEST ? [] : rows;
}

/** Finds packages that product code imports and no manifest asks for: they are there by the grace of another package. */
export function findUndeclared(
  landscape: Landscape,
  facts: ManifestFacts,
  imports: readonly ImportFact[],
  files: readonly FileFact[],
): readonly Row<'undeclared-package'>[] {
  const product = new Set(files.filter(({ kind }) => kind === 'source').map(({ path }) => path));
  const owners = ownersOf(facts);
  const judged = new Set(landscape.manifests);
  const found = new Map<Manifest, Map<string, Place>>();

  for (const { from, package: name, line, typeOnly } of imports) {
    if (name === null || typeOnly || !product.has(from) || NO_PRODUCT.test(from)) continue;
    const above = uptoLock(manifestsAbove(from, owners), landscape);
    const [manifest] = above;
    if (!manifest || !judged.has(manifest)) continue;
    if (landscape.own.has(name) || isDeclared(name, above) || !isRealPackage(name)) continue;
    if (isOfFamily(name, manifest)) continue;
    if (!isEvident(name, manifest, landscape)) continue;
    const places = found.get(manifest) ?? new Map<string, Place>();
    found.set(manifest, places);
    if (!places.has(name)) places.set(name, { path: from, line, role: 'import' });
  }

  const missing = [...found.values()].reduce((sum, { size }) => sum + size, 0);
  if (missing < FEWEST && ![...found.keys()].some(isPublished)) return [];
  return [...found]
    .sort(([a], [b]) => Number(isPublished(b)) - Number(isPublished(a)) || compareText(a.path, b.path))
    .map(([manifest, places]) => {
      const names = [...places.keys()].sort(compareText);
      const observation = {
        rule: 'undeclared-package' as const,
        subject: { kind: 'file' as const, name: manifest.path },
        places: [...places.values()].slice(0, MOST_PLACES),
        confidence: 'medium' as const,
        evidence: {
          told: `${sayImporter(manifest)} uses ${sayWhich(names)} its package.json does not list`,
          packages: places.size,
          ...(isPublished(manifest) ? { published: 1 } : {}),
          examples: nameAll(names),
        },
      };
      return { observation, names };
    });
}

/** Whether a package that is asked for belongs to the same scope: it is published together with this one, and most likely brings it. */
function isOfFamily(name: string, { dependencies }: Manifest): boolean {
  return name.startsWith('@') && dependencies.some(one => scopeOf(one.name) === scopeOf(name));
}

/** At a stranger's, no neighbour brings what is missing. */
function isPublished({ publishes, private: isPrivate }: Manifest): boolean {
  return publishes && !isPrivate;
}

function sayImporter({ path }: Manifest): string {
  return folderOf(path) === '.' ? 'The root package' : folderOf(path);
}

/** Packages that some code imports without asking for them: it lives on a neighbour's declaration. */
function findBorrowed(facts: ManifestFacts, imports: readonly ImportFact[]): ReadonlySet<string> {
  const owners = ownersOf(facts);
  const askedBy = new Map<Manifest, ReadonlySet<string>>();
  const asks = (manifest: Manifest, name: string) => {
    const known = askedBy.get(manifest) ?? new Set(manifest.dependencies.map(dependency => dependency.name));
    askedBy.set(manifest, known);
    return known.has(name);
  };
  return new Set(
    imports.flatMap(({ from, package: name }) =>
      name !== null && !manifestsAbove(from, owners).some(manifest => asks(manifest, name)) ? [name] : [],
    ),
  );
}

function ownersOf({ manifests }: ManifestFacts): ReadonlyMap<string, Manifest> {
  return new Map(manifests.map(manifest => [folderOf(manifest.path), manifest]));
}

/** Packages that may load one by its name: `migrate` and `migrate-sql` for `migrate-sql-mysql`, and `mailer` for `@mailer/queue`. */
function hostsOf(name: string): readonly string[] {
  const words = name.split('-');
  const hosts = name.startsWith('@')
    ? [scopeOf(name).slice(1)]
    : words.slice(1).map((_, at) => words.slice(0, at + 1).join('-'));
  return hosts.filter(host => !LOADS_NOTHING.has(host));
}

function scopeOf(name: string): string {
  return name.split('/')[0] ?? name;
}

/** A lock that lacks the package shows that the name is an alias or a built-in of the host, for otherwise nothing would run; without a lock nobody installs what this manifest asks for. */
function isEvident(name: string, manifest: Manifest, landscape: Landscape): boolean {
  return landscape.locksOf(manifest).some(lock => landscape.versionsOf(lock, name).length > 0);
}

function isRealPackage(name: string): boolean {
  return (
    !PROVIDED.has(name) &&
    !comesWithNode(name) &&
    !name.startsWith('@aws-sdk/') &&
    /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~][\w.~-]*$/.test(name)
  );
}

/** In any group, here or above; a package's types stand for it where only they were asked for. */
function isDeclared(name: string, manifests: readonly Manifest[]): boolean {
  const asked = new Set(manifests.flatMap(({ dependencies }) => dependencies.map(dependency => dependency.name)));
  const types = `@types/${name.startsWith('@') ? name.slice(1).replace('/', '__') : name}`;
  if (asked.has(name) || asked.has(types)) return true;
  return [...asked].some(one => Object.hasOwn(PROVIDED_BY, one) && PROVIDED_BY[one]?.includes(name));
}

/** What is installed by a lock of its own finds nothing that only manifests further up ask for. */
function uptoLock(manifests: readonly Manifest[], landscape: Landscape): readonly Manifest[] {
  const last = manifests.findIndex(manifest =>
    landscape.locksOf(manifest).some(({ path }) => folderOf(path) === folderOf(manifest.path)),
  );
  return last < 0 ? manifests : manifests.slice(0, last + 1);
}

function manifestsAbove(path: string, owners: ReadonlyMap<string, Manifest>): readonly Manifest[] {
  const found: Manifest[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const owner = owners.get(folder);
    if (owner) found.push(owner);
    if (folder === '.') return found;
  }
}
