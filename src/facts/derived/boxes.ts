import type { FileFact } from '../../shared/facts/source.ts';
import type { Folder } from './folder-tree.ts';

/** A part of the system before it has a name: the files that one box of the map stands for. */
export interface Box {
  /** Folder; '' for the root. */
  readonly id: string;
  readonly files: readonly FileFact[];
}

/** Folders that say "the source begins here" and nothing about what it does. */
export const SOURCE_ROOTS = new Set(
  'src source sources lib libs app server client web backend frontend api main java kotlin scala python go'.split(' '),
);
/** Folders that hold several parts side by side. */
const GROUPS = new Set(
  'packages apps services modules features domains plugins crates contexts cmd internal pkg extensions'.split(' '),
);
/** A package with fewer files is one box beside others, whatever folders it has. */
const WORTH_OPENING = 20;
/** With more packages than this, only those that hold a large share are opened. */
const FEW_PACKAGES = 8;
const LARGE_SHARE = 0.15;
/** A folder that holds most of the system would be a map of one box: its children are drawn instead. */
const DOMINANT_SHARE = 0.6;
const NESTED_ROOT_SHARE = 0.25;

interface Package {
  readonly folder: Folder;
  readonly opens: boolean;
}

/** Decides folder by folder whether it is a box of the map, or holds boxes. */
export function drawBoxes(root: Folder, packageFolders: ReadonlySet<string>): Box[] {
  const holders = new Set<string>();
  const packages = findPackages(root, packageFolders, holders);
  const boxes: Box[] = [];

  function open(folder: Folder, inside: Package): void {
    if (folder.files.length > 0) boxes.push({ id: folder.path, files: folder.files });
    for (const child of folder.folders.values()) {
      const own = packages.get(child.path);
      if (own !== undefined) visit(own);
      else if (holders.has(child.path) || (inside.opens && opensUp(child, folder, inside.folder, root)))
        open(child, inside);
      else boxes.push({ id: child.path, files: allFiles(child) });
    }
  }

  /** A package that stays closed is one box; packages within it are boxes of their own. */
  function visit(one: Package): void {
    if (one.opens) {
      open(one.folder, one);
      return;
    }
    const files: FileFact[] = [];
    const walk = (folder: Folder): void => {
      files.push(...folder.files);
      for (const child of folder.folders.values()) {
        const own = packages.get(child.path);
        if (own === undefined) walk(child);
        else visit(own);
      }
    };
    walk(one.folder);
    if (files.length > 0) boxes.push({ id: one.folder.path, files });
  }

  visit(packages.get('') ?? { folder: root, opens: true });
  return boxes;
}

/** The packages that hold source, and (into `holders`) the folders above them. The root is always one, and always opened. */
function findPackages(root: Folder, packageFolders: ReadonlySet<string>, holders: Set<string>): Map<string, Package> {
  const found: Folder[] = [];
  const walk = (folder: Folder): boolean => {
    let holds = false;
    for (const child of folder.folders.values()) holds = walk(child) || holds;
    if (holds) holders.add(folder.path);
    const isPackage = folder !== root && packageFolders.has(folder.path);
    if (isPackage) found.push(folder);
    return holds || isPackage;
  };
  walk(root);
  const opens = ({ count, code }: Folder) =>
    count >= WORTH_OPENING && (found.length <= FEW_PACKAGES || code > LARGE_SHARE * root.code);
  return new Map([
    ['', { folder: root, opens: true }],
    ...found.map(folder => [folder.path, { folder, opens: opens(folder) }] as const),
  ]);
}

function opensUp(child: Folder, parent: Folder, home: Folder, root: Folder): boolean {
  if (child.folders.size === 0) return false;
  const atTop = parent.path === home.path;
  const nested = [...child.folders.values()].reduce((sum, { count }) => sum + count, 0);
  if (SOURCE_ROOTS.has(child.name) && (atTop || isRootish(child, home))) return true;
  if (GROUPS.has(child.name) && child.folders.size >= 2 && nested > child.files.length) return true;
  const passesThrough = parent.folders.size === 1 && parent.files.length === 0 && child.files.length === 0;
  return passesThrough || (root.count >= WORTH_OPENING && child.count >= DOMINANT_SHARE * root.count);
}

function isRootish(child: Folder, home: Folder): boolean {
  return child.folders.size >= 2 && child.code >= NESTED_ROOT_SHARE * home.code;
}

function allFiles(folder: Folder): FileFact[] {
  const files = [...folder.files];
  for (const child of folder.folders.values()) for (const file of allFiles(child)) files.push(file);
  return files;
}
