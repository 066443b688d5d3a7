import type { KnownFile } from './known.ts';
import { placeNames } from './place-names.ts';
import { setOf, wordsOf } from './reading/words.ts';

/** Where a mistake is paid for in money. */
const PLAIN = setOf(`
  payment payments pay payout payouts refund refunds charge charges invoice invoices billing checkout ledger wallet wallets debit purchase
  purchases commission commissions stripe paypal deposit deposits withdrawal withdrawals settlement settlements`);
/** There too, and in many other places: lists have an order, feeds have subscriptions, files are transferred. */
const AMBIGUOUS = setOf(
  'subscription subscriptions order orders transfer transfers balance balances credit credits transaction transactions',
);
/** What tells that those are about money. */
const SIGNS = setOf(`
  price prices plan plans customer customers amount amounts total totals tax taxes currency cart carts basket discount discounts coupon
  coupons merchant merchants seller sellers trial renewal bank fund funds cash`);
/** `rssSubscription`: somebody wants to hear of something. */
const HEARING = setOf(
  'rss feed push web event events topic socket graphql gql newsletter mailing mail email card board notification webhook news',
);
const COMMERCE = /\border (?:lines?|items?)\b|\b(?:place|ship|fulfil|fulfill) orders?\b|\bcredit (?:notes?|cards?)\b/;
/** That of a database is no business. */
const OF_A_DATABASE = /[.$]transaction\b/g;

/** Whether money is moved there, by the names of the place and of what is written. */
export function movesMoney(file: KnownFile, name: string | null, targets: readonly string[]): boolean {
  return speakOfMoney([...placeNames(file, name), ...targets]);
}

/** Whether what is written there is money; the place only tells what its names mean. */
export function holdMoney(file: KnownFile, name: string | null, targets: readonly string[]): boolean {
  return speakOfMoney(targets, placeNames(file, name));
}

/** Whether names that stand together speak of money: one plainly, or one that often does with another that tells that it does. */
function speakOfMoney(names: readonly string[], around: readonly string[] = []): boolean {
  const words = names.map(wordsBesideDatabases);
  if (words.flat().some(word => PLAIN.has(word)) || words.some(name => COMMERCE.test(name.join(' ')))) return true;
  const told = [...words, ...around.map(wordsBesideDatabases)].flat();
  return words.some(mayMeanMoney) && told.some(word => SIGNS.has(word) || PLAIN.has(word));
}

function mayMeanMoney(words: readonly string[]): boolean {
  return words.some((word, index) => AMBIGUOUS.has(word) && !HEARING.has(words[index - 1] ?? ''));
}

function wordsBesideDatabases(name: string): readonly string[] {
  return wordsOf(name.replace(OF_A_DATABASE, ' '));
}
