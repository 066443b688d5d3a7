import type { SourceFile, SyntaxNode } from '../../../shared/reader.ts';
import { isFunction, shortText } from '../../../shared/syntax.ts';
import type { ContainedSighting, FloatingSighting, SeenCallee } from '../sightings.ts';
import { calledBy, isClass } from './called-by.ts';
import { awaitedIn, calleeOf } from './callees.ts';
import { argumentsOf, type Call, methodOf, spoken, unwrapped } from './calls.ts';
import { isLastStep } from './catch-places.ts';
import { isReporting } from './catches.ts';
import { type Effect, type EffectKind, seen } from './effects.ts';
import { belongingOf } from './functions.ts';
import type { Names } from './names.ts';

const MOST_SIGHTINGS = 2000;
/** One that waits for more functions than these is not looked through. */
const MOST_PASSED_ON = 12;
/** So many functions up one looks; nobody nests deeper. */
const MOST_AROUND = 40;
const IN_A_LOOP = 'what it starts in forEach';

/** Libraries whose calls promise something, by what one imports them as. */
const PROMISING =
  /^(?:axios|node-fetch|got|ky|undici|nodemailer|stripe|@sendgrid\/mail|resend|postmark|@prisma\/client|pg|postgres|mysql2\/promise|slonik)$/;

/** What sets something up promises nothing, whoever offers it. */
const SETTING_UP = /^(?:set|create|define|configure|use|is)[A-Z]/;

/** Who is handed a function with one of these calls it when something happens, or time has passed. */
const LISTENING =
  /^(?:on|once|addListener|prependListener|addEventListener|subscribe|watch|observe|schedule|scheduleJob|setTimeout|setInterval|setImmediate|nextTick|queueMicrotask|requestAnimationFrame)$/;
/** Hands a failure to who waits for it, or to the task that people look at. */
const MINDING =
  /^(?:catch|setFailed|setError|setFinished|markFailed|taskFailed|taskFinished|reportError|captureException)$/;
/** What was to be kept or paid. */
const KEEPING: ReadonlySet<EffectKind> = new Set(['payment', 'database', 'transaction', 'queue']);

/** A function around, and what of its errors leaves it. */
interface Frame {
  readonly node: SyntaxNode;
  readonly name: string | null;
  /** Whether it runs on its own account: asynchronous, or handed to somebody who calls it back. */
  readonly runsAlone: boolean;
  /** Whether it is handed to somebody who calls it when something happens, and waits for nothing. */
  readonly listens: boolean;
  /** Whether it catches errors, and whether it writes one down before it passes it on. */
  catches: boolean;
  reports: boolean;
  /** Whether it catches any error, or tells a task that it failed. */
  minds: boolean;
  /** How many `try` blocks with a catch stand around the present place within it. */
  protections: number;
  /** The functions whose errors would leave it; null when some leave it whatever these do. */
  passesOn: readonly SeenCallee[] | null;
}

