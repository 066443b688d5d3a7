import { MARKER_WORDS, type MarkerWord, type UndatedMarker } from '../../../shared/facts/markers.ts';
import type { SourceFile, SourceReader } from '../../../shared/reader.ts';
import { markerText } from '../marker-text.ts';

type Row = Omit<UndatedMarker, 'path'>;

/** More in one file are a list of data, or made to fill memory. */
const MOST_MARKERS = 500;
/** How far into a line a marker is looked for. */
const LONGEST_LINE = 1000;
/** Of a comment, what stands before its text: two slashes, or a slash and a star. */
const DELIMITER = 2;

const WORDS = MARKER_WORDS.join('|');
const LEAD = '^[\\s*/!#+-]*@?';
/** In capitals the word is meant as a marker wherever it opens a line of comment. */
const OPENING = new RegExp(`${LEAD}(${WORDS})(?!\\.?[\\w-])`);
/** In small letters only before a colon or a dash: "todo list" and "hack day" are about something else. */
const OPENING_IN_SMALL = new RegExp(`${LEAD}(todo|fixme|hack)(?=:| - |\\([\\w@.-]+\\):)`, 'i');
/** Further on in a line in capitals, before a colon or a bracket. */
const WITHIN = new RegExp(`(?<![\\w'"\`-])(${WORDS})(?=[:(])`);

const NAMED = /^\w+\(@?([a-z][\w.@-]{0,39})\)/i;
const TICKET = /\b[A-Z][A-Z0-9]+-\d+\b|(?:^|[\s([])#\d+\b/;
const ISSUE =
  /\bgh[- ]?\d+\b|\bissue[- ]#?\d+\b|https?:\/\/\S*(?:issue|pull|ticket|jira|browse|linear\.app|trello|work_?item)/i;
/** Words for a tool. Why it is silenced is told there, and is another matter than work put off. */
const DIRECTIVE = /^[\s*]*(?:@ts-|eslint|biome-|prettier-|tslint:|c8 |v8 |istanbul )/;

/** What the authors of a file put off: TODO, FIXME, HACK and XXX in its comments. */
export const markersReader = {
  id: 'markers',
  version: 1,
  open: (file: SourceFile) => ({ close: () => findMarkers(file) }),
} satisfies SourceReader;

function findMarkers({ comments, lineAt }: SourceFile): Row[] | undefined {
  const rows: Row[] = [];
  for (const { value, start } of comments) {
    if (DIRECTIVE.test(value)) continue;
    let at = start + DELIMITER;
    for (const line of value.split('\n')) {
      const row = markerIn(line.slice(0, LONGEST_LINE));
      if (row && rows.length < MOST_MARKERS) rows.push({ line: lineAt(at), ...row });
      at += line.length + 1;
    }
  }
  return rows.length > 0 ? rows : undefined;
}

/** One line puts one thing off. */
function markerIn(line: string): Omit<Row, 'line'> | null {
  const match = OPENING.exec(line) ?? OPENING_IN_SMALL.exec(line) ?? WITHIN.exec(line);
  if (match?.[1] === undefined) return null;
  const text = markerText(line, match.index + match[0].length - match[1].length);
  const named = NAMED.exec(text)?.[1];
  return {
    word: match[1].toUpperCase() as MarkerWord,
    text,
    named: named === undefined || TICKET.test(named) ? null : named,
    tracked: TICKET.test(text) || ISSUE.test(text),
  };
}
