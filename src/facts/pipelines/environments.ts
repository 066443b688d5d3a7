/** Where a deploy goes. `other` is everything that is no shared environment: previews, a developer's own, a demo. */
export type Environment = 'staging' | 'production' | 'other';

const START = '(?:^|[^a-z])';
const END = '(?![a-z])';
const STAGING = 'staging|stage|stg|pre-?prod(?:uction)?|uat|qa|acceptance';
/** Said plainly as an environment these mean a shared one as well; elsewhere they mean too many things. */
const STAGING_WHEN_NAMED = `${STAGING}|test|tests|testing|tst|sandbox|integration|acc`;
const PRODUCTION = 'production|prod|prd';
const OTHER =
  'dev|develop|development|preview|previews|review|pr|feature|demo|ephemeral|local|playground|canary|nightly';

/** What stands right beside a deploy in the name of a job or workflow, and is not what customers see: `dev-deploy-api`. */
const EARLIER = `${STAGING}|${OTHER}|sandbox|next(?![.-]?js)`;
const EARLIER_DEPLOY = new RegExp(
  `${START}(?:(?:${EARLIER})[-_ ]deploy|deploy(?:s|ing|ment)?[-_ :([]{1,3}(?:to[-_ ])?(?:the[-_ ])?(?:${EARLIER}|tests?|testing))${END}`,
  'i',
);

const named = patterns(STAGING_WHEN_NAMED, `${PRODUCTION}|live`);
const mentioned = patterns(STAGING, PRODUCTION);

/** Which environments a value means that was given as an environment: `stage`, `dev preprod prod`, `production`. */
export function environmentsNamed(value: string): ReadonlySet<Environment> {
  return find(value, named);
}

/** Which environments free words speak of: a job's name, a command's arguments, a branch. */
export function environmentsMentioned(words: string): ReadonlySet<Environment> {
  return find(words, mentioned);
}

/** Whether a name says that it deploys to somewhere else than to customers. */
export function deploysEarlier(name: string): boolean {
  return EARLIER_DEPLOY.test(name.slice(0, 2_000));
}

function patterns(staging: string, production: string) {
  const word = (words: string) => new RegExp(`${START}(?:${words})${END}`, 'gi');
  return { staging: word(staging), production: word(production), other: word(OTHER) };
}

function find(text: string, { staging, production, other }: ReturnType<typeof patterns>): ReadonlySet<Environment> {
  // "preproduction" must not be read as production: what was found is taken away before the next look.
  const words = text
    .slice(0, 2_000)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/_/g, '-');
  const without = words.replace(staging, ' ');
  const found = new Set<Environment>();
  if (without !== words) found.add('staging');
  if (without.replace(production, ' ') !== without) found.add('production');
  if (without.replace(other, ' ') !== without) found.add('other');
  return found;
}
