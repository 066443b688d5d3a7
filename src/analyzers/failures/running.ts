import { folderOf } from '../../shared/folder.ts';
import type { KnownFile } from './known.ts';
import { innermostOf, withoutEnding } from './place-names.ts';
import { setOf, wordsOf } from './reading/words.ts';

type Located = Pick<KnownFile, 'path'>;

const BROWSER_FOLDER = /(?:^|\/)(?:public|client|frontend|browser|static|assets|extension)\//;
/** What goes on by itself, item after item, must not stop at one. */
const BY_ITSELF = setOf(`
  script scripts bin cli tool tools worker workers job jobs cron crons task tasks queue queues processor processors consumer consumers
  scheduler schedulers seed seeds seeder seeders migration migrations upgrades retry poll poller daemon`);
/** What can be run again from where it stopped, and is. */
const RESUMED = setOf(
  'backfill sync scan rescan scanner import imports importer importers cleanup workflow workflows migrate merge ensure',
);
/** What an engineer starts by hand, they watch. */
const FOLDERS_BY_HAND =
  /(?:^|\/)(?:scripts?|bin|cli|tools?|seeds?|seeders?|migrations?|upgrades?|install|devtools?|test\w*)\//i;
const NAMES_BY_HAND = setOf('seed seeds seeder setup install migrate test tests testing');
/** What tidies up finds what is left to do anew. */
const TIDYING = setOf('clean cleanup prune purge sweep tidy');
/** What runs when the process starts runs again at the next start. */
const AT_START =
  /^(?:init(?:iali[sz]e)?|boot(?:strap)?|start(?:up)?|on(?:Module|Application)(?:Init|Bootstrap))(?:Server|App|Database|Db|Data)?$/;
/** Making what is missing can be done again at any time. */
const MAKING_SURE = /^(?:getOrCreate|findOrCreate|createIfMissing|ensure)/;

/** Whether a file or function runs on its own account, without anybody who waits for its answer. */
export function runsByItself({ path }: Located, name: string | null): boolean {
  return wordsOf(`${withoutEnding(path)} ${name ?? ''}`).some(word => BY_ITSELF.has(word)) || isResumed({ path }, name);
}

/** Whether it can be run again from where it stopped, so that what was left half done is finished then. */
export function isResumed({ path }: Located, name: string | null): boolean {
  const own = innermostOf(name);
  if (MAKING_SURE.test(own) || AT_START.test(own) || TIDYING.has(wordsOf(own)[0] ?? '')) return true;
  return wordsOf(`${withoutEnding(path)} ${name ?? ''}`).some(word => RESUMED.has(word));
}

/** Whether an engineer starts it by hand and watches it run. */
export function runsByHand({ path }: Located): boolean {
  const name = withoutEnding(path).slice(path.lastIndexOf('/') + 1);
  return FOLDERS_BY_HAND.test(path) || wordsOf(name).some(word => NAMES_BY_HAND.has(word));
}

/** Whether a file is what people see and click. */
export function isShown({ path, seen, inBrowser }: KnownFile): boolean {
  return seen.shows || inBrowser || BROWSER_FOLDER.test(`${folderOf(path)}/`);
}
