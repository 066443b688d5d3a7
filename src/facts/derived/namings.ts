import { posix } from 'node:path';
import { folderOf } from '../../shared/folder.ts';
import { openPathFinder } from './path-finder.ts';

/** Answers which programs of the repository a word in one of its texts names. */
export interface Namings {
  /** The files of a path as people write it: from here, from a package, as it will be built, or only its end. */
  files(folder: string, word: string): readonly string[];
  /** The folder of such a path; null when it is none, or one of several. */
  folder(folder: string, word: string): string | null;
  /** A glob as seen from the root, without the extension of a program; null where no folder answers to it. */
  glob(folder: string, word: string): string | null;
}

const PROGRAM = /\.[cm]?[jt]sx?$/;
const LAST_EXTENSION = /\.[\w-]{1,40}$/;
/** With a folder and the end of a program: an expression or a comment that happens to have a star looks different. */
const GLOB = /^(?!!)[\w@~.\-/*{},[\]]*\/[\w.\-*{},[\]]+$/;
const ENDS_LIKE_PROGRAM = /(?:\.[cm]?[jt]sx?|\.\[jt\]sx?|[}*\]])$/;
const ENDING_OF_GLOB =
  /\.(?:[cm]?[jt]sx?|\[jt\]sx?|\*|\{[^{}/]{0,60}\})$|\{,?\.[\w.]{1,12}(?:,\.[\w.]{1,12}){0,8},?\}$/;
const CHOICE = /[!@+?*]\([\w.*|/-]{0,80}\)/g;
const BUILT = /^(?:\.?build|dist|lib|out|output|\.output|es|esm|cjs|public)\//;
/** What stands for a folder that is not in the text: an alias, a variable. */
const PLACEHOLDER = /^(?:\.{0,2}|[@~#]|\$\w*|%\w+%|\{\{?[\w.]*\}?\}|file:)$/;
const ALIAS_SIGN = /^[@~#]\/?/;
/** More files of one name than this, and the word means none of them in particular. */
const MOST_OF_A_NAME = 3;
const MOST_OF_A_PATH = 10;
/** More files that end alike are not looked through for each word. */
const MOST_ALIKE = 1000;
const MOST_PARTS = 30;
/** Nobody's own code lies deeper, and every folder above would be asked for each word. */
const LONGEST_FOLDER = 200;

/** Indexes the programs of a repository by the ends of their paths. */
export function openNamings(paths: readonly string[]): Namings {
  const finder = openPathFinder(paths.map(path => ({ path })));
  const index = indexEnds(paths.filter(path => PROGRAM.test(path)));
  const homes = new Set(paths.filter(path => path.endsWith('package.json')).map(folderOf));

  function exact(folder: string, word: string): string | null {
    const near = join(folder, word);
    const first = near === null ? null : finder.find(near);
    if (first !== null && index.programs.has(first)) return first;
    for (const home of above(folder)) {
      const built = near !== null && homes.has(home) ? finder.findBuilt(home, near) : null;
      if (built !== null && index.programs.has(built)) return built;
      const path = join(home, word);
      const found = path === null ? null : homes.has(home) ? finder.findBuilt(home, path) : finder.find(path);
      if (found !== null && index.programs.has(found)) return found;
    }
    return null;
  }

  function files(folder: string, word: string): readonly string[] {
    const parts = partsOf(word);
    const last = parts.at(-1);
    if (last === undefined || parts.length > MOST_PARTS) return [];
    const ended = PROGRAM.test(last);
    const name = stemOf(last);
    if (!index.byName.has(name)) {
      // `jobs/nightly.handler` names a function of a file.
      const shorter = word.replace(LAST_EXTENSION, '');
      const known = !ended && parts.length > 1 && shorter !== word && index.byName.has(nameOf(shorter));
      return known ? files(folder, shorter) : [];
    }
    const direct = exact(folder, word);
    if (direct !== null) return [direct];
    if (parts.length === 1) return ended && name !== 'index' ? few(index.byName.get(name) ?? [], MOST_OF_A_NAME) : [];
    const whole = [...parts.slice(0, -1), name];
    const found = index.endingIn(whole);
    if (found.length > 0) return found;
    // `@jobs/close` is `jobs/close` to those who chose the alias.
    const bare = index.endingIn([(whole[0] ?? '').replace(ALIAS_SIGN, ''), ...whole.slice(1)]);
    return bare.length > 0 || parts.length === 2 ? bare : index.endingIn(whole.slice(1));
  }

  function folderNamed(folder: string, word: string): string | null {
    for (const home of above(folder)) {
      const path = join(home, word);
      if (path !== null && path !== '' && index.folders.has(path)) return path;
    }
    const parts = partsOf(word);
    const end = `/${parts.join('/')}`;
    const alike = few(index.foldersByName.get(parts.at(-1) ?? '') ?? [], MOST_ALIKE);
    const found = alike.filter(path => `/${path}`.endsWith(end));
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  function glob(folder: string, word: string): string | null {
    const plain = word.replace(CHOICE, '*');
    if (!GLOB.test(plain) || !ENDS_LIKE_PROGRAM.test(plain)) return null;
    const written = plain.replace(/^\/(?=\.\.?\/)/, '').replace(ENDING_OF_GLOB, '');
    const parts = written.split('/').filter(part => part !== '' && part !== '.');
    const star = parts.findIndex(part => /[*{[]/.test(part));
    if (star < 0 || !/\w/.test(written) || parts.length > MOST_PARTS) return null;
    const [head, tail] = [parts.slice(0, star).join('/'), parts.slice(star).join('/')];
    const bare = head.replace(ALIAS_SIGN, '');
    const heads = new Set([head, head.replace(BUILT, 'src/'), `${head}/`.replace(BUILT, ''), bare, `src/${bare}`]);
    const near = /^\.\.?\//.test(written)
      ? [folder]
      : [...above(folder)].filter(home => homes.has(home) || home === '');
    for (const home of near)
      for (const tried of heads) {
        const path = join(home, tried);
        if (path !== null && (path === '' || index.folders.has(path))) return path === '' ? tail : `${path}/${tail}`;
      }
    return null;
  }

  return { files, folder: folderNamed, glob };
}

function indexEnds(programs: readonly string[]) {
  const byName = new Map<string, string[]>();
  const byEnd = new Map<string, string[]>();
  const folders = new Set<string>();
  const foldersByName = new Map<string, string[]>();
  const addStem = (stem: string, path: string) => {
    add(byName, nameOf(stem), path);
    add(byEnd, endOf(stem), path);
  };
  for (const path of programs) {
    const stem = stemOf(path);
    addStem(stem, path);
    if (nameOf(stem) === 'index' && stem.includes('/')) addStem(folderOf(stem), path);
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder)) {
      folders.add(folder);
      add(foldersByName, nameOf(folder), folder);
    }
  }

  /** At least two parts: a name alone is the end of too much. */
  function endingIn(parts: readonly string[]): readonly string[] {
    const end = `/${parts.join('/')}`;
    const alike = few(byEnd.get(parts.slice(-2).join('/')) ?? [], MOST_ALIKE);
    const found = alike.filter(path => {
      const stem = `/${stemOf(path)}`;
      return stem.endsWith(end) || stem.endsWith(`${end}/index`);
    });
    return few(found, MOST_OF_A_PATH);
  }

  return { programs: new Set(programs), byName, folders, foldersByName, endingIn };
}

/** The folders that a path may be seen from: where it stands, and every one above. */
function* above(folder: string): Iterable<string> {
  if (folder.length > LONGEST_FOLDER) return;
  for (let home = folder, last = false; !last; home = folderOf(home)) {
    yield home;
    last = home === '';
  }
}

/** A path without the extension of a program. */
export function stemOf(path: string): string {
  return path.replace(PROGRAM, '').replace(/\.d$/, '');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The last two parts. */
function endOf(stem: string): string {
  return stem.slice(stem.lastIndexOf('/', stem.lastIndexOf('/') - 1) + 1);
}

function partsOf(word: string): readonly string[] {
  const parts = word.split('/').filter(part => part !== '' && part !== '.' && part !== '..');
  const start = parts.findIndex(part => !PLACEHOLDER.test(part));
  return start < 0 ? [] : parts.slice(start);
}

function few(found: readonly string[], most: number): readonly string[] {
  return found.length > most ? [] : found;
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Null when it leads out of the repository. */
function join(folder: string, path: string): string | null {
  const joined = posix.join(folder, path.replace(/^\/+/, '')).replace(/\/$/, '');
  return joined === '..' || joined.startsWith('../') ? null : joined === '.' ? '' : joined;
}
