import type { SyntaxNode } from '../../shared/reader.ts';

/** Where a type has to take anything: what is caught, what a wrapper passes on, the limits of a type parameter. */
const OPEN_BY_NATURE = new Set(['CatchClause', 'RestElement', 'TSRestType', 'TSTypeParameter', 'TSConditionalType']);
/** Further out stands something that the type is no part of. */
const REACH = 6;

/** What these hold is handed on as it is, so that an `any` in them is one in what takes it out. */
const HOLDERS = new Set(
  'Promise PromiseLike Array ReadonlyArray Set ReadonlySet Map ReadonlyMap WeakMap Partial Required Readonly'.split(
    ' ',
  ),
);

/** `Rule<any>` says any kind of rule and `Record<string, any>` some object: often there is no other way to say it. */
function isOpenArgument(ancestors: readonly SyntaxNode[]): boolean {
  const type = ancestors.at(-2);
  return type?.type === 'TSTypeReference' && !HOLDERS.has(String((type.typeName as SyntaxNode).name));
}

/** Whether a node is an `any` that somebody wrote where a type could stand. */
export function isNeedlessAny(node: SyntaxNode, ancestors: readonly SyntaxNode[]): boolean {
  if (node.type !== 'TSAnyKeyword' || isOpenArgument(ancestors)) return false;
  for (let up = 1; up <= REACH; up++) {
    const around = ancestors.at(-up);
    if (around === undefined) break;
    const inner = up === 1 ? node : ancestors.at(1 - up);
    // Of a catch clause only the name of what is caught is open by nature.
    if (OPEN_BY_NATURE.has(around.type)) return around.type === 'CatchClause' && around.body === inner;
  }
  return true;
}
