import type { SyntaxNode } from '../../../shared/reader.ts';
import { isReference } from './references.ts';

/** What stands in one of these is gone before the program runs. */
const TYPE_POSITIONS = new Set([
  'TSTypeReference',
  'TSTypeQuery',
  'TSTypePredicate',
  'TSClassImplements',
  'TSInterfaceHeritage',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
]);
/** In other files markup uses names that the program only imports. */
const TYPESCRIPT = /\.[cm]?tsx?$/;

/**
 * Tells of names that a file only ever uses as types, whatever they are where they are declared: the compiler leaves their
 * import out. Where there are decorators nothing is told, for these may need the classes that types name.
 */
export function openErasures(path: string) {
  const asTypes = new Set<string>();
  const asValues = new Set<string>();
  let told = TYPESCRIPT.test(path);
  return {
    enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      if (node.type === 'Decorator') told = false;
      if (!told || (node.type !== 'Identifier' && node.type !== 'JSXIdentifier') || !isReference(node, ancestors))
        return;
      const name = String(node.name);
      if (asValues.has(name)) return;
      (ancestors.some(({ type }) => TYPE_POSITIONS.has(type)) ? asTypes : asValues).add(name);
    },
    /** Whether all of them are used, and as types only. */
    isErased: (names: readonly string[]): boolean =>
      told && names.length > 0 && names.every(name => asTypes.has(name) && !asValues.has(name)),
  };
}
