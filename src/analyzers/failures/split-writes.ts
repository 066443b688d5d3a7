import { folderOf } from '../../shared/folder.ts';
import type { Observation } from '../../shared/observation.ts';
import { isRunOnce } from '../../shared/run-once.ts';
import { gatherBy } from './gather.ts';
import { isCertain, type KnownFile } from './known.ts';
import { holdMoney, movesMoney } from './money.ts';
import { placeNames } from './place-names.ts';
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
  readonly writes: readonly SeenWrite[];
  readonly tables: readonly string[];
  readonly store: Store;
}

/** Functions that make several writes to a database which belong together, so that a failure between two leaves half of them. */
export function findSplitWrites(files: readonly KnownFile[]): readonly Observation<'split-write'>[] {
  // Where transactions reach everything that runs within them, a function cannot tell whether it does.
  if (files.some(({ seen }) => seen.ambient)) return [];
  const all = files
    .filter(file => !isRunOnce(file.path) && !runsByHand(file))
    .flatMap(file => file.seen.writes.flatMap(sighting => judge(file, sighting)));
  return gatherBy(all, siblingsOf).map(tellTogether);
}

/** Functions of one name that write the same, in files side by side or of neighbouring folders: one was made after the other. */
function siblingsOf({ subject, evidence }: Observation<'split-write'>): string {
  const [path = '', name = ''] = subject.name.split('#');
  return [folderOf(folderOf(path)), name, evidence.targets, evidence.counted, evidence.stakes].join('\n');
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

function judge(file: KnownFile, sighting: WritesSighting): readonly Observation<'split-write'>[] {
  const heavy = sighting.writes
    .filter(write => write.sure || isCertain(write, file))
    .filter(({ target }) => !isPassing(target));
  const writes = heavy.filter(one => heavy.some(other => other !== one && comeTogether(one, other)));
  const tables = differentTables(writes);
  const [first] = writes;
  if (first === undefined || writes.length < 2) return [];
  if (tables.length === 1 && !belongTogether(writes)) return [];
  if (isFinishedLater(file, sighting.in, writes)) return [];
  const mended = writes.every(isMendedByRepeating);
  const seen = mended || placeNames(file, sighting.in).some(isForOperators);
  const isRemoval = mended && writes.every(({ does }) => does === 'delete');
  if (isRemoval || (seen && !movesMoney(file, sighting.in, tables))) return [];
  const store = storeOf(first, file);
  return [
    {
      rule: 'split-write',
      subject: file.subjectOf(sighting.in),
      places: file.placesOf(
        sighting.in,
        writes.map(({ line }) => line),
        'write',
      ),
      confidence: 'medium',
      evidence: {
        writes: writes.length,
        counted: writes.some(({ repeated }) => repeated) ? 'several writes' : `${writes.length} writes`,
        tables: tables.length,
        stakes: mended ? 1 : stakesOf(file, sighting.in, { writes, tables, store }),
        stores: store,
        targets: listed(tables),
        alike: '',
      },
    },
  ];
}

/** Whether whoever asks again gets what they asked for. One thing can be deleted again as long as it is the last to go. */
function isMendedByRepeating({ repeats, does }: SeenWrite, index: number, writes: readonly SeenWrite[]): boolean {
  return repeats || (does === 'delete' && index === writes.length - 1);
}

/** What runs again and again by itself completes what it left; money is not left to that. */
function isFinishedLater(file: KnownFile, name: string | null, writes: readonly SeenWrite[]): boolean {
  if (isResumed(file, name)) return true;
  const kept = writes.filter(({ does }) => does !== 'delete').map(({ target }) => target);
  return runsByItself(file, name) && !holdMoney(file, name, kept);
}

/** Whether one of two is never made without the other having its turn: neither lies in a branch that the other does not need. */
function comeTogether({ when: one }: SeenWrite, { when: other }: SeenWrite): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.every((branch, index) => branch === long[index]);
}

function stakesOf(file: KnownFile, name: string | null, { writes, tables, store }: Split): 0 | 1 | 2 {
  if (SELDOM_TRANSACTIONAL.has(store)) return 0;
  // What was not deleted can be deleted again.
  if (writes.every(({ does }) => does === 'delete')) return 1;
  return movesMoney(file, name, tables) || tables.length >= MANY_TABLES ? 2 : 1;
}

/** Two writes to one table are mostly two states of one thing. Several new rows, or old ones that make way for new, are not. */
function belongTogether(writes: readonly SeenWrite[]): boolean {
  return writes.slice(1).some(({ does, afterCall }, index) => {
    const before = writes[index]?.does;
    return does === 'create' && !afterCall && (before === 'create' || before === 'delete');
  });
}

/** `delivery` and `WebhookDelivery` are one, where they are no names of tables: a variable is called by the end of its model's name. */
function differentTables(writes: readonly SeenWrite[]): readonly string[] {
  const tables: { name: string; words: string; sure: boolean }[] = [];
  for (const { target: name, sure } of writes) {
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
