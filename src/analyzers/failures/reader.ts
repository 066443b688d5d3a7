import type { SourceFile, SourceReader, SyntaxNode } from '../../shared/reader.ts';
import { followAttempts } from './reading/attempts.ts';
import { describeCall, standingOf } from './reading/calls.ts';
import { effectOf } from './reading/effects.ts';
import { gatherNames } from './reading/names.ts';
import { followPromises } from './reading/promises.ts';
import { isAmbientPackage, makesAmbient } from './reading/transactions.ts';
import { followWrites } from './reading/write-ways.ts';
import { writeOf } from './reading/writes.ts';
import type { FailureSightings } from './sightings.ts';

const SHOWING =
  /^(?:react|react-dom|react-native|preact|vue|svelte|solid-js|mobx|mobx-react|@angular\/core|jquery|zustand|swr|@tanstack\/react-query|react-redux|react-router(?:-dom)?|next\/(?:navigation|router|link|image)|socket\.io-client)(?:\/|$)/;

/** What is done, what is tried, and what parts the ways; the rest only says with what. */
const WANTED = new Set(
  [
    'ImportDeclaration VariableDeclarator PropertyDefinition ClassDeclaration ClassExpression JSXOpeningElement',
    'FunctionDeclaration FunctionExpression ArrowFunctionExpression CallExpression NewExpression AwaitExpression',
    'AssignmentExpression UpdateExpression ChainExpression LogicalExpression ArrayExpression ExpressionStatement',
    'BlockStatement IfStatement ConditionalExpression SwitchStatement SwitchCase TryStatement CatchClause',
    'ForStatement ForInStatement ForOfStatement WhileStatement DoWhileStatement',
    'ReturnStatement ThrowStatement BreakStatement ContinueStatement',
  ].flatMap(types => types.split(' ')),
);

/** What only a browser has. */
const BROWSER = /^(?:document|window|\$|jQuery|localStorage|sessionStorage|navigator)$/;

/** What becomes of the errors of a file: what is caught and dropped, what nobody waits for, and which writes stop half-way. */
export const failureReader = {
  id: 'failures',
  version: 6,
  wants: (type: string) => WANTED.has(type),
  open(file: SourceFile) {
    const names = gatherNames();
    const attempts = followAttempts(file);
    const promises = followPromises(file, names);
    const writes = followWrites(file, names);
    let ambient = false;
    let shows = false;

    function take(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      const call = describeCall(node);
      const standing = standingOf(node, ancestors);
      const effect = effectOf(call, writeOf(call, names, standing), names, standing);
      ambient ||= makesAmbient(call);
      shows ||= BROWSER.test(call.root);
      attempts.take(call, effect, ancestors);
      promises.take(call, effect, ancestors);
      writes.take(call, effect, ancestors);
    }

    return {
      enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
        names.enter(node);
        attempts.enter(node, ancestors);
        promises.enter(node, ancestors);
        writes.enter(node, ancestors);
        if (node.type === 'JSXOpeningElement' || isUseClient(node)) shows = true;
      },
      leave(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
        // After what it is given, and before what stands around it comes to an end.
        if (node.type === 'CallExpression') take(node, ancestors);
        attempts.leave(node, ancestors);
        promises.leave(node, ancestors);
        writes.leave(node);
      },
      close(): FailureSightings | undefined {
        for (const specifier of names.specifiers) {
          ambient ||= isAmbientPackage(specifier);
          shows ||= SHOWING.test(specifier);
        }
        const found = {
          catches: attempts.close(),
          floating: promises.floating(),
          contained: promises.contained(),
          writes: writes.close(),
          beside: attempts.beside(),
          mindful: promises.mindful(),
          reports: promises.reports(),
        };
        const silent = Object.values(found).every(list => list.length === 0);
        return silent && !ambient ? undefined : { ...found, answers: attempts.answers(), ambient, shows };
      },
    };
  },
} satisfies SourceReader;

function isUseClient(node: SyntaxNode): boolean {
  return node.type === 'ExpressionStatement' && node.directive === 'use client';
}
