import type { Facts } from '../../../shared/facts.ts';
import { type IsBrand, openBrand } from './brand.ts';
import { asMany, wordsOf } from './words.ts';

const EXTENSIONS = /(?:\.\w{1,20})+$/;

/** What words stand for in one product. */
export interface Meaning {
  readonly isBrand: IsBrand;
  /** Whether a word, by its root, is one of the things that the product deals with. */
  isConcept(root: string): boolean;
}

/**
 * What people name whole files and folders after, and what they speak of in the plural, is a thing to them: orders, refunds,
 * billing. What is only a part of names may be anything: `matching`, `manage-inbox`, `horizontalPadding`.
 */
export function openMeaning(facts: Pick<Facts, 'repository' | 'manifests' | 'files' | 'functions'>): Meaning {
  const named = new Set<string>();
  const spoken = new Set<string>();
  for (const { path } of facts.files) {
    for (const segment of path.split('/')) {
      const [word, ...others] = wordsOf(segment.replace(EXTENSIONS, ''));
      if (word !== undefined && others.length === 0) named.add(word.root);
    }
  }
  for (const { name } of facts.functions)
    for (const word of name.match(/[A-Z]?[a-z]+/g) ?? []) spoken.add(word.toLowerCase());
  return {
    isBrand: openBrand(facts),
    isConcept: root => named.has(root) || (asMany(root) !== root && spoken.has(asMany(root))),
  };
}
