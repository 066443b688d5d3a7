import { lastOf } from './place-names.ts';
import { setOf, speaksOf, wordsOf } from './reading/words.ts';

const MESSAGE = setOf(
  'notification notifications notify notifier email emails mail mailer mails sms push slack webhook',
);
const NOTIFYING = setOf('notification notifications notify notifier notifiers');
/** These may also be what a product is about: only the name of what is called tells that they go along. */
const TELLING = setOf(
  'activity activities feed feeds broadcast broadcasts newsletter newsletters digest digests announcement announcements',
);
/** Whoever listens just then hears of it; nothing is kept for anybody else. */
const PUBLISHING = /\bpub ?sub\b|\b(?:publish|emit|push) (?:\w+ )*?(?:redis|events?|sockets?|channels?|changes)\b/;
const WEBHOOK = setOf('webhook webhooks');
const SENDING = setOf('send trigger dispatch publish deliver emit call fire notify enqueue queue post');
/** Without these somebody cannot go on. */
const WAITED_FOR = setOf(`
  verify verification verifications reset resets password passwords invite invites invitation invitations confirm confirmation otp magic
  login signin signup activate activation`);
const DELETING = setOf('delete deleted remove unlink purge erase clear evict invalidate destroy del rm drop');
const FILE = setOf(`
  file files filesystem fs blob blobs object objects bucket storage s3 image images icon icons avatar avatars thumbnail thumbnails upload
  uploads asset assets media dir directory folder folders cache caches`);
const SOMEBODY = setOf(
  'user users account accounts member members customer customers person profile tenant workspace organization organisation gdpr',
);
const OPERATORS = setOf('admin admins superadmin superuser backoffice');
const HANDING_IN = setOf(
  'save send submit upload create publish post pay book register invite import insert write persist',
);
const ASKING = setOf(
  'get fetch load check find search list read query is has refresh lookup resolve validate verify preview',
);

/** `deleteByEmail`: an address is also what somebody is found by. */
const FOUND_BY = /\bby e ?mail\b/g;
/** Services that keep people for advertising: what does not get there is owed to nobody. */
const MARKETING = setOf(
  'brevo sendinblue mailchimp hubspot intercom klaviyo convertkit activecampaign customerio marketing newsletter newsletters',
);
const MARKETING_PAIR = /\b(?:loops (?:so|client|api|contacts?)|customer io|mailing lists?|sendgrid contacts?)\b/;
const UNDOING = setOf(
  'rollback rollbacks undo undoing revert reverts reverting compensate compensation cleanup orphan orphans orphaned dispose',
);
const UNDOING_PAIR = /\b(?:roll(?:ing)? back|clean(?:ing)? up|tear down)\b/;
/** How far a tool has come in its own work. */
const PROGRESS = setOf('marker markers progress checkpoint checkpoints watermark');
const PROGRESS_OF_WORK =
  /\b(?:job|task|run|migration|upgrade|sync|import|export|move|bulk|backup|restore|step) status\b/;

const MARKING = setOf('mark record persist flag note report track');
const OUTCOME = setOf('status outcome outcomes failed failure failures error errors');

const PICTURE = setOf('icon icons avatar avatars logo logos favicon');

const PUTTING_BACK = setOf('restore restores restoring import imports importing');

/** Whether a function, by its name, puts back or takes over what was kept elsewhere. */
export function isPuttingBack(name: string): boolean {
  return speaksOf(name, PUTTING_BACK);
}

/** Whether a name speaks of telling somebody. */
export function isMessage(name: string): boolean {
  const words = wordsOf(name).join(' ').replace(FOUND_BY, '');
  return speaksOf(words, MESSAGE) || PUBLISHING.test(words);
}

/** Whether a name speaks of a service that keeps people for advertising. */
export function isMarketing(name: string): boolean {
  return speaksOf(name, MARKETING) || MARKETING_PAIR.test(wordsOf(name).join(' '));
}

/** Whether a function, by its name, undoes or tidies up: it is itself what answers a failure. */
export function isUndoing(name: string): boolean {
  return speaksOf(name, UNDOING) || UNDOING_PAIR.test(wordsOf(name).join(' '));
}

/** Whether a name speaks of how far a tool has come in its own work, which it finds out again. */
export function isProgress(name: string): boolean {
  return speaksOf(name, PROGRESS) || PROGRESS_OF_WORK.test(wordsOf(name).join(' '));
}

/** Whether a function, by its name, only writes down what became of something that has happened all the same. */
export function isMarking(name: string): boolean {
  return MARKING.has(wordsOf(name)[0] ?? '') || speaksOf(name, OUTCOME);
}

/** Whether a name speaks of notifying people. */
export function isNotifying(name: string): boolean {
  return speaksOf(name, NOTIFYING);
}

/** Whether a function, by its name, tells people or other systems what happened. */
export function isTelling(name: string): boolean {
  if (speaksOf(name, TELLING) || speaksOf(name, WEBHOOK, SENDING)) return true;
  return PUBLISHING.test(wordsOf(name).join(' '));
}

/** Whether a name speaks of a message without which its reader cannot go on. */
export function isWaitedFor(name: string): boolean {
  return speaksOf(name, WAITED_FOR);
}

/** Whether a call, by its name, deletes files or what is kept like them. */
export function isDeletionOfFiles(name: string): boolean {
  return speaksOf(name, DELETING, FILE);
}

/** Whether a name speaks of deleting somebody, with all that is known of them. */
export function isDeletionOfSomebody(name: string): boolean {
  return speaksOf(name, DELETING, SOMEBODY) && !speaksOf(name, FILE);
}

/** Whether a function, by its name, saves what is being worked on from time to time. */
export function isSavingByItself(name: string): boolean {
  return /^auto ?save/.test(wordsOf(name).join(' '));
}

/** Whether a call, by its name, hands in what somebody made: unlike a switch that does not move, nobody sees that it was lost. */
export function isHandingIn(call: string): boolean {
  return HANDING_IN.has(wordsOf(lastOf(call))[0] ?? '');
}

/** Whether a call, by its name, is about a picture that whoever changed it sees. */
export function isPicture(call: string): boolean {
  return speaksOf(lastOf(call), PICTURE);
}

/** Whether a function, by its name, only looks something up. */
export function isAsking(name: string): boolean {
  return ASKING.has(wordsOf(name)[0] ?? '');
}

/** Whether a name speaks of those who run the product: what goes wrong for them, they see and do again. */
export function isForOperators(name: string): boolean {
  return speaksOf(name, OPERATORS);
}
