/** Told what is being done and how far it is; the cli draws it, tests ignore it. */
export interface Progress {
  stage(name: string, total?: number): void;
  advance(by?: number): void;
}

export const SILENT: Progress = { stage() {}, advance() {} };
