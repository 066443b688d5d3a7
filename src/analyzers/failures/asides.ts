import { folderOf } from '../../shared/folder.ts';
import type { KnownFile } from './known.ts';
import { speakOfMoney } from './money.ts';
import { isAside, isAsking, isNotifying, isTelling, isWaitedFor, wordsOf } from './reading/words.ts';
import type { SeenEffect } from './sightings.ts';

/** Names tell what something is for up to here; further out they tell of the product. */
const TELLING_PARTS = 3;

const BROWSER_FOLDER = /(?:^|\/)(?:public|client|frontend|browser|static|assets|extension)\//;
/** What goes on by itself, item after item, must not stop at one. */
const BY_ITSELF = new Set(
  `script scripts bin cli tool tools worker workers job jobs cron crons task tasks queue queues processor processors consumer consumers
  scheduler schedulers seed seeds seeder seeders migration migrations upgrades retry poll poller daemon`.split(/\s+/),
);
/** What can be run again from where it stopped, and is. */
const RESUMED = new Set(
  'backfill sync import imports importer importers cleanup workflow workflows migrate merge ensure'.split(' '),
);
/** What an engineer starts by hand, they watch. */
const FOLDERS_BY_HAND =
  /(?:^|\/)(?:scripts?|bin|cli|tools?|seeds?|seeders?|migrations?|upgrades?|install|devtools?|test\w*)\//i;
const NAMES_BY_HAND = new Set('seed seeds seeder setup install migrate test tests testing'.split(' '));
/** Making what is missing can be done again at any time. */
const MAKING_SURE = /^(?:getOrCreate|findOrCreate|createIfMissing|ensure)/;

/** Whether something only accompanies the business, by the name of its file, its function or what it calls. */
export function isAsideTask(file: KnownFile, name: string | null, effect: SeenEffect | null): boolean {
  if ([...placeNames(file, name), effect?.what ?? ''].some(isAside)) return true;
  return effect?.kind === 'request' && isAsking(lastOf(name));
}

/**
 * Whether what is started is meant to run beside, by the same names: it tells people or other systems of what happened.
 * What somebody waits for to go on, such as an invitation, is work.
 */
export function isMeantToRunBeside(file: KnownFile, name: string | null, call: string): boolean {
  const names = [...placeNames(file, name), call];
  if (names.some(isWaitedFor)) return false;
  return names.some(isNotifying) || [lastOf(name), call].some(isTelling);
}

/** Whether money is moved there, by the same names. */
export function movesMoney(file: KnownFile, name: string | null, targets: readonly string[]): boolean {
  return speakOfMoney([...placeNames(file, name), ...targets]);
}

/** Whether what is written there is money; the place only tells what its names mean. */
export function holdMoney(file: KnownFile, name: string | null, targets: readonly string[]): boolean {
  return speakOfMoney(targets, placeNames(file, name));
}

/** Whether a file or function runs on its own account, without anybody who waits for its answer. */
export function runsByItself(file: KnownFile, name: string | null): boolean {
  return (
    wordsOf(`${withoutEnding(file.path)} ${name ?? ''}`).some(word => BY_ITSELF.has(word)) || isResumed(file, name)
  );
}

/** Whether it can be run again from where it stopped, so that what was left half done is finished then. */
export function isResumed({ path }: KnownFile, name: string | null): boolean {
  if (MAKING_SURE.test(lastOf(name))) return true;
  return wordsOf(`${withoutEnding(path)} ${name ?? ''}`).some(word => RESUMED.has(word));
}

/** Whether an engineer starts it by hand and watches it run. */
export function runsByHand({ path }: KnownFile): boolean {
  const name = withoutEnding(path).slice(path.lastIndexOf('/') + 1);
  return FOLDERS_BY_HAND.test(path) || wordsOf(name).some(word => NAMES_BY_HAND.has(word));
}

/** Whether a file is what people see and click. */
export function isShown({ path, seen, inBrowser }: KnownFile): boolean {
  return seen.shows || inBrowser || BROWSER_FOLDER.test(`${folderOf(path)}/`);
}

function placeNames({ path }: KnownFile, name: string | null): readonly string[] {
  return [...partsOf(path), name ?? ''];
}

function partsOf(path: string): readonly string[] {
  return withoutEnding(path).split('/').slice(-TELLING_PARTS);
}

function withoutEnding(path: string): string {
  return path.replace(/\.\w+$/, '');
}

/** The innermost of `outer > inner`, without the class it belongs to. */
function lastOf(name: string | null): string {
  return name?.split(' > ').at(-1)?.split('.').at(-1) ?? '';
}
