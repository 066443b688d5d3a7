import { folderOf } from '../../shared/folder.ts';
import type { Observation } from '../../shared/observation.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import { gatherBy } from './gather.ts';
import { isCertain, type KnownFile } from './known.ts';
import { holdMoney, movesMoney } from './money.ts';
import { commonName, placeNames } from './place-names.ts';
import { isForOperators } from './purposes.ts';
import { isPassing, wordsOf } from './reading/words.ts';
import { isResumed, runsByHand, runsByItself } from './running.ts';
import type { SeenWrite, WritesSighting } from './sightings.ts';
import type { Store } from './stores.ts';

/** From so many tables on, half of them left behind is hard to mend by hand. Our estimate. */
const MANY_TABLES = 4;
/** So many tables are named; one more is not worth saying that there is one more. */
const MOST_NAMED = 5;
const MOST_PLACES = 20;
/** Without a cluster these know no transaction, so many who use them do without. */
const SELDOM_TRANSACTIONAL: ReadonlySet<Store> = new Set(['mongoose', 'mongodb', 'firestore', 'supabase']);

interface Split {
  readonly file: KnownFile;
  readonly name: string | null;
  readonly writes: readonly SeenWrite[];
  readonly tables: readonly string[];
  readonly store: Store;
  readonly stakes: 0 | 1 | 2;
}

/**
 * Functions that make several writes to a database which belong together, so that a failure between two leaves half of
 * them. Where much is at stake each is told by itself, the others of a file as one.
 */
export function findSplitWrites(files: readonly KnownFile[]): readonly Observation<'split-write'>[] {
  // Where transactions reach everything that runs within them, a function cannot tell whether it does.
  if (files.some(({ seen }) => seen.ambient)) return [];
  const all = files
    .filter(file => !isRunOnce(file.path) && !runsByHand(file))
    .map(file => file.seen.writes.flatMap(sighting => judge(file, sighting)))
    .flatMap(apart)
    .map(observe);
  return gatherBy(all, siblingsOf).map(tellTogether);
}

/** Functions of one name that write the same, in files side by side or of neighbouring folders: one was made after the other. */
function siblingsOf({ subject, evidence }: Observation<'split-write'>): string {
  const [path = '', name = ''] = subject.name.split('#');
  return [folderOf(folderOf(path)), name, evidence.targets, evidence.functions, evidence.stakes].join('\n');
}

function tellTogether([first, ...others]: readonly [
  Observation<'split-write'>,
  ...Observation<'split-write'>[],
]): Observation<'split-write'> {
  if (others.length === 0) return first;
  const alike = others.length === 1 ? ', and so does one like it' : `, and so do ${others.length} like it`;
  return {
    ...first,
    places: [first, ...others].flatMap(({ places }) => places).slice(0, MOST_PLACES),
    evidence: { ...first.evidence, alike },
  };
}

function judge(file: KnownFile, sighting: WritesSighting): readonly Split[] {
  const heavy = sighting.writes
    .filter(write => write.sure || isCertain(write, file))
    .filter(({ target }) => !isPassing(target));
  const met = heavy.filter(one => heavy.some(other => other !== one && comeTogether(one, other)));
  const isMoney = holdMoney(file, sighting.in, targetsOf(met)) || movesMoney(file, sighting.in, targetsOf(met));
  const open = withoutEnds(met);
  const writes = isMoney ? met : open;
  const tables = differentTables(writes);
  const [first] = writes;
  if (first === undefined || !writes.some(isKept)) return [];
  if (tables.length < 2 && !(isMoney && areTwoSides(writes))) return [];
  if (sighting.resumed || isFinishedLater(file, sighting.in, writes)) return [];
  if (!isMoney && placeNames(file, sighting.in).some(isForOperators)) return [];
  const store = storeOf(first, file);
  const worth = stakesOf(file, sighting.in, { tables, store });
  const stakes = worth === 2 && open.length < 2 ? 1 : worth;
  return [{ file, name: sighting.in, writes, tables, store, stakes }];
}

function apart(splits: readonly Split[]): readonly (readonly [Split, ...Split[]])[] {
  const [first, ...others] = splits.filter(({ stakes }) => stakes < 2);
  const grave = splits.filter(({ stakes }) => stakes === 2).map(split => [split] as const);
  return first === undefined ? grave : [...grave, [first, ...others]];
}

