import type { SourceFile, SyntaxNode } from '../../../shared/reader.ts';
import { isFunction } from '../../../shared/syntax.ts';
import { type Call, describeCall, unwrapped } from './calls.ts';

/** Words that fill an empty place and say nothing of why it is empty. */
const FILLERS = new Set(
  `ignore ignored ignores ignoring noop no op nop nothing do done silent silently fail fails failed failure error errors err e ex exception
  exceptions skip swallow swallowed empty pass catch todo fixme eslint disable enable next line biome oxlint prettier ts expect a an the this
  it is to of here we don t care just block intentionally intentional`.split(/\s+/),
);
/** A reason takes at least this many words, and what is said to be ignored one that names it. Our estimates. */
const WORDS_OF_A_REASON = 3;
const SAID_TO_BE_IGNORED = /\b(?:ignor|swallow|best[- ]effort|harmless|optional)/i;
const LONGEST_COMMENT = 400;
/** So people say, beside an attempt, that it may fail. */
const MAY_FAIL =
  /fire[- ]and[- ]forget|best[- ]effort|\bnon-?(?:critical|fatal|blocking|essential)\b|\bnot (?:critical|fatal|essential)\b/i;
/** So far before and behind an attempt a comment speaks of it: about two lines. */
const BESIDE = 160;

const LOGGER = /^(?:\w*log|\w*logger|\w*Logger|LOG|logging|winston|pino|bunyan|signale|consola|console|debug)$/;
const LOG_METHOD =
  /^(?:log|info|warn|warning|error|debug|trace|verbose|fatal|silly|http|notice|critical|exception|dir|child|failure|addError)$/;
const LOG_FUNCTION = /^(?:log|debug|warn|logger|logError|logWarning|logErr|printError)$/;

/** What becomes of an error where it is caught. */
export type Handling = 'swallowed' | 'logged' | 'handled';

/** What a catch block does with the error. */
export function handlingOf(body: SyntaxNode): Handling {
  const statements = (body.body as readonly SyntaxNode[]).filter(({ type }) => type !== 'EmptyStatement');
  if (statements.length === 0) return 'swallowed';
  return statements.every(isLogging) ? 'logged' : 'handled';
}

/** What the argument of `.catch(…)` does with the error. A value handed on is an answer, unless nobody takes it. */
export function handlingOfCallback(callback: SyntaxNode | undefined, valueIsUsed: boolean): Handling {
  const handler = unwrapped(callback);
  if (handler?.type === 'Identifier') return /^_?noop$/i.test(String(handler.name)) ? 'swallowed' : 'handled';
  if (handler?.type === 'MemberExpression') {
    const { links, root } = describeCall(handler);
    if (links.at(-1)?.name === 'noop') return 'swallowed';
    return LOGGER.test(links.at(-2)?.name ?? root) && LOG_METHOD.test(links.at(-1)?.name ?? '') ? 'logged' : 'handled';
  }
  if (!handler || !isFunction(handler)) return 'handled';
  const body = unwrapped(handler.body as SyntaxNode);
  if (body?.type === 'BlockStatement') return handlingOf(body);
  if (body?.type === 'CallExpression' && isLogCall(describeCall(body))) return 'logged';
  return !valueIsUsed && isNothing(body) ? 'swallowed' : 'handled';
}

/** Whether a comment in an empty place, or behind it on its line, says why it is empty or what may fail, and not merely that it is empty. */
export function isExplained(file: SourceFile, { start, end }: SyntaxNode): boolean {
  const [restOfLine = ''] = file.text.slice(end, end + BESIDE).split('\n', 1);
  const comments = commentsWithin(file, start, end + restOfLine.length);
  const words = comments.flatMap(text => text.toLowerCase().match(/[a-z0-9/]+/g) ?? []);
  const telling = words.filter(word => !FILLERS.has(word)).length;
  return telling >= WORDS_OF_A_REASON || (telling > 0 && comments.some(text => SAID_TO_BE_IGNORED.test(text)));
}

/** Whether a comment right before an attempt, or in or behind the place where its error ends, says that it may fail. */
export function isSaidToFail(file: SourceFile, { start }: SyntaxNode, body: SyntaxNode): boolean {
  const [before, behind] = [
    commentsWithin(file, start - BESIDE, start),
    commentsWithin(file, body.start, body.end + BESIDE),
  ];
  return [...before, ...behind].some(text => MAY_FAIL.test(text));
}

/** Whether a call does nothing but write something down for whoever reads logs. */
function isLogCall({ root, links, method }: Call): boolean {
  if (links.length === 0) return LOG_FUNCTION.test(root);
  return (
    LOG_METHOD.test(method) && [root, ...links.slice(0, -1).map(({ name }) => name)].some(name => LOGGER.test(name))
  );
}

/** Whether a catch block writes the error down and throws all the same. */
export function isReporting(body: SyntaxNode): boolean {
  const statements = body.body as readonly SyntaxNode[];
  return statements.at(-1)?.type === 'ThrowStatement' && statements.some(isLogging);
}

function isLogging(statement: SyntaxNode): boolean {
  if (statement.type !== 'ExpressionStatement') return false;
  const expression = unwrapped(statement.expression as SyntaxNode);
  const call = expression?.type === 'AwaitExpression' ? unwrapped(expression.argument as SyntaxNode) : expression;
  return call?.type === 'CallExpression' && isLogCall(describeCall(call));
}

function isNothing(node: SyntaxNode | null): boolean {
  if (node?.type === 'Identifier') return node.name === 'undefined';
  if (node?.type === 'UnaryExpression') return node.operator === 'void';
  return node?.type === 'Literal' && node.value === null && node.raw === 'null';
}

function commentsWithin({ comments }: SourceFile, start: number, end: number): readonly string[] {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  let room = LONGEST_COMMENT;
  for (let at = low; room > 0 && (comments[at]?.end ?? end + 1) <= end; at++) {
    const text = comments[at]?.value.slice(0, room) ?? '';
    found.push(text);
    room -= text.length + 1;
  }
  return found;
}
