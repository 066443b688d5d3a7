import type { SyntaxNode } from '../../../shared/reader.ts';
import { isFunction, memberText, textOf } from '../../../shared/syntax.ts';

const CASE = /^(?:it|test|specify|fit|t\.test)(?:\.(?:only|concurrent|serial|each|for|failing))*$/;
const HOOK = /^(?:(?:test|t)\.)?(?:before|after)(?:Each|All)?$/;
const CHECK =
  /^(?:expect|assert|should)(?:$|\.)|^(?:assert|expect|verify|check|ensure|should|validate)[A-Z]|\.(?:expect|should|rejects|throws|toMatchSnapshot)$|\.should\.|^(?:sinon|chai)\.assert|[a-z](?:Assert|Expect|Verify|Check)(?![a-z])|^screen\.(?:get|find)/;
/** `expect.any(…)` describes a value, and checks nothing by itself. */
const MATCHER =
  /^expect\.(?:any|anything|arrayContaining|objectContaining|stringContaining|stringMatching|closeTo|extend|not)$/;
/** How many checks there will be: one that is left out fails the test. */
const PLAN = /^expect\.(?:assertions|hasAssertions)$|\.plan$/;
/** What fails when there is nothing to do it to: a step in a browser is a check of the page. */
const STEP =
  /^cy\.|\.(?:click|dblclick|fill|press|check|uncheck|selectOption|setInputFiles|waitFor|waitForSelector|waitForURL|waitForResponse|hover|tap)$/;
/** A schema's own `parse`. */
const THROWING_PARSE = /^(?!JSON\.|Date\.|URL\.)[\w.]+\.parse(?:Async)?$/;
const FAILURE = /(?:^|\.)(?:j?fail|reject|ifError|toBeUndefined|toBeNull|toBeFalsy)$/;
/** What fails the test when it is handed on to be called: `charge().then(done.fail)`. */
const FAILING = /(?:^|\.)(?:j?fail|reject)$/;
/** What a runner offers beside checks. */
const NO_CHECKS = new Set(
  'test plan end after afterEach before beforeEach teardown mock comment diagnostic skip todo'.split(' '),
);

/** What a call does for the verdict of a test: it checks, it makes it fail, or it says how many checks there will be. */
export type Verdict = 'check' | 'failure' | 'plan' | null;

/** Whether a function is the body of a test case: `it('pays', () => …)`, `test.each(rows)('pays %s', row => …)`. */
export function isTestCase(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (!isFunction(node) || parent?.type !== 'CallExpression') return false;
  const given = parent.arguments as readonly SyntaxNode[];
  if (given[0] === node || !given.includes(node)) return false;
  const callee = parent.callee as SyntaxNode;
  const table =
    callee.type === 'CallExpression' ? callee.callee : callee.type === 'TaggedTemplateExpression' ? callee.tag : null;
  return CASE.test(memberText(table ?? callee));
}

/** Whether a function is run before or after test cases: `beforeEach(() => …)`. */
export function isHook(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  return parent?.type === 'CallExpression' && parent.callee !== node && HOOK.test(memberText(parent.callee));
}

/** Whether a call checks something even where nothing else says that this is a test. */
export function isPlainCheck(call: SyntaxNode): boolean {
  const text = memberText(call.callee);
  return /^(?:expect|assert)(?:$|\.)/.test(text) && !MATCHER.test(text);
}

/** What a test case calls what it is handed: `t`, `done`. */
export function parametersOf(node: SyntaxNode): readonly string[] {
  return (node.params as readonly SyntaxNode[]).map(textOf);
}

/** What a call does for the verdict of the test that it stands in. `runner` is what the test calls the one that runs it. */
export function verdictOf(call: SyntaxNode, runner: string | undefined): Verdict {
  const text = memberText(call.callee);
  if (PLAN.test(text)) return 'plan';
  if (isFailure(text, call) || text === `${runner}.error`) return 'failure';
  if (MATCHER.test(text)) return null;
  if (CHECK.test(text) || STEP.test(text)) return 'check';
  const [object, method = ''] = text.split('.');
  return object === runner && method !== '' && !NO_CHECKS.has(method) ? 'check' : null;
}

/** `assert.fail()`, a success that fails, and what demands that there is no error: `assert.ifError(error)`, `assert(!error)`. */
function isFailure(text: string, call: SyntaxNode): boolean {
  if (FAILURE.test(text)) return true;
  const [first] = call.arguments as readonly (SyntaxNode | undefined)[];
  if (text.endsWith('.then')) return FAILING.test(memberText(first));
  return /^(?:\w+\.)?assert(?:\.ok)?$/.test(text) && isNegated(first) && !isNegated(first?.argument as SyntaxNode);
}

/** What a check demands something of: `result.ok` in `expect(result.ok).toBe(true)` and in `assert(result.ok)`. */
export function assertedBy(call: SyntaxNode): string {
  return memberText((call.arguments as readonly (SyntaxNode | undefined)[])[0]);
}

/** What a schema has read, and would have thrown at otherwise: `payload` in `const payload = Payload.parse(body)`. */
export function throwingParse({ type, id, init }: SyntaxNode): string | null {
  if (type !== 'VariableDeclarator') return null;
  const given = init as SyntaxNode | null;
  const call = given?.type === 'AwaitExpression' ? (given.argument as SyntaxNode) : given;
  if (call?.type !== 'CallExpression' || !THROWING_PARSE.test(memberText(call.callee))) return null;
  return textOf(id);
}

function isNegated(node: SyntaxNode | undefined): boolean {
  return node?.type === 'UnaryExpression' && node.operator === '!';
}
