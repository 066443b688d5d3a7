import type { ManifestFacts } from '../../shared/facts/manifests.ts';
import type { FileFact, ImportFact, MentionFact } from '../../shared/facts/source.ts';
import { folderOf } from '../../shared/folder.ts';
import { compareText } from '../../shared/text-order.ts';
import type { Aliases } from '../source/aliases.ts';
import type { FromProgram } from '../source/readers/namings.ts';
import { type Namings, stemOf } from './namings.ts';
import { openOtherReadings } from './other-readings.ts';
import { isBuiltIn } from './specifiers.ts';

/** Whatever may name a file, as it was gathered. */
export interface Gathered {
  readonly programs: readonly FromProgram[];
  readonly texts: readonly MentionFact[];
  readonly imports: readonly ImportFact[];
  readonly manifests: ManifestFacts;
  readonly aliases: Aliases;
  readonly files: readonly FileFact[];
}

/** Settings in which globs say what to run; in all others they say what to check, to format or to style. */
const GLOBS_THAT_RUN =
  /(?:^|\/)(?:ormconfig|knexfile|data-source|typeorm|mikro-orm|drizzle|vite|webpack|rollup|rspack|rsbuild|esbuild|tsup|tsdown|unbuild|build|gulpfile|gruntfile|bunchee|wxt|serverless|sst)[\w.-]*$/i;
const PLAIN = /\.[cm]?jsx?$/;
const COMPILED = /(?<!\.d)\.tsx?$/;
/** Beyond this lies nobody's product, and memory and time have an end. */
const MOST_WORDS = 1_000_000;
const MOST_MENTIONS = 300_000;

/** Says which files are named where without being imported: in strings of programs, in texts, in manifests, and by imports that no known way leads along. */
export function resolveMentions(gathered: Gathered, namings: Namings): readonly MentionFact[] {
  const found = new Map<string, MentionFact>();
  const all = [
    gathered.texts,
    ofManifests(gathered, namings),
    ofPrograms(gathered, namings),
    ofImports(gathered, namings),
    ofOtherReadings(gathered),
    ofTwins(gathered),
  ];
  for (const mentions of all)
    for (const mention of mentions) {
      if (found.size >= MOST_MENTIONS) break;
      const { from, to, form } = mention;
      if (from !== to) found.set(`${from}\n${to}\n${form}`, mention);
    }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, mention]) => mention);
}

function* ofManifests({ manifests, aliases }: Gathered, namings: Namings): Iterable<MentionFact> {
  for (const { path: from, entries } of manifests.manifests) {
    const folder = folderOf(from);
    for (const entry of entries)
      for (const to of namings.files(folder, `./${within(folder, entry)}`)) yield { from, to, form: 'file' };
  }
  for (const [folder, patterns] of aliases.exports) {
    const from = folder === '' ? 'package.json' : `${folder}/package.json`;
    for (const target of patterns.flatMap(({ targets }) => targets)) {
      const to = target.includes('*') ? namings.glob(folder, `./${within(folder, target)}`) : null;
      if (to !== null) yield { from, to, form: 'glob' };
    }
  }
}

function* ofPrograms({ programs, files }: Gathered, namings: Namings): Iterable<MentionFact> {
  const settings = new Set(files.filter(({ kind }) => kind === 'configuration').map(({ path }) => path));
  let left = MOST_WORDS;
  for (const { from, words, folders, loads } of programs) {
    left -= words.length;
    if (left < 0) return;
    const here = folderOf(from);
    const mayRun = !settings.has(from) || GLOBS_THAT_RUN.test(from);
    for (const word of words) {
      const isGlob = word.includes('*');
      const glob = isGlob && mayRun ? namings.glob(here, word) : null;
      if (glob !== null) yield { from, to: glob, form: 'glob' };
      const named = isGlob ? [] : namings.files(here, word);
      for (const to of named) yield { from, to, form: 'file' };
      const folder = loads && mayRun && !isGlob && named.length === 0 ? namings.folder(here, word) : null;
      if (folder !== null) yield { from, to: folder, form: 'folder' };
    }
    for (const named of mayRun ? folders : []) {
      const folder = namings.folder(here, named);
      if (folder !== null) yield { from, to: folder, form: 'folder' };
    }
  }
}

/** An alias that only a bundler knows, or a file that only a build will write: the end of the path tells. */
function* ofImports({ imports, manifests }: Gathered, namings: Namings): Iterable<MentionFact> {
  const asked = new Set(manifests.manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)));
  for (const { from, specifier, to, package: name } of imports) {
    if (to !== null || isBuiltIn(specifier) || (name !== null && asked.has(name))) continue;
    const here = folderOf(from);
    const rest = specifier.slice(specifier.indexOf('/') + 1);
    const whole = namings.files(here, specifier);
    const loosely = () => namings.files(here, rest.includes('/') ? rest : `${stemOf(rest)}.js`);
    for (const file of whole.length > 0 || rest === specifier || specifier.startsWith('.') ? whole : loosely())
      yield { from, to: file, form: 'file' };
  }
}

/** An alias that one tool may read as another file than the compiler does: whichever it is, it is in use. */
function* ofOtherReadings({ files, imports, manifests, aliases }: Gathered): Iterable<MentionFact> {
  const readings = openOtherReadings(files, manifests, aliases);
  for (const { from, specifier, to, package: name } of imports) {
    if (name !== null) continue;
    for (const file of readings(folderOf(from), specifier)) if (file !== to) yield { from, to: file, form: 'file' };
  }
}

/** Where `util.js` and `util.ts` lie side by side, a compiler takes the one and whoever runs plain JavaScript the other. */
function* ofTwins({ files, imports }: Gathered): Iterable<MentionFact> {
  const paths = new Set(files.map(({ path }) => path));
  for (const { from, specifier, to } of imports) {
    if (to === null || !PLAIN.test(from) || !COMPILED.test(to) || COMPILED.test(specifier)) continue;
    const twin = to.replace(COMPILED, '.js');
    if (paths.has(twin)) yield { from, to: twin, form: 'file' };
  }
}

function within(folder: string, path: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}
