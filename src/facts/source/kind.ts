import picomatch from 'picomatch';
import type { FileKind } from '../../shared/facts/source.ts';
import type { Settings } from '../../shared/settings.ts';
import { isNamedLikeLibrary, roleOfName } from './file-names.ts';
import { mayBeVendored, roleOfFolders } from './folders.ts';
import { hasLibraryBanner, isMinified, saysGenerated } from './generated.ts';
import type { Language } from './languages/languages.ts';

/** What is known of a file when its kind is asked for. */
export interface Described {
  readonly path: string;
  readonly language: Language | undefined;
  /** Null when the content is no text, or was not read. */
  readonly text: string | null;
  readonly binary: boolean;
  readonly lines: number;
}

type Classify = Settings['classify'];
const matchers = new WeakMap<Classify, (path: string) => FileKind | null>();

/** What a file is for: the user's globs decide, then content, folders and names by general rules. */
export function kindOf(file: Described, classify: Classify): FileKind {
  return classified(file.path, classify) ?? (file.binary ? 'binary' : null) ?? byRole(file) ?? byNature(file);
}

function classified(path: string, classify: Classify): FileKind | null {
  const known = matchers.get(classify);
  if (known) return known(path);
  const rules = classify.map(({ glob, kind }) => ({ matches: picomatch(glob, { dot: true }), kind }));
  const match = (tried: string) => rules.find(({ matches }) => matches(tried))?.kind ?? null;
  matchers.set(classify, match);
  return match(path);
}

function byRole(file: Described): FileKind | null {
  const parts = file.path.split('/');
  const name = parts.pop() ?? '';
  const folder = roleOfFolders(parts);
  const named = roleOfName(name);
  const isCode = file.language?.nature === 'programming';

  if (folder === 'vendored' || named === 'vendored') return 'vendored';
  if (folder === 'fixture') return 'fixture';
  if (named === 'generated' || isWrittenByProgram(file)) return 'generated';
  if (mayBeVendored(parts) && isLibrary(file, name)) return 'vendored';
  if (folder === 'generated' && file.language?.nature !== 'prose') return 'generated';
  if (named === 'test' || folder === 'test') return isCode ? 'test' : ofTestFolder(file, named);
  if (folder === 'example' || named === 'example') return 'example';
  if (named === 'configuration' || named === 'documentation') return named;
  if (folder === 'documentation') return 'documentation';
  return null;
}

function isLibrary({ text }: Described, name: string): boolean {
  return isNamedLikeLibrary(name) || (text !== null && hasLibraryBanner(text));
}

function isWrittenByProgram({ text, language, lines }: Described): boolean {
  if (text === null || language === undefined) return false;
  if (language.nature !== 'programming' && language.nature !== 'query' && language.nature !== 'presentation')
    return false;
  return isMinified(text, language, lines) || saysGenerated(text);
}

/** Beside tests lie their data; what explains or configures them keeps its own kind. */
function ofTestFolder(file: Described, named: ReturnType<typeof roleOfName>): FileKind {
  if (named === 'documentation' || named === 'configuration') return named;
  if (file.language?.nature === 'prose') return 'documentation';
  return file.language?.nature === 'settings' ? 'configuration' : 'fixture';
}

function byNature({ language, path }: Described): FileKind {
  if (/^\.(?:github|circleci|gitlab|husky|buildkite|devcontainer|vscode|idea|storybook)\//.test(path))
    return 'configuration';
  switch (language?.nature) {
    case 'programming':
    case 'presentation':
    case 'query':
      return 'source';
    case 'prose':
      return 'documentation';
    case 'settings':
      return 'configuration';
    case 'data':
      return isRootJson(path) ? 'configuration' : 'data';
    case undefined:
      return 'data';
  }
}

function isRootJson(path: string): boolean {
  return !path.includes('/') && path.endsWith('.json');
}
