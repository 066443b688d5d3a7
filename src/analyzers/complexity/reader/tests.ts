import type { SourceFile, SyntaxNode } from '../../../shared/reader.ts';
import { isFunction, textOf } from '../../../shared/syntax.ts';
import { namesOf } from './makeup.ts';
import { openWays, unsureOf } from './stretches.ts';
import { assertedBy, isHook, isPlainCheck, isTestCase, parametersOf, throwingParse, verdictOf } from './test-calls.ts';

/** What the tests of one file leave to chance. Functions are named as those of the file are. */
export type TestSight = {
  readonly cases: number;
  /** Test cases and hooks, and functions in them, with a check that is not made on every way through; not what only holds test cases. */
  readonly choosing: readonly string[];
  /** Test cases that check only what is thrown, and pass when nothing is. */
  readonly silent: readonly string[];
  /** Other test cases that check something, and are sure of none of it. */
  readonly hollow: readonly string[];
  /** Test cases with a check that stands both in a loop and in a condition. */
  readonly deciding: readonly string[];
};

const MOST_NAMES = 300;
/** Without any of these a file tests nothing, and need not be followed. */
const MAY_TEST = /(?<![.\w])(?:it|test|specify|fit|expect|assert)\s*[.(`]/;
/** What is compiled and never run: a condition there only narrows a type. */
const TYPE_TESTS = /^(?:tstyche|tsd|expect-type)$/;
const TYPE_TEST_FILE = /\.(?:test|spec)-d\.[cm]?tsx?$/;
/** What a case that ends by a call names that call. */
const DONE = /^(?:done|cb|callback|testDone|end|next|finish|resolve)$/;

interface Case {
  readonly name: string;
  readonly ways: ReturnType<typeof openWays>;
  readonly runner: string | undefined;
  readonly done: string | undefined;
  /** Functions that it calls whatever happens. */
  readonly calls: Set<string>;
  checks: number;
  /** Of these, those that are made only when something was thrown. */
  caught: number;
  sure: number;
  /** How many checks there will be is said beforehand, or it ends only where they are made. */
  isPlanned: boolean;
  isDeciding: boolean;
}

/** Reads how the tests of a file decide what they check. */
export function readTests(file: SourceFile) {
  const mayTest = MAY_TEST.test(file.text) && !TYPE_TEST_FILE.test(file.path);
  const open: Case[] = [];
  const cases: Case[] = [];
  const functions: string[] = [];
  const checking = new Set<string>();
  const choosing = new Set<string>();
  const holding = new Set<string>();
  /** How many functions lie around the outermost test case or hook that is open. */
  let around: number | null = null;
  let isOfTypes = false;

  return {
    isIdle: !mayTest,
    enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      const parent = ancestors.at(-1);
      if (isFunction(node)) {
        const name = file.around() ?? '';
        if (isTestCase(node, parent)) {
          open.at(-1)?.ways.settle();
          for (const outer of functions) if (holding.size < MOST_NAMES) holding.add(outer);
          open.push(openCase(node, name));
        } else open.at(-1)?.ways.enter(node, parent);
        if (around === null && (isTestCase(node, parent) || isHook(node, parent))) around = functions.length;
        functions.push(name);
        return;
      }
      if (node.type === 'ImportDeclaration') isOfTypes ||= TYPE_TESTS.test(String((node.source as SyntaxNode).value));
      const current = open.at(-1);
      current?.ways.enter(node, parent);
      if (node.type === 'ThrowStatement') current?.ways.fail();
      const parsed = throwingParse(node);
      if (parsed !== null) current?.ways.know(`${parsed}.*`);
      if (node.type !== 'CallExpression') return;
      const checks = current ? verdictOf(node, current.runner) === 'check' : isPlainCheck(node);
      if (checks && checking.size < MOST_NAMES) {
        for (const name of functions) checking.add(name);
        if (around !== null) for (const name of unsureOf(node, ancestors, functions.slice(around))) choosing.add(name);
      }
      if (current) weigh(node, current);
    },
    leave(node: SyntaxNode): void {
      if (isFunction(node)) functions.pop();
      if (around !== null && functions.length <= around) around = null;
      const current = open.at(-1);
      const sure = current?.ways.leave(node) ?? null;
      if (current === undefined || sure === null) return;
      open.pop();
      cases.push({ ...current, sure });
    },
    close(): TestSight | undefined {
      if (isOfTypes || (cases.length === 0 && checking.size === 0)) return undefined;
      const helpers = new Set([...checking].flatMap(namesOf));
      const isSure = ({ sure, calls }: Case) => sure > 0 || [...calls].some(name => helpers.has(name));
      const named = (some: readonly Case[]) => some.map(({ name }) => name).slice(0, MOST_NAMES);
      const unsure = cases.filter(one => one.checks > 0 && !one.isPlanned && !isSure(one));
      return {
        cases: cases.length,
        choosing: [...choosing].filter(name => !holding.has(name)),
        silent: named(unsure.filter(({ checks, caught }) => caught === checks)),
        hollow: named(unsure.filter(({ checks, caught }) => caught < checks)),
        deciding: named(cases.filter(one => one.isDeciding && !one.isPlanned)),
      };
    },
  };
}

function openCase(node: SyntaxNode, name: string): Case {
  const parameters = parametersOf(node);
  const [first] = parameters;
  return {
    name,
    ways: openWays(node),
    runner: first === undefined || first === '' || DONE.test(first) ? undefined : first,
    done: parameters.find(parameter => DONE.test(parameter)),
    calls: new Set(),
    checks: 0,
    caught: 0,
    sure: 0,
    isPlanned: false,
    isDeciding: false,
  };
}

/** What one call in it does for the verdict of a test case. */
function weigh(call: SyntaxNode, current: Case): void {
  const { ways, runner, done, calls } = current;
  switch (verdictOf(call, runner)) {
    case 'plan':
      current.isPlanned = true;
      return;
    case 'failure':
      ways.fail();
      return;
    case 'check':
      current.checks += 1;
      if (ways.isCaught()) current.caught += 1;
      ways.settle();
      ways.know(assertedBy(call));
      if (ways.isMaybe() && ways.isLoop()) current.isDeciding = true;
      return;
    case null: {
      const name = textOf(call.callee);
      const [given] = call.arguments as readonly SyntaxNode[];
      if (name !== '' && name === done && given?.type === 'NewExpression') ways.fail();
      else if (name !== '' && name === done && ways.isMaybe()) current.isPlanned = true;
      else if (name !== '' && !ways.isMaybe() && calls.size < MOST_NAMES) calls.add(name);
    }
  }
}
