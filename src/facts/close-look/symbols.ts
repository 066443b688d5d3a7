import type { CloseLookFact } from '../../shared/facts/source.ts';

export type Symbols = Pick<CloseLookFact, 'classes' | 'exports'>;

/** Loads the TypeScript compiler, and returns what tells the classes and exported names of one file. Nothing else is resolved. */
export async function loadSymbols(): Promise<(path: string, text: string) => Symbols> {
  const { Project, SyntaxKind } = await import('ts-morph');
  return (path, text) => {
    // A project of its own: the names of one file say nothing of another's, and memory is given back.
    const project = new Project({
      useInMemoryFileSystem: true,
      skipFileDependencyResolution: true,
      skipLoadingLibFiles: true,
      compilerOptions: { allowJs: true, noLib: true, noResolve: true, types: [] },
    });
    const source = project.createSourceFile(`/look/${nameOf(path)}`, text);
    const classes = [
      ...source.getDescendantsOfKind(SyntaxKind.ClassDeclaration),
      ...source.getDescendantsOfKind(SyntaxKind.ClassExpression),
    ];
    return {
      classes: classes
        .map(found => ({
          name: found.getName() ?? 'anonymous',
          line: found.getStartLineNumber(),
          methods: found.getMethods().length + found.getGetAccessors().length + found.getSetAccessors().length,
          properties: found.getProperties().length,
        }))
        .sort((one, other) => one.line - other.line || (one.name < other.name ? -1 : 1)),
      exports: source
        .getExportSymbols()
        .map(symbol => symbol.getName())
        .sort(),
    };
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
