/** What only accompanies the business: it may fail without anybody being owed something. */
const SIDE = setOf(`
  analytics analytic telemetry metric metrics track tracker tracking beacon recorder stat stats statistics usage cache cached caching log logs
  logger logging audit presence heartbeat prefetch preload warm warmup debug trace tracing monitor monitoring health sentry apm newrelic
  utm utms attribution favicon favicons thumbnail thumbnails posthog mixpanel amplitude segment axiom datadog tinybird impression impressions visit visits pageview seen typing cursor`);
const SUMMED = setOf('sale sales total totals sum lifetime');
const OWED = setOf(`
  balance amount credit credits stock quantity points funds wallet price paid due owed available reserved refunded charged spent earned earnings
  cost fee fees tax discount`);
/** When something became so, and with it that it is: what was deleted, paid or signed is no longer what it was. */
const STATE = setOf(`
  deleted archived cancelled canceled paid refunded completed finished approved rejected declined accepted confirmed verified published
  revoked banned suspended disabled blocked closed opened signed released shipped delivered issued activated deactivated locked`);
/** What is kept for a while, or counts along, and is made anew when it is lost. */
const PASSING = setOf(`
  token tokens otp otps code codes session sessions socket sockets device devices lock locks attempt attempts job jobs event events
  notification notifications activity activities history view views click clicks draft drafts preference preferences seen sent`);
/** Verbs of what leaves something behind. Reading, checking and showing are not among them. */
const ACTING = setOf(`
  create insert save update upsert delete destroy send pay charge refund capture transfer bill book post publish enqueue notify cancel confirm
  approve reject submit register unsubscribe archive settle issue grant revoke upload write persist commit assign unassign invite
  fulfil fulfill ship reserve credit debit deposit withdraw provision migrate remind complete finalize finalise reconcile renew expire schedule
  disable enable lock unlock ban suspend rename duplicate apply`);

/** Verbs of work that may leave something behind: whether it does, nobody can tell who only sees the call. */
const WORKING = setOf(
  'import export append process sync synchronize restore move copy add record replace merge generate push flush persist transition',
);
/** Verbs of ending what was begun: it is done in passing, and nothing is lost when it fails. */
const ENDING = setOf(
  'stop close shutdown dispose destroy end release unsubscribe abort teardown disconnect terminate kill detach cleanup rollback undo revert',
);
/** `onSocketClose`, `handleClientDisconnect` */
const HEARING = setOf('on handle');
/** What a business ends is not merely let go. */
const BINDING = setOf(`
  user users account accounts member members customer customers subscription subscriptions order orders invoice invoices payment payments
  contract contracts fund funds shop month period tenant workspace organization organisation booking bookings ticket tickets issue`);

/** `createCreditNote`, `credit_notes` and `CreditNote` are made of the same words. */
export function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
}

/** Words that mean the same here, as they are written down. */
export function setOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Whether a name has a word of each meaning. */
export function speaksOf(name: string, ...meanings: readonly ReadonlySet<string>[]): boolean {
  const words = wordsOf(name);
  return meanings.every(meaning => words.some(word => meaning.has(word)));
}

/** Whether a name speaks of something that only accompanies the business, such as statistics. */
export function isAside(name: string): boolean {
  return speaksOf(name, SIDE);
}

/** Whether a column holds what somebody is owed or can spend: money or goods. */
export function isOwed(name: string): boolean {
  return speaksOf(name, OWED) && !speaksOf(name, SUMMED);
}

/** Whether the column of a moment says with it what state something is in. */
export function isMomentOfState(name: string): boolean {
  return speaksOf(name, STATE);
}

/** Whether a table, by its name, holds what is made anew when it is lost. */
export function isPassing(name: string): boolean {
  return isAside(name) || speaksOf(name, PASSING);
}

/** Whether a function, by its name, leaves something behind. */
export function isActing(name: string): boolean {
  return ACTING.has(wordsOf(name)[0] ?? '');
}

/** Whether a function, by its name, works on something that it may leave unfinished. */
export function isWorking(name: string): boolean {
  return WORKING.has(wordsOf(name)[0] ?? '');
}

/** Whether a function, by its name, ends or lets go what was only held, and no business of anybody's. */
export function isEnding(name: string): boolean {
  const words = wordsOf(name);
  if (words.some(word => BINDING.has(word))) return false;
  const [verb = ''] = words;
  return ENDING.has(verb) || (HEARING.has(verb) && ENDING.has(words.at(-1) ?? ''));
}
