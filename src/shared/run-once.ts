const RUN_ONCE = /(?:^|\/)(?:(?:migrations?|seeds?|seeders)\/|upgrades?\/v?\d+\.\d+[^/]*\/|\d{8,14}[-_.][^/]*$)/;
/** The same as a word of a folder's name: `data-migrations`, `migration-scripts`, `backfills`, `one-off`. */
const CALLED_ONCE =
  /(?:(?:^|[/_-])(?:migrations|backfills?|one[-_]?offs?)|(?:^|\/)(?:migration|(?:db|database|data|schema)[-_](?:migration|seed(?:s|er|ers|ing)?)))(?:[-_](?:scripts?|jobs?|tasks?))?\//;
/** What fills a database, where databases are kept: elsewhere a seed may be that of a key. */
const FILLS_A_DATABASE =
  /(?:^|\/)(?:prisma|drizzle|knex|db|database|sql|scripts)\/(?:[^/]+\/)?seed(?:s|er|ers|ing)?(?:[-_.][^/]*)?(?:\/|$)/;
/** A folder of scripts in what is served holds what the browser runs. */
const SCRIPTS = /(?:^|\/)scripts\//;
const SERVED_SCRIPTS = /(?:^|\/)(?:src|app|public|static|assets|client|frontend|extension)\/(?:[^/]+\/)?scripts\//;
/** Nothing is served to a browser from here. */
const BEHIND = /(?:^|\/)(?:back-?end|server|api|workers?|cli)\//;

/** What pipelines, linters and releases run: whoever breaks it is told at once, and no customer ever. */
const FOR_ENGINEERS =
  /^(?:\.github|\.circleci|\.buildkite|ci|releases?)\/|(?:^|\/)(?:codemods?|lint-rules|(?:[^/]+-)?eslint-(?:plugin|config|rules)[^/]*)\//;

/**
 * Whether a file runs once, by its folder or by a name that begins with a day: it is tried by running it, and nobody comes
 * back to change it.
 */
export function isRunOnce(path: string): boolean {
  return RUN_ONCE.test(path) || CALLED_ONCE.test(path) || FILLS_A_DATABASE.test(path);
}

/** Whether a file lies among the scripts that engineers start by hand. */
export function isScript(path: string): boolean {
  return SCRIPTS.test(path) && (!SERVED_SCRIPTS.test(path) || BEHIND.test(path));
}

/** Whether a file only serves those who build the product: what continuous integration, linters and releases run. */
export function isForEngineers(path: string): boolean {
  return FOR_ENGINEERS.test(path);
}
