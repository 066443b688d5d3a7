import type { Token } from './tokens.ts';

/**
 * How a line of a comment reads: as a statement; as a part of one, that could also be something else (brackets, a
 * property, a list); as a comment within code; or as a text for people.
 */
export type LineKind = 'statement' | 'part' | 'remark' | 'prose';

/** Words that another word may follow in code, and words that may follow another. */
const LEADING = wordsOf(
  'const let var function class new return typeof case throw import export default async await yield delete void static get set public private protected readonly abstract declare interface type enum namespace keyof infer else do extends implements in of as from is instanceof satisfies override accessor asserts unique',
);
const FOLLOWING = wordsOf('in of as from is instanceof satisfies extends implements');
/** Words that a bracket follows in code. */
const HEADS = wordsOf('if while switch for');

const DECLARES =
  /^(?:export (?:default )?)?(?:declare )?(?:abstract )?(?:(?:const|let|var) [\p{L}_$[{]|(?:async )?function\b|class [\p{L}_$]|interface [\p{L}_$].*\{|(?:const )?enum [\p{L}_$].*\{|type [\p{L}_$][^=]*=)/u;
const IMPORTS =
  /^(?:import (?:['"]|[^'"]*\bfrom ['"])|import [\p{L}_${*,\s]*$|export (?:\*|\{)|\} from ['"]|(?:module\.)?exports\b.*=)/u;
const CONTROLS =
  /^(?:\} ?)?(?:(?:else )?if ?\(|else\b(?: ?\{)?$|for (?:await )?\(|for\(|while ?\(|switch ?\(|try ?\{|catch ?[({]|finally ?\{|do ?\{|throw new |(?:return|break|continue);|return [^;]*[;({[]$|case [^:]+:|default:|await [\p{L}_$(])/u;
const ASSIGNS =
  /^(?:this|[\p{L}_$][\p{L}\p{N}_$]*)(?:(?:\?|!)?\.[\p{L}_$#][\p{L}\p{N}_$]*|\[[^\]]*\])* (?:[-+*/|&?^%]{0,3}=)(?!=) ?\S/u;
const CALLS =
  /^(?:(?:await|return|void|new|yield) )?(?:this|super|[\p{L}_$][\p{L}\p{N}_$]*)(?:(?:\?|!)?\.[\p{L}_$#][\p{L}\p{N}_$]*|\[[^\]]*\])*(?:<[^()]*>)?(?:\(|\?\.\()/u;
const CHAINS = /^\)?\??\.[\p{L}_$][\p{L}\p{N}_$]*(?:<[^()]*>)?\(/u;
const METHODS = /^(?:(?:public|private|protected|static|async|get|set|override) )*[*#]?[\p{L}_$][\p{L}\p{N}_$]* ?\(/u;
/** Where a statement may end at the end of a line. */
const ENDS = /[;{(),[\]}>]$|=>$|&&$|\|\|$|\?$|:$/;
const DIRECTIVE =
  /^(?:eslint|@ts-|prettier-|biome-|tslint|oxlint|istanbul |c8 |v8 |webpack|jshint|jslint|globals? |exported |#(?:end)?region|@vite|@jest|#__)/;

/** Judges one line by its tokens; JSX is judged elsewhere. */
export function judgeLine(line: string, tokens: readonly Token[]): LineKind {
  const trimmed = line.trim();
  if (DIRECTIVE.test(trimmed)) return 'remark';
  if (/^\s*\*/.test(line) || tokens.every(({ kind }) => kind === 'comment')) return 'remark';
  const code = tokens.filter(({ kind }) => kind !== 'comment');
  if (isProse(code) || isHeading(code)) return 'prose';
  const text = code
    .map(({ apart, text }) => (apart ? ` ${text}` : text))
    .join('')
    .trim();
  return isStatement(text) ? 'statement' : 'part';
}

function isStatement(text: string): boolean {
  if (DECLARES.test(text) || IMPORTS.test(text) || CONTROLS.test(text)) return true;
  if (/^[})\]]+;$/.test(text)) return true;
  if (!ENDS.test(text)) return false;
  if (text.endsWith('{') && text.includes(')') && METHODS.test(text)) return true;
  return ASSIGNS.test(text) || CALLS.test(text) || CHAINS.test(text) || /=> ?\{?$/.test(text);
}

/** Whether the tokens cannot be code for what stands beside what: words without a sign between them, and the marks of sentences. */
function isProse(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    if (token.kind === 'odd') return true;
    if (before && isOperand(before) && isOperand(token) && !joins(before, token)) return true;
    if (token.kind === 'word' && HEADS.has(token.text) && before?.text !== '.')
      return after !== undefined && after.text !== '(' && after.text !== 'await' && !isKey(after);
    if (token.text === '.')
      return (before?.kind === 'word' && !token.apart && (after?.apart ?? true)) || after === undefined;
    if (token.text === '-' || token.text === '*' || token.text === '#') return index === 0 && after?.apart === true;
    if (token.text === '>' && !token.apart) return before?.text === '-' || before?.text === '--';
    if (token.text === '!') return after === undefined || (after.apart && before?.kind === 'word' && !token.apart);
    return false;
  });
}

/** One word with a capital on a line of its own. */
function isHeading([only, ...others]: readonly Token[]): boolean {
  return others.length === 0 && only?.kind === 'word' && /^\p{Lu}/u.test(only.text);
}

function isOperand({ kind }: Token): boolean {
  return kind === 'word' || kind === 'number' || kind === 'string' || kind === 'template' || kind === 'expression';
}

function joins(before: Token, token: Token): boolean {
  if (before.kind === 'word' && LEADING.has(before.text)) return true;
  if (token.kind === 'word' && FOLLOWING.has(token.text)) return true;
  return token.kind === 'template' && !token.apart;
}

/** A property may be called `if`. */
function isKey({ text }: Token): boolean {
  return text === ':' || text === ',' || text === '.';
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
