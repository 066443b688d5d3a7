import type { SyntaxNode } from '../../../shared/reader.ts';
import { shortText } from '../../../shared/syntax.ts';
import type { SeenCallee, SeenEffect } from '../sightings.ts';
import { calleeOf } from './callees.ts';
import { type Call, type Standing, spoken } from './calls.ts';
import { propertyOf } from './literals.ts';
import type { Names } from './names.ts';
import { askedOf } from './requests.ts';
import { statementOf } from './sql.ts';
import { isInTransaction, wrapsInTransaction } from './transactions.ts';
import { isActing, isAside, isEnding, isPassing, isWorking } from './words.ts';
import type { Write } from './writes.ts';

/** What a call does to the world, from most to least that hangs on it. `named` is told by its verb alone. */
export const EFFECTS = [
  'payment',
  'database',
  'transaction',
  'queue',
  'message',
  'request',
  'file',
  'named',
  'read',
  'awaited',
] as const;
export type EffectKind = (typeof EFFECTS)[number];

export interface Effect {
  readonly kind: EffectKind;
  /** What a reader would recognise it by: a table, or the call. */
  readonly what: string;
  /** The call as it is written, with what it is called on. */
  readonly call: string;
  readonly write: Write | null;
  /** The function that is called, where only its name tells what it does. */
  readonly callee: SeenCallee | null;
  /** Whether its failure comes to light where it stands: it is waited for, or does not promise but do. */
  readonly waited: boolean;
  /** Whether nobody takes what it gives. */
  readonly dropped: boolean;
}

const PAYMENT_NAME =
  /^(?:stripe|paypal|braintree|adyen|razorpay|mollie|plaid|gocardless|dwolla|paystack|flutterwave|paddle|klarna)(?:Client|Api|API|Service|Sdk|SDK|Gateway)?$|^payments?(?:Gateway|Provider|Client|Api|API)$/;
const PAYMENT_PACKAGE =
  /^(?:stripe|braintree|razorpay|paystack|plaid|@paypal\/.*|@adyen\/.*|@mollie\/.*|square|dwolla.*|gocardless.*)$/;
const READING =
  /^(?:get|list|retrieve|find|search|fetch|read|load|query|select|count|check|is|has|construct|verify|validate|on|watch|use|describe|head)(?![a-z])/;
const MAIL_METHOD =
  /^send(?:Mail|Email|EMail|Sms|SMS|Message|Push|Notification|TemplateEmail|Template|WithTemplate)\w*$/;
const MAIL_NAME =
  /(?:^|[a-z])(?:mailer|mail|sgMail|email|emails|sms|twilio|resend|sendgrid|postmark|mailgun|ses|transporter)$/i;
const QUEUE_NAME = /(?:queue|publisher|producer|broker|kafka|sqs|sns|amqp|rabbit|rabbitmq|qstash|bull)$/i;
const QUEUE_METHOD =
  /^(?:add|addBulk|publish\w*|send|sendMessage|sendBatch|sendToQueue|enqueue\w*|produce|dispatch|push)$/;
const HTTP_NAME =
  /^(?:axios|got|superagent|ky|needle|request|https?|httpService|api|client|fetcher|rest|\w+Api|(?!\w*(?:[Rr]edis|[Cc]ache|[Qq]uery))\w+Client|\$http)$/;
const HTTP_WRITES = new Set(['post', 'put', 'patch', 'delete', 'postForm', 'putForm']);
const FILE_NAME = /^(?:fs|fsp|fse|fsPromises|promises|fsExtra)$/;
const FILE_PACKAGE = /^(?:node:)?fs(?:\/promises|-extra)?$/;
const FILE_METHOD =
  /^(?:writeFile|appendFile|outputFile|outputJson|writeJson|rename|copyFile|cp|copy|move|createWriteStream)(?:Sync)?$/;
const COMMAND = /^(?:Put|Delete|Create|Update|Send|Publish|Invoke|Copy|Complete)\w*Command$/;
/** Undoing, ending and tidying: it is done in passing, and nothing is lost when it fails. */
const TIDYING =
  /^(?:close|destroy|del|expire|cancel|abort|release|disconnect|unlink|unlinkSync|rm|rmSync|rmdir|rimraf|rollback|rollbackTransaction|abortTransaction|end|endSession|stop|kill|dispose|unsubscribe|quit|terminate|cleanup|cleanUp|clear|unref|remove|removeAllListeners|detach|exitFullscreen|requestFullscreen|shutdown|teardown|play|pause|focus|blur|json|text|arrayBuffer|blob|formData)$/;

