declare module 'typhonjs-escomplex' {
  interface Halstead {
    readonly volume: number;
    readonly difficulty: number;
    readonly effort: number;
  }
  /** As much of its report as is used; the package brings no types. */
  interface ModuleReport {
    readonly aggregate: { readonly halstead: Halstead };
    readonly methodAverage: { readonly halstead: Halstead };
  }
  const escomplex: { analyzeModuleAST(tree: unknown, options?: unknown): ModuleReport };
  export default escomplex;
}
