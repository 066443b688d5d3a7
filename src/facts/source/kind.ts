import type { FileKind } from '../../shared/facts/source.ts';
import { openGlobs } from '../../shared/glob.ts';
import type { Settings } from '../../shared/settings.ts';
import { isCompiled } from './compiled.ts';
import { isNamedLikeLibrary, roleOfName } from './file-names.ts';
import { isTemplateOfGenerator, liesBelowVendor, mayBeVendored, roleOfFolders } from './folders.ts';
import { isEncoded, isMinified, saysGenerated } from './generated.ts';
import type { Language } from './languages/languages.ts';
import { hasLibraryBanner, libraryNamedBy, saysVendored, tellsOrigin } from './library-banner.ts';
import type { OwnWord } from './own-word.ts';

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

/** What a file is for: the user's globs decide, then the repository's own word, then content, folders and names by general rules. */
export function kindOf(file: Described, classify: Classify, word: OwnWord): FileKind {
  return (
    classified(file.path, classify) ??
    (file.binary ? 'binary' : null) ??
    word.attributedTo(file.path) ??
    byRole(file, word) ??
    byNature(file)
  );
}

function classified(path: string, classify: Classify): FileKind | null {
  const known = matchers.get(classify);
  if (known) return known(path);
  const rules = classify.map(({ glob, kind }) => ({ matches: openGlobs([glob]), kind }));
  const match = (tried: string) => rules.find(({ matches }) => matches(tried))?.kind ?? null;
  matchers.set(classify, match);
  return match(path);
}

function byRole(file: Described, word: OwnWord): FileKind | null {
  const parts = file.path.split('/');
  const name = parts.pop() ?? '';
  const folder = roleOfFolders(parts);
  const named = roleOfName(name);
  const isCode = file.language?.nature === 'programming';

  if (folder === 'vendored' || named === 'vendored') return 'vendored';
  if (folder === 'fixture') return 'fixture';
  if (named === 'generated' || isWrittenByProgram(file)) return 'generated';
  if (mayBeVendored(parts) && isLibrary(file, name)) return 'vendored';
  if (liesBelowVendor(parts) && file.text !== null && tellsOrigin(file.text)) return 'vendored';
  if (folder === 'generated' && file.language?.nature !== 'prose') return 'generated';
  if (isBroughtIn(file, word)) return 'vendored';
  if (named === 'test' || folder === 'test') return isCode ? 'test' : ofTestFolder(file, named);
  if (folder === 'example' || named === 'example' || isTemplateOfGenerator(parts, name)) return 'example';
  if (named === 'configuration' || named === 'documentation') return named;
  if (folder === 'documentation') return 'documentation';
  return null;
}

function isLibrary({ text }: Described, name: string): boolean {
  return isNamedLikeLibrary(name) || (text !== null && hasLibraryBanner(text));
}

function isWrittenByProgram({ text, language, lines }: Described): boolean {
  if (text === null || language === undefined) return false;
  if (!isWritten(language)) return false;
  return (
    isMinified(text, language, lines) || saysGenerated(text) || isCompiled(text, language) || isEncoded(text, language)
  );
}

/** Other people's work that lies among the product's own. What lies at the root is what the repository is about. */
function isBroughtIn({ path, text, language }: Described, word: OwnWord): boolean {
  if (text === null || language === undefined || !path.includes('/') || !isWritten(language)) return false;
  const library = libraryNamedBy(text, language);
  return word.isKept(path) || saysVendored(text) || (library !== null && !word.isOwn(library));
}

/** Whether a file in the language may hold someone's work, and not only settings, prose or data. */
function isWritten({ nature }: Language): boolean {
  return nature === 'programming' || nature === 'query' || nature === 'presentation';
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
    case 'query':
      return 'source';
    case 'presentation':
      return 'markup';
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
