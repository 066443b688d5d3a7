import type { FileFact } from '../../shared/facts/source.ts';

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.d.ts', '.vue', '.svelte', '.json'];

/** What TypeScript reads where an import names the file that it will write. */
const WRITTEN_AS: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx', '.ts'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};
const WRITTEN = /\.[cm]?jsx?$/;
const BUILT = /^(?:dist|build|lib|out|output|es|esm|cjs|types)\/(?:(?:dist|esm?|cjs|mjs|types|src|node|browser)\/)?/;
const KNOWN_EXTENSION = /(?:\.d)?\.[cm]?[jt]sx?$/;

/** Finds the file that a path without certainty about its extension means. */
export interface PathFinder {
  /** The file that an import of this path leads to, by extensions and index files. */
  find(path: string): string | null;
  /** The same for a path in a package's `exports` or `main`, which may name what a build will write. */
  findBuilt(folder: string, path: string): string | null;
}

/** Indexes the paths of a repository once, so that each question is a few look-ups. */
export function openPathFinder(files: readonly Pick<FileFact, 'path'>[]): PathFinder {
  const paths = new Set(files.map(({ path }) => path));

  function find(path: string): string | null {
    const written = WRITTEN.exec(path)?.[0];
    if (written !== undefined) {
      const stem = path.slice(0, -written.length);
      for (const extension of WRITTEN_AS[written] ?? []) if (paths.has(stem + extension)) return stem + extension;
    }
    if (paths.has(path)) return path;
    if (path !== '') for (const extension of EXTENSIONS) if (paths.has(path + extension)) return path + extension;
    const index = path === '' ? 'index' : `${path}/index`;
    for (const extension of EXTENSIONS) if (paths.has(index + extension)) return index + extension;
    if (written === undefined) return null;
    const declaration = path.replace(WRITTEN, match => `.d.${match.slice(1).replace('j', 't').replace('x', '')}`);
    return paths.has(declaration) ? declaration : null;
  }

  function findBuilt(folder: string, path: string): string | null {
    const direct = find(path);
    if (direct !== null) return direct;
    const prefix = folder === '' ? '' : `${folder}/`;
    const inner = path.slice(prefix.length).replace(KNOWN_EXTENSION, '');
    const bare = inner.replace(BUILT, '');
    return find(`${prefix}src/${bare}`) ?? find(prefix + bare) ?? find(prefix + inner);
  }

  return { find, findBuilt };
}
