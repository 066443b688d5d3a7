import type { SyntaxNode } from '../../../shared/reader.ts';
import { describeCall, unwrapped } from './calls.ts';

/** What gives a row of a model, or makes one. */
const GIVING = /^(?:find|get|create|build|insert|save|upsert|load|fetch|first|findOrCreate)(?![a-z])/;
/** What is called as classes are; constants in capitals alone are not. */
export const CLASS_NAME = /^[A-Z]\w*[a-z]/;
/** `userModel`, `usersRepository` */
const SUFFIX = /(?:Model|Repo|Repository)$/;

/** The model whose row a value is: `User` of `await User.findOne(…)`, of `new User(…)` and of `Database.userModel.create(…)`; null when it does not tell. */
export function modelAsked(value: SyntaxNode | null): string | null {
  let node = unwrapped(value);
  if (node?.type === 'AwaitExpression') node = unwrapped(node.argument as SyntaxNode);
  if (node?.type !== 'CallExpression' && node?.type !== 'NewExpression') return null;
  const { root, links } = describeCall(node);
  if (node.type === 'NewExpression') return links.length === 0 && CLASS_NAME.test(root) ? root : null;
  const asked = links.findIndex(({ name, call }) => call !== null && GIVING.test(name));
  if (asked < 0) return null;
  const holder = links[asked - 1]?.name ?? root;
  if (!CLASS_NAME.test(holder) && !SUFFIX.test(holder)) return null;
  return withoutSuffix(holder);
}

/** `bookModel` and `Book` are one table. */
export function withoutSuffix(holder: string): string {
  return holder.replace(SUFFIX, '') || holder;
}
