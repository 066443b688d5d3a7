import type { FileFact } from '../../shared/facts/source.ts';

/** Nobody draws a map this deep; only someone who means harm nests folders until a walk through them fails. */
const DEEPEST = 64;

/** A folder with the source it holds; `count` and `code` include everything below. */
export interface Folder {
  /** '' for the root. */
  readonly path: string;
  readonly name: string;
  readonly folders: Map<string, Folder>;
  readonly files: FileFact[];
  count: number;
  code: number;
}

/** Arranges files as the folders they lie in. */
export function growTree(files: readonly FileFact[]): Folder {
  const root = plant('', '');
  for (const file of files) {
    let folder = root;
    enter(folder, file);
    const segments = file.path.split('/', DEEPEST + 1);
    for (const name of segments.slice(0, -1)) {
      let next = folder.folders.get(name);
      if (next === undefined) {
        next = plant(folder.path === '' ? name : `${folder.path}/${name}`, name);
        folder.folders.set(name, next);
      }
      folder = next;
      enter(folder, file);
    }
    folder.files.push(file);
  }
  return root;
}

function plant(path: string, name: string): Folder {
  return { path, name, folders: new Map(), files: [], count: 0, code: 0 };
}

function enter(folder: Folder, { code }: FileFact): void {
  folder.count += 1;
  folder.code += code;
}
