import type { SourceFile } from '../../shared/reader.ts';
import { isTaste } from './taste.ts';

/** A comment that switches a check of the code off. */
export interface Suppression {
  readonly offset: number;
  /** `expected`: the compiler tells when there is no error left to expect. `everything`: nothing in what follows is checked. */
  readonly reach: 'place' | 'expected' | 'everything';
  /** Whether it is the compiler that no longer looks. */
  readonly compiler: boolean;
}

const OF_TYPES = /^@ts-(ignore|expect-error|nocheck)\b/;
const OF_FLOW = /^\$Flow(?:FixMe|Ignore|Issue|ExpectedError)\b/;
const OF_LINTER = /^(?:eslint-|oxlint-|tslint:)(disable(?:-(?:next-)?line|:(?:next|this)-line)?)(?![\w-])([\s\S]*)/;
const OF_BIOME = /^biome-ignore(-all|-start)? +([\w/]+)/;
const SWITCHED_ON_AGAIN = /^(?:eslint-|oxlint-|tslint:)enable\b/;
/** What follows is a reason, and says nothing of what is switched off. */
const LONGEST_READ = 500;

/** The comments that switch checks off, but for those that concern taste only. */
export function findSuppressions({ comments }: Pick<SourceFile, 'comments'>): readonly Suppression[] {
  const bare = comments.map(({ value, start }) => ({ text: readable(value), offset: start }));
  const restored = bare.some(({ text }) => SWITCHED_ON_AGAIN.test(text));
  return bare.flatMap(({ text, offset }) => {
    const reach = reachOf(text);
    if (reach === null) return [];
    return [{ offset, reach: reach === 'everything' && restored ? 'place' : reach, compiler: OF_TYPES.test(text) }];
  });
}

function readable(value: string): string {
  return value
    .slice(0, LONGEST_READ)
    .replace(/^[\s*]+/, '')
    .trimEnd();
}

function reachOf(text: string): Suppression['reach'] | null {
  const types = OF_TYPES.exec(text)?.[1];
  if (types !== undefined) return types === 'nocheck' ? 'everything' : types === 'ignore' ? 'place' : 'expected';
  if (OF_FLOW.test(text)) return 'place';
  const biome = OF_BIOME.exec(text);
  if (biome) {
    const [, form, rule = ''] = biome;
    return isTaste(rule) ? null : form === '-all' && rule === 'lint' ? 'everything' : 'place';
  }
  const linter = OF_LINTER.exec(text);
  if (!linter) return null;
  const [, form, rest = ''] = linter;
  const rules = rulesIn(rest);
  if (rules.length === 0) return form === 'disable' ? 'everything' : 'place';
  return rules.every(isTaste) ? null : 'place';
}

/** What follows two hyphens is a reason. */
function rulesIn(rest: string): readonly string[] {
  const list = rest.split(/\s--/, 1)[0] ?? '';
  return list.split(/[\s,:]+/).filter(word => word !== '');
}
