import type { SourceFile, SourceReader, SyntaxNode } from '../../../shared/reader.ts';
import { namingWords } from '../naming-words.ts';
import { isHere, joinedParts, prefixOf } from './path-expressions.ts';
import { memberName, plainName, writtenText } from './references.ts';

/** What a program names besides its imports, as written: files, and folders from which it loads whatever lies there. */
export type RawNaming = {
  readonly words: readonly string[];
  /** All that lies in them is loaded. */
  readonly folders: readonly string[];
  /** Whether it loads files by names that it puts together or finds: then a folder that it names is one it loads from. */
  readonly loads: boolean;
};

export type FromProgram = RawNaming & { readonly from: string };

/** Enough of one file; a table of ten thousand links names no code. */
const MOST = 2_000;

/** By their names, they load whatever lies in the folder that they are given. */
const LOADS_FOLDERS =
  /^(?:requireAll|requireDir|requireDirectory|includeAll|loadModules|autoload|autoLoad|loadFilesSync|loadFiles|importAll|context|commandDir)$/;
/** Calls that speak of loading: a folder whose path they are handed is one they load from. */
const SPEAKS_OF_LOADING =
  /^(?:auto_?)?load|^(?:require|import|include)_?(?:all|dir)|^(?:glob|scan|register|discover)|(?:models|migrations|plugins|entities|routes|commands)$/i;
const HAS_FOLDER = /^[^/].*\//;
const LOADS_AS_PACKAGE =
  /auto-?load|require-?(?:all|dir|directory)|include-?all|^(?:awilix|umzug|bree|sequelize-typescript|routing-controllers|@graphql-tools\/load-files|express-file-routing|consign|load-modules)|^@mikro-orm\//i;
const PATHS = /^(?:path|posix|win32|nodePath|Path|upath)$/;
/** What they name is put aside, not used. */
const REPLACES = /^(?:mock|unmock|doMock|dontMock|setMock|unstable_mockModule|deepUnmock)$/;
const IMPORTS = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'ExportNamedDeclaration',
  'ImportExpression',
  'TSExternalModuleReference',
  'TSImportType',
  'TSLiteralType',
  'ImportAttribute',
]);
const WANTED = new Set(['Literal', 'TemplateElement', 'ImportExpression', 'CallExpression']);
const IN_COMMENTS = /\bimport\(\s?['"]([^'"\n]{1,300})['"]\s?\)|<reference\s+path=["']([^"'\n]{1,300})["']/g;

/** Which files and folders a program names in its strings, and whether it loads files that it does not name. */
export const namingsReader = {
  id: 'namings',
  version: 2,
  wants: (type: string) => WANTED.has(type),
  open(file: SourceFile) {
    const words = new Set<string>();
    const folders = new Set<string>();
    let loads = false;
    let namesItsFolder = false;

    function addWords(text: string): void {
      for (const word of namingWords(text)) if (words.size < MOST) words.add(word);
    }

    /** Everything in the folder of what is written out, where the rest is put together. */
    function load(source: SyntaxNode | undefined): void {
      if (source === undefined || writtenText(source) !== null) return;
      loads = true;
      const prefix = prefixOf(source);
      addFolder(prefix?.slice(0, prefix.lastIndexOf('/')) ?? null);
    }

    function addFolder(path: string | null): void {
      if (path !== null && /\w|^\.\.?$/.test(path) && folders.size < MOST) folders.add(path);
    }

    function loadFrom(args: readonly SyntaxNode[]): void {
      for (const argument of args) {
        const prefix = prefixOf(argument);
        if (prefix !== null && HAS_FOLDER.test(prefix)) addFolder(prefix);
      }
    }

    function call(node: SyntaxNode): void {
      const callee = node.callee as SyntaxNode;
      const args = node.arguments as readonly SyntaxNode[];
      const [owner, name] =
        callee.type === 'MemberExpression' ? [plainName(callee.object), memberName(callee)] : [null, plainName(callee)];
      if (name === null) return;
      if (LOADS_FOLDERS.test(name)) loads = true;
      if (SPEAKS_OF_LOADING.test(name)) loadFrom(args);
      if (name === 'require' || (name === 'resolve' && owner === 'require')) load(args[0]);
      else if (name === 'context' && args[0]) addFolder(prefixOf(args[0]));
      else if ((name === 'join' || name === 'resolve') && (owner === null || PATHS.test(owner))) {
        const { path, fromHere } = joinedParts(args);
        if (path === '') namesItsFolder ||= fromHere;
        else if (words.size < MOST) words.add(path);
      } else if (args.some(isHere)) namesItsFolder = true;
    }

    return {
      enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
        switch (node.type) {
          case 'Literal':
            if (typeof node.value !== 'string') return;
            if (!isSpecifier(node, ancestors)) addWords(node.value);
            else if (LOADS_AS_PACKAGE.test(node.value)) loads = true;
            return;
          case 'TemplateElement':
            addWords(String((node.value as { cooked?: string | null }).cooked ?? ''));
            return;
          case 'ImportExpression':
            load(node.source as SyntaxNode);
            return;
          case 'CallExpression':
            call(node);
        }
      },
      close(): RawNaming | undefined {
        for (const { value } of file.comments)
          if (value.includes('import(') || value.includes('<reference'))
            for (const [, imported, referenced] of value.matchAll(IN_COMMENTS)) addWords(imported ?? referenced ?? '');
        if (loads && namesItsFolder) addFolder('.');
        return words.size === 0 && folders.size === 0 && !loads
          ? undefined
          : { words: [...words], folders: [...folders], loads };
      },
    };
  },
} satisfies SourceReader;

/** Imports are facts of their own, and what a test replaces is not used by it. */
function isSpecifier(node: SyntaxNode, ancestors: readonly SyntaxNode[]): boolean {
  const parent = ancestors.at(-1);
  if (parent?.type !== 'CallExpression') return IMPORTS.has(parent?.type ?? '');
  const callee = parent.callee as SyntaxNode;
  const name = callee.type === 'MemberExpression' ? (memberName(callee) ?? '') : plainName(callee);
  if ((parent.arguments as readonly SyntaxNode[])[0] !== node) return false;
  return name === 'require' || plainName(callee.object) === 'require' || REPLACES.test(name ?? '');
}