/** What a browser offers a page may be forbidden to it at any time. */
const BROWSER = /^(?:navigator|clipboard|document|window|localStorage|sessionStorage|screen|caches)$/;
/** What is put into what somebody looks at is kept nowhere. */
const DISPLAY =
  /^(?:insertCSS|insertRule|insertText|insertHTML|insertAdjacent\w*|insertBefore|insertAfter|insertNode|insertContent|insertChild|executeJavaScript)$/;
const SCREEN =
  /^(?:editor|webContents|selection|range|cursor|browserWindow|textarea|clipboard|tabs|scripting|serviceWorker|serwist|workbox)$/i;
const HANDLED = /^(?:then|catch|finally|all|allSettled|race|any)$/;

/** What a call does to the world, as far as its own text tells; null when nothing that one would miss. A part of a transaction is not left half done, nor in silence: who ends it hears. */
export function effectOf(call: Call, write: Write | null, names: Names, standing: Standing): Effect | null {
  const waited = standing.awaited || /Sync$/.test(call.method);
  const told = { call: spoken(call), callee: null, waited, dropped: standing.alone && !standing.promised };
  const isWrite = write !== null && (write.sure || standing.promised || write.stores.length === 1);
  if (isWrite && (write.touches || isInTransaction(call) || isTidying(write))) return null;
  if (wrapsInTransaction(call.node) && !isAside(spoken(call)))
    return { kind: 'transaction', what: spoken(call), write: null, ...told };
  if (isWrite) return { kind: 'database', what: write.target, write, ...told };
  const kind = kindOf(call, names, standing);
  if (kind === null) return null;
  const callee = kind === 'named' || kind === 'awaited' ? calleeOf(call, names, '') : null;
  return { kind, what: commandOf(call) ?? asked(kind, call) ?? spoken(call), write, ...told, callee };
}

function asked(kind: EffectKind, call: Call): string | null {
  return kind === 'request' ? askedOf(call) : null;
}

/** What is kept of a call. */
export function seen({ kind, what, call, callee, write }: Effect): SeenEffect {
  const stores = write === null || write.sure ? [] : [...write.stores];
  return { kind, what: shortText(what), call: shortText(call), callee, stores };
}

/** What was not deleted is made anew all the same. */
function isTidying({ does, target }: Write): boolean {
  return does === 'delete' && isPassing(target);
}

function kindOf(call: Call, names: Names, { promised, alone }: Standing): EffectKind | null {
  const { root, links, method } = call;
  const receiver = links.at(-2)?.name ?? (links.length === 0 ? '' : root);
  const origin = names.origin(root) ?? '';
  if (HANDLED.test(method)) return null;
  if (isPayment(call, origin)) return READING.test(method) ? null : 'payment';
  if (MAIL_METHOD.test(method) || (MAIL_NAME.test(receiver) && /^(?:send|create)$/.test(method))) return 'message';
  if (QUEUE_NAME.test(receiver) && QUEUE_METHOD.test(method)) return 'queue';
  if (isWritingRequest(call, receiver)) return 'request';
  if (FILE_METHOD.test(method) && (FILE_NAME.test(receiver) || FILE_PACKAGE.test(origin))) return 'file';
  if (statementOf(call, names)?.does === 'read') return 'read';
  if (!promised || TIDYING.test(method.replace('#', ''))) return null;
  if (isEnding(method) || BROWSER.test(receiver) || DISPLAY.test(method) || SCREEN.test(receiver)) return null;
  if (isActing(method)) return 'named';
  return alone && isWorking(method) ? 'awaited' : null;
}

function isPayment({ root, links }: Call, origin: string): boolean {
  if (links.length === 0) return false;
  if (PAYMENT_PACKAGE.test(origin)) return true;
  return [root, ...links.slice(0, -1).map(({ name }) => name)].some(name => PAYMENT_NAME.test(name));
}

function isWritingRequest({ method, links, arguments: [first, second] }: Call, receiver: string): boolean {
  if (HTTP_WRITES.has(method) && links.length > 0) return HTTP_NAME.test(receiver);
  if (method === 'send' && first?.type === 'NewExpression') return COMMAND.test(commandIn(first));
  if (!/^(?:fetch|axios|request|fetchWithTimeout|nodeFetch|\$fetch|ofetch)$/.test(method)) return false;
  return [first, second].some(sendsSomething);
}

/** `client.send(new DeleteObjectCommand(…))`: the command says more than the call. */
function commandOf({ method, arguments: [first] }: Call): string | null {
  return method === 'send' && first?.type === 'NewExpression' ? commandIn(first) || null : null;
}

function commandIn({ callee }: SyntaxNode): string {
  return String((callee as SyntaxNode).name ?? '');
}

function sendsSomething(options: SyntaxNode | undefined): boolean {
  const verb = propertyOf(options, 'method')?.value;
  return typeof verb === 'string' && /^(?:post|put|patch|delete)$/i.test(verb);
}
