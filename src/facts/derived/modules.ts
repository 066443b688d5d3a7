import type { ManifestFacts } from '../../shared/facts/manifests.ts';
import type { FileFact, ModuleFact, ModuleFacts } from '../../shared/facts/source.ts';
import { folderOf } from '../../shared/folder.ts';
import { type Box, drawBoxes } from './boxes.ts';
import { growTree } from './folder-tree.ts';
import { nameBoxes } from './module-names.ts';

/** More boxes than a reader can take in: the smallest folders are drawn as part of what they lie in. */
const READABLE = 40;
/** Packages are boxes by their authors' own word, so more of them are let stand. */
const MOST_PACKAGES = 150;

/** Draws the map of the system: packages, the parts of their source roots, and no more of them than one can read. */
export function mapModules(files: readonly FileFact[], manifests: ManifestFacts): ModuleFacts {
  const sources = files.filter(({ kind }) => kind === 'source');
  const packages = packageFolders(manifests);
  const drawn = drawBoxes(growTree(sources), packages);
  const boxes = mergeSmall(
    mergeSmall(drawn, READABLE, ({ id }) => !packages.has(id)),
    MOST_PACKAGES,
    () => true,
  );
  const names = nameBoxes(boxes, packages, rootName(manifests));

  const modules = boxes
    .map(
      ({ id, files }): ModuleFact => ({
        id: id === '' ? '.' : id,
        name: names.get(id) ?? id,
        kind: packages.has(id) ? 'package' : 'folder',
        files: files.map(({ path }) => path).sort(),
        code: files.reduce((sum, { code }) => sum + code, 0),
      }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { modules, of: new Map(modules.flatMap(({ id, files }) => files.map(path => [path, id] as const))) };
}

/** A package.json that names nothing and asks for nothing is a switch for a build tool, and no package. */
function packageFolders({ manifests, others }: ManifestFacts): Set<string> {
  const real = manifests.filter(({ name, dependencies }) => name !== null || dependencies.length > 0);
  return new Set([...real, ...others].map(({ path }) => folderOf(path)));
}

function rootName({ manifests }: ManifestFacts): string | null {
  return manifests.find(({ path }) => path === 'package.json')?.name ?? null;
}

/** Each pass moves the smallest boxes one folder up, until few enough are left or none can move. */
function mergeSmall(boxes: readonly Box[], most: number, mayMove: (box: Box) => boolean): readonly Box[] {
  let current = boxes;
  while (current.length > most) {
    const movable = current
      .filter(box => box.id !== '' && mayMove(box))
      .sort((a, b) => size(a) - size(b) || (a.id < b.id ? -1 : 1));
    const moving = new Set(movable.slice(0, current.length - most));
    if (moving.size === 0) break;
    const merged = new Map(
      current.filter(box => !moving.has(box)).map(({ id, files }) => [id, { id, files: [...files] }]),
    );
    for (const { id, files } of moving) {
      const above = folderOf(id);
      const into = merged.get(above) ?? { id: above, files: [] };
      for (const file of files) into.files.push(file);
      merged.set(above, into);
    }
    current = [...merged.values()];
  }
  return current;
}

function size({ files }: Box): number {
  return files.reduce((sum, { code }) => sum + code, 0);
}
