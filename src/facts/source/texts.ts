import type { MentionFact } from '../../shared/facts/source.ts';
import { folderOf } from '../../shared/folder.ts';
import type { Namings } from '../derived/namings.ts';
import type { Gatherer } from '../document.ts';
import { calledByName, namingWords } from './naming-words.ts';

/** Where a file may be named that nobody uses: what was, what is not looked at, and who is asked. */
const NO_MENTION =
  /(?:^|\/)(?:changelog|changes|history|releases?|codeowners|license|licence)(?:\.[\w.-]{1,40})?$|(?:^|\/)\.[\w-]{1,40}ignore$|(?:todo|suppressions?|baseline)[\w.-]{0,40}\.(?:json|ya?ml)$|(?:^|\/)(?:package-lock|pnpm-lock|npm-shrinkwrap)\.|(?:^|\/)sonar-project\.properties$|\.(?:csv|svg|map|lock|snap|log|po|pot|xlf|xliff|info|tsbuildinfo|patch|diff)$|(?:^|\/)coverage[\w-]{0,40}\.(?:json|xml)$/i;
/** Lines longer than this on average were written by a program for a program. */
const MOST_PER_LINE = 1000;
const MOST = 200_000;
const MOST_WORDS = 1_000_000;

/** Prose tells how to start a program, and what people have long since renamed. */
const PROSE = /\.(?:mdx?|txt|rst|adoc)$/i;

/** Gathers which programs are named in texts that are not parsed: settings, scripts, pages, documents, other languages. */
export function gatherNamingTexts(namings: Namings): Gatherer & { close(): readonly MentionFact[] } {
  const found: MentionFact[] = [];
  let left = MOST_WORDS;
  return {
    wants: ({ path, kind, lines, bytes }) =>
      kind !== 'vendored' && !NO_MENTION.test(path) && bytes <= lines * MOST_PER_LINE,
    take({ path, text }) {
      const words = PROSE.test(path) ? [] : calledByName(text);
      for (const word of [...namingWords(text), ...words]) {
        left -= 1;
        if (found.length >= MOST || left < 0) return;
        if (word.includes('*')) continue;
        for (const file of namings.files(folderOf(path), word)) found.push({ from: path, to: file, form: 'file' });
      }
    },
    close: () => found,
  };
}