/** Follows which promises nobody waits for: their errors reach no one, and may end the whole process in Node. */
export function followPromises(file: SourceFile, names: Names) {
  const candidates: FloatingSighting[] = [];
  /** What leaves the asynchronous functions of this file, by the name that calls them; `nothing` where others of that name are something else. */
  const passing = new Map<string, Frame['passesOn'] | 'nothing'>();
  const reporting = new Set<string>();
  const mindful = new Set<string>();
  const classes: string[] = [];
  const frames: Frame[] = [];
  const calling = (call: Call) => calleeOf(call, names, classes.at(-1) ?? '');

  function find(candidate: FloatingSighting): void {
    if (candidates.length < MOST_SIGHTINGS) candidates.push(candidate);
  }

  function letOut(frame: Frame, callees: Frame['passesOn']): void {
    if (frame.protections > 0 || frame.passesOn === null) return;
    const all = callees && [...frame.passesOn, ...callees];
    frame.passesOn = all === null || all.length > MOST_PASSED_ON ? null : all;
  }

  function know(name: string, passesOn: Frame['passesOn'] | 'nothing'): void {
    const isOnlyOne = !passing.has(name) || (passing.get(name) === null && passesOn === null);
    passing.set(name, isOnlyOne ? passesOn : 'nothing');
  }

  function leaveFunction(frame: Frame, ancestors: readonly SyntaxNode[]): void {
    const { node, name, passesOn } = frame;
    if (name !== null && isNoticed(frame) && reporting.size < MOST_SIGHTINGS) reporting.add(name);
    if (name !== null && frame.minds && mindful.size < MOST_SIGHTINGS) mindful.add(name);
    if (name !== null) know(name, node.async === true ? passesOn : 'nothing');
    const call = ancestors.at(-1) as SyntaxNode;
    if (node.async !== true || passesOn?.length === 0 || call.type !== 'CallExpression') return;
    const around = frames.at(-1);
    const forEach = isForEach(call, node);
    if (around && !forEach && belongingOf(node, ancestors) === 'each') letOut(around, passesOn);
    if (!forEach || !isDropped(call, ancestors.slice(0, -1))) return;
    const place = { in: file.around(), line: file.lineAt(call.start) };
    find({
      ...place,
      call: IN_A_LOOP,
      known: 'each',
      effect: null,
      last: false,
      through: passesOn ?? [],
      callee: null,
    });
  }

  return {
    enter(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      const parent = ancestors.at(-1);
      if (isClass(node)) classes.push(String((node.id as SyntaxNode | null)?.name ?? ''));
      if (isFunction(node)) {
        const name = calledBy(node, ancestors, classes.at(-1) ?? '');
        const runsAlone = node.async === true || parent?.type === 'CallExpression';
        frames.push({
          node,
          name,
          runsAlone,
          listens: isListener(node, parent),
          catches: false,
          reports: false,
          minds: false,
          protections: 0,
          passesOn: [],
        });
        return;
      }
      const around = frames.at(-1);
      if (around === undefined) return;
      if (isProtected(node, parent)) around.protections++;
      if (node.type === 'AwaitExpression') letOut(around, awaitedIn(node.argument as SyntaxNode, calling));
      else if (node.type === 'ThrowStatement' || (node.type === 'ForOfStatement' && node.await === true))
        letOut(around, null);
    },
    leave(node: SyntaxNode, ancestors: readonly SyntaxNode[]): void {
      if (isClass(node)) classes.pop();
      const around = frames.at(-1);
      if (around?.node === node) {
        frames.pop();
        leaveFunction(around, ancestors);
      } else if (around && isProtected(node, ancestors.at(-1))) around.protections--;
      else if (around && node.type === 'CatchClause') {
        around.catches = true;
        around.minds = true;
        around.reports ||= isReporting(node.body as SyntaxNode);
      }
    },
    take(call: Call, effect: Effect | null, ancestors: readonly SyntaxNode[]): void {
      const around = frames.at(-1);
      if (around && MINDING.test(call.method)) around.minds = true;
      if (!around?.runsAlone || !isDropped(call.node, ancestors)) return;
      // Nobody could wait for it there; what it leaves behind is missed all the same.
      if (around.listens && !KEEPING.has(effect?.kind ?? 'read')) return;
      const known = howKnown(call, effect, names);
      if (known === null) return;
      const callee = known === 'library' ? null : calling(call);
      // Nothing tells what was taken from what is required: `require('assert').strict`.
      if (known !== 'library' && callee === null) return;
      // What starts itself again is meant to go round.
      if (callee?.from === null && frames.slice(-MOST_AROUND).some(({ name }) => name === callee.name)) return;
      const place = { in: file.around(), line: file.lineAt(call.node.start) };
      const told = effect && seen(effect);
      const last = isLastStep(ancestors);
      find({ ...place, call: shortText(spoken(call)), known, effect: told, last, through: [], callee });
    },
    floating: (): readonly FloatingSighting[] =>
      candidates.flatMap(sighting => {
        const { callee } = sighting;
        if (callee === null) return [sighting];
        const passed = callee.from === null ? passing.get(callee.name) : 'nothing';
        if (passed === undefined || passed === 'nothing' || passed?.length === 0) return [];
        return [passed === null ? sighting : { ...sighting, through: [callee] }];
      }),
    mindful: (): readonly string[] => [...mindful].map(shortText),
    reports: (): readonly string[] => [...reporting].map(shortText),
    /** The functions that keep their errors to themselves, as far as those keep theirs that they wait for. */
    contained: (): readonly ContainedSighting[] =>
      [...passing].slice(0, MOST_SIGHTINGS).flatMap(([name, unless]) => {
        return unless === null || unless === 'nothing' ? [] : [{ name: shortText(name), unless }];
      }),
  };
}

/** How a call is known to promise something; null when it is not, or when it hands its result to a callback. */
function howKnown(call: Call, effect: Effect | null, names: Names): FloatingSighting['known'] | null {
  const { root, links, method } = call;
  if (call.arguments.some(isFunction)) return null;
  const promising = PROMISING.test(names.origin(root) ?? '');
  // A function that is called on the spot, without a name, is meant to run beside.
  if (root === '') return null;
  if (links.length === 0) return root === 'fetch' || (promising && !SETTING_UP.test(root)) ? 'library' : 'function';
  if (root === 'this' && links.length === 1) return 'method';
  if (effect?.kind === 'payment' || method === 'sendMail') return 'library';
  if (effect?.kind === 'request' || effect?.kind === 'message') return promising ? 'library' : null;
  const write = effect?.kind === 'database' ? effect.write : null;
  return write?.sure === true && (promising || !write.stores.includes('sql')) ? 'library' : null;
}

/** Whether a call is a statement of its own: what it gives goes nowhere. */
function isDropped(node: SyntaxNode, ancestors: readonly SyntaxNode[]): boolean {
  const parent = ancestors.at(-1);
  if (parent?.type === 'ChainExpression') return ancestors.at(-2)?.type === 'ExpressionStatement';
  return parent?.type === 'ExpressionStatement' && parent.expression === node;
}

/** Whether an error in it is caught by the `try` around. */
function isProtected(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  return parent?.type === 'TryStatement' && parent.block === node && parent.handler !== null;
}

function isForEach(call: SyntaxNode | undefined, callback: SyntaxNode): boolean {
  if (call?.type !== 'CallExpression' || argumentsOf(call)[0] !== callback) return false;
  const callee = unwrapped(call.callee as SyntaxNode);
  return callee?.type === 'MemberExpression' && (callee.property as SyntaxNode).name === 'forEach';
}

/** `socket.on('close', async () => …)`, `socket.onclose = async () => …` */
function isListener(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent?.type === 'CallExpression') return parent.callee !== node && LISTENING.test(methodOf(parent));
  const target = parent?.type === 'AssignmentExpression' ? (parent.left as SyntaxNode) : null;
  return target?.type === 'MemberExpression' && /^on[a-zA-Z]/.test(String((target.property as SyntaxNode).name ?? ''));
}

/** Whether a function, when it fails, has done something about it: it keeps all its errors, or writes them down. */
function isNoticed({ catches, reports, passesOn }: Frame): boolean {
  return reports || (catches && passesOn?.length === 0);
}
