/** What only accompanies the business: it may fail without anybody being owed something. */
const SIDE_WORDS = new Set(
  `analytics analytic telemetry metric metrics track tracker tracking beacon recorder stat stats statistics usage cache cached caching
  log logs logger logging audit presence heartbeat prefetch preload warm warmup debug trace tracing monitor monitoring health sentry apm newrelic
  posthog mixpanel amplitude segment axiom datadog tinybird impression impressions visit visits pageview seen typing cursor`.split(
    /\s+/,
  ),
);
const SUMMED_WORDS = new Set('sale sales total totals sum lifetime'.split(' '));
const OWED_WORDS = new Set(
  'balance amount credit credits stock quantity points funds wallet price paid due owed available reserved'.split(' '),
);
/** What is kept for a while, or counts along, and is made anew when it is lost. */
const PASSING_WORDS = new Set(
  `token tokens otp otps code codes session sessions socket sockets device devices lock locks attempt attempts job jobs event events
  notification notifications activity activities history view views click clicks draft drafts preference preferences seen sent`.split(
    /\s+/,
  ),
);
const MESSAGE_WORDS = new Set(
  'notification notifications notify notifier email emails mail mailer mails sms push slack webhook'.split(' '),
);
const NOTIFYING_WORDS = new Set('notification notifications notify notifier notifiers'.split(' '));
/** These may also be what a product is about: only the name of what is called tells that they go along. */
const TELLING_WORDS = new Set(
  'activity activities feed feeds broadcast broadcasts newsletter newsletters digest digests announcement announcements'.split(
    ' ',
  ),
);
/** Without these somebody cannot go on. */
const WAITED_FOR_WORDS = new Set(
  `verify verification verifications reset resets password passwords invite invites invitation invitations confirm confirmation otp magic
  login signin signup activate activation`.split(/\s+/),
);
const SENDING_VERBS = new Set(
  'send trigger dispatch publish deliver emit call fire notify enqueue queue post'.split(' '),
);
/** Verbs of what leaves something behind. Reading, checking and showing are not among them. */
const ACTING_VERBS = new Set(
  `create insert save update upsert delete destroy send pay charge refund capture transfer bill book post publish enqueue notify cancel confirm
  approve reject submit register unsubscribe archive settle issue grant revoke upload write persist commit assign unassign invite
  fulfil fulfill ship reserve credit debit deposit withdraw provision migrate remind complete finalize finalise reconcile renew expire schedule
  disable enable lock unlock ban suspend rename duplicate apply`.split(/\s+/),
);

const ASKING_VERBS = new Set(
  'get fetch load check find search list read query is has refresh lookup resolve validate verify preview'.split(' '),
);

/** `createCreditNote`, `credit_notes` and `CreditNote` are made of the same words. */
export function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
}

/** Whether a name speaks of something that only accompanies the business, such as statistics. */
export function isAside(name: string): boolean {
  return wordsOf(name).some(word => SIDE_WORDS.has(word));
}

/** Whether a column holds what somebody is owed or can spend: money or goods. */
export function isOwed(name: string): boolean {
  const words = wordsOf(name);
  return words.some(word => OWED_WORDS.has(word)) && !words.some(word => SUMMED_WORDS.has(word));
}

/** Whether a table, by its name, holds what is made anew when it is lost. */
export function isPassing(name: string): boolean {
  return isAside(name) || wordsOf(name).some(word => PASSING_WORDS.has(word));
}

/** Whether a name speaks of telling somebody. */
export function isMessage(name: string): boolean {
  return wordsOf(name).some(word => MESSAGE_WORDS.has(word));
}

/** Whether a name speaks of notifying people. */
export function isNotifying(name: string): boolean {
  return wordsOf(name).some(word => NOTIFYING_WORDS.has(word));
}

/** Whether a function, by its name, tells people or other systems what happened. */
export function isTelling(name: string): boolean {
  const words = wordsOf(name);
  if (words.some(word => TELLING_WORDS.has(word))) return true;
  return words.some(word => /^webhooks?$/.test(word)) && words.some(word => SENDING_VERBS.has(word));
}

/** Whether a name speaks of a message without which its reader cannot go on. */
export function isWaitedFor(name: string): boolean {
  return wordsOf(name).some(word => WAITED_FOR_WORDS.has(word));
}

/** Whether a function, by its name, only looks something up. */
export function isAsking(name: string): boolean {
  return ASKING_VERBS.has(wordsOf(name)[0] ?? '');
}

/** Whether a function, by its name, leaves something behind. */
export function isActing(name: string): boolean {
  const [verb = ''] = wordsOf(name);
  return ACTING_VERBS.has(verb);
}
