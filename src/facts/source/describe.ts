import { createHash } from 'node:crypto';
import type { FileFact, FileKind } from '../../shared/facts/source.ts';
import type { Settings } from '../../shared/settings.ts';
import { decode } from './decode.ts';
import { isMinified } from './generated.ts';
import { kindOf } from './kind.ts';
import { type Language, languageOf } from './languages/languages.ts';
import { countLines } from './line-count.ts';
import { NO_WORD, type OwnWord } from './own-word.ts';

/** What can be said of one file from its path and bytes, and its text for those who look further. Throws on nothing. */
export function describeFile(
  path: string,
  content: Buffer,
  settings: Pick<Settings, 'classify'>,
  word: OwnWord = NO_WORD,
): { fact: FileFact; text: string | null } {
  const decoded = decode(content);
  const binary = decoded.text === null && decoded.because === 'binary';
  const readable = decoded.text ?? (binary ? '' : content.toString('latin1'));
  const language = languageOf(path, readable.slice(0, 200));
  const count = binary ? { lines: 0, code: 0 } : countLines(readable, language);
  const kind = kindOf({ path, language, text: decoded.text, binary, lines: count.lines }, settings.classify, word);
  const minified = decoded.text !== null && isMinified(decoded.text, language, count.lines);
  const skipped = decoded.text === null ? decoded.because : minified ? 'minified' : undefined;
  return {
    fact: {
      path,
      bytes: content.length,
      language: language?.name ?? null,
      kind,
      ...count,
      hash: createHash('sha256').update(content).digest('hex'),
      ...(skipped === undefined ? {} : { skipped }),
      ...(isOnItsWord(path, kind, language, word) ? { onItsWord: true as const } : {}),
    },
    text: minified ? null : decoded.text,
  };
}

/** Whether program code is left out because its repository says that others wrote it. */
function isOnItsWord(path: string, kind: FileKind, language: Language | undefined, word: OwnWord): boolean {
  return language?.nature === 'programming' && kind === word.attributedTo(path);
}

/** What can be said of a file that was not read, for a reason. */
export function describeUnread(
  { path, bytes }: Pick<FileFact, 'path' | 'bytes'>,
  because: string,
  settings: Pick<Settings, 'classify'>,
  word: OwnWord = NO_WORD,
): FileFact {
  const language = languageOf(path, '');
  const kind = kindOf({ path, language, text: null, binary: false, lines: 0 }, settings.classify, word);
  return {
    path,
    bytes,
    language: language?.name ?? null,
    kind,
    lines: 0,
    code: 0,
    hash: '',
    skipped: because,
  };
}
