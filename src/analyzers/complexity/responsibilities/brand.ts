import type { Facts } from '../../../shared/facts.ts';
import { asMany, type Word, wordsOf } from './words.ts';

/** Whether a word stands for the product, and tells nothing of what is done in it. */
export type IsBrand = (word: Word) => boolean;

const SHORTEST = 3;

/**
 * What the product is called, or begins with: `hopp` in `hoppscotch`. Things that a product is named after are spoken of in
 * the plural somewhere in it, as links are in `linkwarden`; a brand never is.
 */
export function openBrand({
  repository,
  manifests,
  functions,
}: Pick<Facts, 'repository' | 'manifests' | 'functions'>): IsBrand {
  const names = manifests.manifests.flatMap(({ path, name }) => {
    const [scope, own] = name?.startsWith('@') ? name.split('/') : [undefined, name];
    return [scope, path === 'package.json' ? own : undefined];
  });
  const called = [repository.name, ...names].flatMap(name => wordsOf(name ?? '').map(({ root }) => root));
  const known = new Map<string, boolean>();

  return ({ root }) => {
    const answer =
      known.get(root) ??
      (root.length >= SHORTEST && called.some(name => name.startsWith(root)) && !isSpokenOfAsMany(root));
    known.set(root, answer);
    return answer;
  };

  function isSpokenOfAsMany(root: string): boolean {
    const many = asMany(root);
    const plural = new RegExp(`[${many[0]}${many[0]?.toUpperCase()}]${many.slice(1)}(?![a-z])`);
    return many !== root && functions.some(({ path, name }) => plural.test(name) || plural.test(path));
  }
}
