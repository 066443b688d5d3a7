import type { UndatedMarker } from '../../shared/facts/markers.ts';
import type { ExportFact, FileFact, FileKind, FunctionFact, Sightings } from '../../shared/facts/source.ts';
import type { SourceFile, SourceReader } from '../../shared/reader.ts';
import { codeLinesOf, lineOf, lineStarts } from './code-lines.ts';
import { parseSource } from './parse.ts';
import { drawingsReader } from './readers/drawings.ts';
import { exportsReader } from './readers/exports.ts';
import { functionsReader } from './readers/functions.ts';
import { importsReader, type RawImport } from './readers/imports.ts';
import { markersReader } from './readers/markers.ts';
import { type FromProgram, namingsReader } from './readers/namings.ts';
import { type TokenFact, tokensReader } from './readers/tokens.ts';
import { openWalk } from './walk.ts';

const PARSED_LANGUAGES = new Set(['javascript', 'typescript']);
const PARSED_KINDS = new Set<FileKind>(['source', 'test', 'example', 'configuration', 'documentation']);
/** Languages whose files hold JavaScript that is not looked at yet. */
const EMBEDDING_LANGUAGES = new Set(['vue', 'svelte', 'astro']);

export interface AnalyzerReader {
  readonly analyzer: string;
  readonly reader: SourceReader;
}

export interface SurveyFacts {
  readonly functions: readonly FunctionFact[];
  readonly imports: readonly RawImport[];
  readonly exports: readonly ExportFact[];
  readonly tokens: readonly TokenFact[];
  readonly markers: readonly UndatedMarker[];
  readonly namings: readonly FromProgram[];
  readonly sightings: Sightings;
}

/** Takes the surveyed files one after another. */
export interface Survey {
  /** Parses and walks one file, and returns what it now knows better of it. Throws on nothing. */
  take(fact: FileFact, text: string): FileFact;
  close(): SurveyFacts;
}

export interface SurveyPlan {
  readonly readers: readonly AnalyzerReader[];
  /** Whether the tokens of each file are kept: the only answer that is as large as the source. */
  readonly tokens: boolean;
}

/** Opens the one pass over source that feeds every reader: each file is parsed once and walked once. */
export function openSurvey({ readers, tokens: keepsTokens }: SurveyPlan): Survey {
  const found: FunctionFact[] = [];
  const imports: RawImport[] = [];
  const exports: ExportFact[] = [];
  const tokens: TokenFact[] = [];
  const markers: UndatedMarker[] = [];
  const namings: FromProgram[] = [];
  const walk = openWalk([
    functionsReader,
    drawingsReader,
    importsReader,
    exportsReader,
    namingsReader,
    ...(keepsTokens ? [tokensReader] : []),
    ...readers.map(({ reader }) => reader),
  ]);
  const sightings = new Map(readers.map(({ analyzer }) => [analyzer, new Map<string, unknown>()]));

  return {
    take(fact, text) {
      if (!PARSED_KINDS.has(fact.kind) || fact.skipped !== undefined) return fact;
      if (EMBEDDING_LANGUAGES.has(fact.language ?? ''))
        return { ...fact, skipped: `the code inside ${fact.language} files is counted, not assessed` };
      if (!PARSED_LANGUAGES.has(fact.language ?? '')) return fact;
      const parsed = parseSource(fact.path, text);
      if (parsed.program === null) return { ...fact, skipped: parsed.because };

      const drawings = drawingsReader.open();
      const file = openFile(fact, text, parsed.comments, {
        around: () => functions.around(),
        drawings: drawings.found,
      });
      const functions = functionsReader.open(file);
      // In the order in which the walk was opened.
      const own = {
        functions,
        drawings,
        imports: importsReader.open(file),
        exports: exportsReader.open(file),
        namings: namingsReader.open(file),
        ...(keepsTokens ? { tokens: tokensReader.open(file) } : {}),
      };
      const guests = readers.map(({ reader }) => attempt(() => reader.open(file)) ?? null);
      const readings: Parameters<typeof walk>[1] = [...Object.values(own), ...guests];
      const mine = readings.length - guests.length;
      walk(parsed.program, readings);
      if (readings.slice(0, mine).includes(null))
        return { ...fact, skipped: 'reading it stopped with an error of its own' };

      const { path } = fact;
      for (const row of own.functions.close() ?? []) found.push({ path, ...row });
      for (const row of own.imports.close() ?? []) imports.push({ from: path, ...row });
      const offered = own.exports.close();
      if (offered !== undefined) exports.push({ path, ...offered });
      if (own.tokens) tokens.push({ path, ...own.tokens.close() });
      for (const row of markersReader.open(file).close() ?? []) markers.push({ path, ...row });
      const named = own.namings.close();
      if (named !== undefined) namings.push({ from: path, ...named });
      readers.forEach(({ analyzer }, index) => {
        const answer = readings[mine + index] === null ? undefined : attempt(() => guests[index]?.close());
        if (answer !== undefined) sightings.get(analyzer)?.set(path, answer);
      });
      const { lines, code } = codeLinesOf(file);
      return { ...fact, lines, code };
    },
    close: () => ({ functions: found, imports, exports, namings, markers, tokens, sightings }),
  };
}

/** Whether a file, as its survey left it, was parsed and walked. */
export function wasSurveyed({ kind, language, skipped }: FileFact): boolean {
  return PARSED_KINDS.has(kind) && skipped === undefined && PARSED_LANGUAGES.has(language ?? '');
}

function openFile(
  { path, language }: FileFact,
  text: string,
  comments: SourceFile['comments'],
  fromWalk: Pick<SourceFile, 'around' | 'drawings'>,
): SourceFile {
  let starts: readonly number[] | undefined;
  const lineAt = (offset: number) => {
    starts ??= lineStarts(text);
    return lineOf(starts, offset);
  };
  return { path, text, language: language ?? '', comments, lineAt, ...fromWalk };
}

/** A reader that throws spoils its own answer and nobody else's. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
