import { allWords, type Judgement, type Told } from './topics.ts';
import { asMany, asTask, isDeed, isPlainThing, isSilent, type Word } from './words.ts';

/** A word that stands beside another in so many of the functions is part of what people call it. Our estimate. */
const SHARE_OF_PHRASE = 0.7;
/** What is done to one of several. */
const MAKING = new Set('create add insert remove delete cancel issue open close place send'.split(' '));

/**
 * What people call a task: the word that its functions share as it stands in their names, with the one that always stands
 * beside it. Without a shared word it is about what the file is named after.
 */
export function nameTask(shared: string | null, members: readonly Told[], { isTopic, isOwn }: Judgement): string {
  const words = members.flatMap(allWords);
  const root = shared ?? mostFrequent(words.filter(isOwn));
  const forms = words.filter(word => word.root === root).map(({ shown }) => shown);
  const plural = forms.find(form => form !== root && form.endsWith('s'));
  const one = forms[0] ?? root;
  const word = plural ?? (members.some(member => makesOne(member, root)) ? asMany(one) : asTask(one));
  const mayStandBeside = shared === null ? isOwn : isTopic;
  const before = beside(root, members, -1, mayStandBeside);
  if (before !== undefined) return `${asTask(before)} ${word}`;
  const after = beside(root, members, 1, word => mayStandBeside(word) || isPlainThing(word));
  return after === undefined ? word : `${asTask(forms[0] ?? root)} ${after}`;
}

/**
 * Whether a word is only ever the first half of what several things are called: of `listFactTables` and `sortFactMetrics`
 * neither is about facts.
 */
export function isHalf(root: string, members: readonly Told[]): boolean {
  const following = members.map(one => {
    const words = allWords(one);
    const at = words.findIndex(word => word.root === root);
    return at < 0 ? undefined : words[at + 1];
  });
  const halves = following.filter(word => word !== undefined && !isSilent(word) && !isDeed(word));
  return halves.length === members.length && new Set(halves.map(word => word?.root)).size > 1;
}

/** `createVoucher` and `cancelVoucher` are about one of several vouchers. */
function makesOne({ head }: Told, root: string): boolean {
  return head.length > 1 && MAKING.has(head[0]?.root ?? '') && head.at(-1)?.root === root;
}

function mostFrequent(words: readonly Word[]): string {
  const counts = new Map<string, number>();
  for (const { root } of words) counts.set(root, (counts.get(root) ?? 0) + 1);
  return [...counts].reduce((most, each) => (each[1] >= most[1] ? each : most), ['', 0])[0];
}

function beside(
  root: string,
  members: readonly Told[],
  step: 1 | -1,
  accepts: (word: Word) => boolean,
): string | undefined {
  const counts = new Map<string, number>();
  let named = 0;
  for (const one of members) {
    const words = step > 0 ? one.head : allWords(one);
    const at = words.findIndex(word => word.root === root);
    if (at < 0) continue;
    named += 1;
    const other = words[at + step];
    if (other !== undefined && other.root !== root && accepts(other))
      counts.set(other.shown, (counts.get(other.shown) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => (count > 1 || members.length === 1) && count >= named * SHARE_OF_PHRASE)?.[0];
}