function observe(splits: readonly [Split, ...Split[]]): Observation<'split-write'> {
  const worst = splits.reduce((a, b) => (b.stakes > a.stakes ? b : a));
  const { file, writes, store, stakes } = worst;
  const tables = differentTables([worst, ...splits.filter(one => one !== worst)].flatMap(one => one.writes));
  return {
    rule: 'split-write',
    subject: file.subjectOf(splits.length === 1 ? worst.name : commonName(splits.map(({ name }) => name))),
    places: [worst, ...splits.filter(one => one !== worst)]
      .flatMap(split => file.placesOf(split.name, linesOf(split), 'write'))
      .slice(0, MOST_PLACES),
    confidence: 'medium',
    evidence: {
      writes: writes.length,
      functions: splits.length,
      among: splits.length === 1 ? '' : ` in ${splits.length} functions`,
      tables: tables.length,
      stakes,
      stores: store,
      targets: listed(tables),
      alike: '',
    },
  };
}

function linesOf({ writes }: Split): readonly number[] {
  return writes.map(({ line }) => line);
}

function targetsOf(writes: readonly SeenWrite[]): readonly string[] {
  return writes.map(({ target }) => target);
}

/** Of one table alone nothing can come apart but what was made as two rows: a debit and its credit. */
function areTwoSides(writes: readonly SeenWrite[]): boolean {
  return writes.filter(({ does, nameless, repeated }) => does === 'create' && !nameless && !repeated).length > 1;
}

/** What is deleted is not there any more. */
function isKept({ does }: SeenWrite): boolean {
  return does !== 'delete';
}

/**
 * Of writes one after another those that a failure between leaves half done: what comes to the same when it is asked for
 * again, at the beginning, is done by then, and what was to be deleted last is only left over.
 */
function withoutEnds(writes: readonly SeenWrite[]): readonly SeenWrite[] {
  const begin = writes.findIndex((one, index) => !one.repeats && !isMadeAnew(one, writes.slice(0, index)));
  return begin < 0 ? [] : writes.slice(begin, writes.findLastIndex(isKept) + 1);
}

function isMadeAnew({ does, target }: SeenWrite, before: readonly SeenWrite[]): boolean {
  return does === 'create' && before.some(one => isCleared(one, target));
}

function isCleared({ does, repeats, target }: SeenWrite, table: string): boolean {
  return does === 'delete' && repeats && target === table;
}

/** What runs again and again by itself completes what it left; money is not left to that. */
function isFinishedLater(file: KnownFile, name: string | null, writes: readonly SeenWrite[]): boolean {
  if (isResumed(file, name)) return true;
  return runsByItself(file, name) && !holdMoney(file, name, targetsOf(writes.filter(isKept)));
}

/** Whether one of two is never made without the other having its turn: neither lies in a branch that the other does not need. */
function comeTogether({ when: one }: SeenWrite, { when: other }: SeenWrite): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.every((branch, index) => branch === long[index]);
}

function stakesOf(file: KnownFile, name: string | null, { tables, store }: Pick<Split, 'tables' | 'store'>): 0 | 1 | 2 {
  if (SELDOM_TRANSACTIONAL.has(store)) return 0;
  return movesMoney(file, name, tables) || tables.length >= MANY_TABLES ? 2 : 1;
}

/**
 * `delivery` and `WebhookDelivery` are one, where they are no names of tables: a variable is called by the end of its
 * model's name. Of a variable whose row nothing tells the table of, nobody knows that it is another one.
 */
function differentTables(writes: readonly SeenWrite[]): readonly string[] {
  const tables: { name: string; words: string; sure: boolean }[] = [];
  for (const { target: name, sure, nameless } of writes) {
    if (nameless) continue;
    const words = ` ${wordsOf(name).join(' ').replace(/s$/, '')}`;
    const isSame = (table: (typeof tables)[number]) =>
      table.words === words || (!(table.sure && sure) && isEndOf(table.words, words));
    if (!tables.some(isSame)) tables.push({ name, words, sure });
  }
  return tables.map(({ name }) => name);
}

function isEndOf(one: string, other: string): boolean {
  return one.endsWith(other) || other.endsWith(one);
}

function listed(tables: readonly string[]): string {
  const more = tables.length - MOST_NAMED;
  return more > 1 ? `${tables.slice(0, MOST_NAMED).join(', ')} and ${more} more` : tables.join(', ');
}

function storeOf({ stores }: SeenWrite, file: KnownFile): Store {
  return stores.find(store => file.stores.has(store)) ?? stores[0] ?? 'sql';
}
