import type { Manifest, ManifestFacts } from '../../shared/facts/manifests.ts';
import { type FileFact, SURVEYED_LANGUAGES } from '../../shared/facts/source.ts';
import { folderOf, nearestFolder } from '../../shared/folder.ts';
import { groupBy } from './grouping.ts';

/** A part of the repository with a manifest of its own: what is started, built or published as one. */
export interface Package {
  /** '' for the root. */
  readonly folder: string;
  readonly manifest: Manifest | null;
  /** Folders from which its tools see it: its own, and those within it where one is set up. */
  readonly homes: ReadonlySet<string>;
  /** What its own manifest and those above it ask for, and the frameworks that its settings show. */
  readonly dependencies: readonly string[];
  /** The programs in it that are the product's own and could be read. */
  readonly sources: readonly FileFact[];
  /** Whether code of another repository belongs to it: what that uses, nobody sees here. */
  readonly shared: boolean;
}

const SETS_UP =
  /(?:^|\/)(?:(?:tsconfig|project|angular)\.json|(?:vite|next|react-router|remix|svelte|astro|nuxt|gatsby|rsbuild|webpack)[.-]config\.[cm]?[jt]s)$/;
/** Frameworks that a settings file of theirs shows, where the manifest that asks for them lies elsewhere. */
const SHOWN_BY: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)next\.config\./, 'next'],
  [/(?:^|\/)react-router\.config\./, '@react-router/dev'],
  [/(?:^|\/)remix\.config\./, '@remix-run/dev'],
  [/(?:^|\/)svelte\.config\./, '@sveltejs/kit'],
  [/(?:^|\/)astro\.config\./, 'astro'],
  [/(?:^|\/)nuxt\.config\./, 'nuxt'],
  [/(?:^|\/)gatsby-config\./, 'gatsby'],
  [/(?:^|\/)angular\.json$/, '@angular/core'],
];
/** Declarations of types are there for the compiler, which finds them by itself. */
const DECLARATIONS = /\.d(?:\.\w+)?\.[cm]?ts$/;

/** Puts every program into the package that it belongs to; what no manifest stands above belongs to the root. */
export function drawPackages(
  files: readonly FileFact[],
  { manifests, submodules }: Pick<ManifestFacts, 'manifests' | 'submodules'>,
): readonly Package[] {
  const byFolder = new Map(manifests.map(manifest => [folderOf(manifest.path), manifest]));
  const settings = files.filter(({ path }) => SETS_UP.test(path)).map(({ path }) => path);
  const shared = new Set(submodules.map(folder => nearestFolder(`${folder}/`, byFolder)));
  const shown = new Map(groupBy(settings, path => nearestFolder(path, byFolder)));
  return groupBy(files.filter(isProgram), ({ path }) => nearestFolder(path, byFolder)).map(([folder, sources]) => {
    const own = shown.get(folder) ?? [];
    const frameworks = SHOWN_BY.filter(([sign]) => own.some(path => sign.test(path))).map(([, name]) => name);
    return {
      folder,
      manifest: byFolder.get(folder) ?? null,
      homes: new Set([folder, ...own.map(folderOf)]),
      dependencies: [...dependenciesOf(folder, byFolder), ...frameworks],
      sources,
      shared: shared.has(folder),
    };
  });
}

/** What a path is called from each folder that its tools may see it from. */
export function* seenFromHomes({ folder, homes }: Package, path: string): Iterable<string> {
  for (let home = folderOf(path), last = false; !last; home = folderOf(home)) {
    if (homes.has(home)) yield home === '' ? path : path.slice(home.length + 1);
    last = home === folder;
  }
}

export function linesOf(files: readonly FileFact[]): number {
  return files.reduce((sum, { code }) => sum + code, 0);
}

function isProgram({ path, kind, language, skipped }: FileFact): boolean {
  if (kind !== 'source' || skipped !== undefined || DECLARATIONS.test(path)) return false;
  return language !== null && SURVEYED_LANGUAGES.has(language);
}

function dependenciesOf(folder: string, manifests: ReadonlyMap<string, Manifest>): readonly string[] {
  const names = new Set<string>();
  for (let home = folder, last = false; !last; home = folderOf(home)) {
    for (const { name } of manifests.get(home)?.dependencies ?? []) names.add(name);
    last = home === '';
  }
  return [...names];
}
