const PROGRAM = /\.[cm]?[jt]sx?$/;

/** Whether a path is one that a JavaScript engine or a bundler would take for a program. */
export function isProgramPath(path: string): boolean {
  return PROGRAM.test(path);
}

/** A path without the extension of a program. */
export function stemOf(path: string): string {
  return path.replace(PROGRAM, '');
}
