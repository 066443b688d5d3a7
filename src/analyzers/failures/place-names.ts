import type { KnownFile } from './known.ts';

/** Names tell what something is for up to here; further out they tell of the product. */
const TELLING_PARTS = 3;

/** The names of a place, which tell what it is for: of the folders and the file, and of the function. */
export function placeNames({ path }: Pick<KnownFile, 'path'>, name: string | null): readonly string[] {
  return [...withoutEnding(path).split('/').slice(-TELLING_PARTS), name ?? ''];
}

export function withoutEnding(path: string): string {
  return path.replace(/\.\w+$/, '');
}

/** The innermost of `outer > inner`, without the class it belongs to. */
export function lastOf(name: string | null): string {
  return name?.split(' > ').at(-1)?.split('.').at(-1) ?? '';
}
