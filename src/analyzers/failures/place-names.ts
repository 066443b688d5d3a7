import type { KnownFile } from './known.ts';

/** Names tell what something is for up to here; further out they tell of the product. */
const TELLING_PARTS = 3;
const WITHIN = ' > ';
/** What is only handed to a call has no name of its own. */
const CALLBACK = /^callback of /;

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

/** The innermost of `outer > inner` that somebody gave a name, without the class it belongs to. */
export function innermostOf(name: string | null): string {
  return lastOf(givenName(name));
}

/** `outer > inner` without the callbacks at its end that have no name of their own, as far as something remains. */
export function givenName(name: string | null): string | null {
  const parts = name?.split(WITHIN) ?? [];
  while (parts.length > 1 && CALLBACK.test(parts.at(-1) ?? '')) parts.pop();
  return name === null ? null : parts.join(WITHIN);
}

/** The outermost of `outer > inner`. */
export function outermostOf(name: string | null): string {
  return name?.split(WITHIN, 1)[0] ?? '';
}

/** The innermost that all of several have around them, by its name. */
export function commonName(names: readonly (string | null)[]): string | null {
  const [first, ...others] = names.map(name => name?.split(WITHIN) ?? []);
  const shared = (first ?? []).filter((_, depth) =>
    others.every(parts => parts.slice(0, depth + 1).join(WITHIN) === first?.slice(0, depth + 1).join(WITHIN)),
  );
  return shared.length === 0 ? null : givenName(shared.join(WITHIN));
}
