import type { SyntaxNode } from '../../../shared/reader.ts';
import { type Call, unwrapped } from './calls.ts';
import type { Names } from './names.ts';
import { sqlText } from './sql.ts';
import type { Write } from './writes.ts';

/** What is written beyond this many properties is not looked at, and taken for anything. */
const MOST_LOOKED_AT = 200;
/** These go on from what is there, or add to it. */
const GOING_ON =
  /^(?:increment|decrement|multiply|divide|push|create|createMany|connectOrCreate|upsert|\$(?:inc|mul|push|addToSet|pull|min|max|setOnInsert|currentDate))$/;
const ADDING = /^(?:save|upsert|increment|decrement)$/;
const SUM = /[+*]|\|\||\w\s+-\s/;

/** Whether a write only sets values that do not depend on those before: done again, it comes to the same. */
export function setsOnly({ does, stores }: Write, call: Call, names: Names): boolean {
  if (does !== 'update' || ADDING.test(call.method)) return false;
  if (stores.includes('sql')) return call.arguments.every(argument => !SUM.test(sqlText(argument, names) ?? ''));
  const open = [...call.arguments];
  for (let at = 0; at < open.length; at++) {
    if (at >= MOST_LOOKED_AT) return false;
    const node = unwrapped(open[at]);
    if (node?.type === 'BinaryExpression') return false;
    if (node?.type === 'ArrayExpression') open.push(...(node.elements as readonly SyntaxNode[]));
    if (node?.type !== 'ObjectExpression') continue;
    for (const { key, value, argument } of node.properties as readonly SyntaxNode[]) {
      const { name, value: text } = (key ?? {}) as { name?: unknown; value?: unknown };
      if (GOING_ON.test(String(name ?? text ?? ''))) return false;
      open.push((value ?? argument) as SyntaxNode);
    }
  }
  return true;
}
