import { describe, expect, it } from 'vitest';
import { observedOf } from './observed.ts';

const callsIn = async (code: string, path?: string) =>
  (await observedOf('floating-promise', code, path)).map(({ evidence }) => evidence.call);

const SEND = 'async function send() { await fetch("/mail"); }';

describe('a promise that nobody waits for', () => {
  it.each([
    ['a function of the file, also one that stands below', `app.post('/a', (q, s) => { send(); }); ${SEND}`, ['send']],
    [
      'a method of the class',
      'class Shop { async close() { this.count(); } async count() { await fetch("/a"); } }',
      ['count'],
    ],
    ['a library', "import axios from 'axios'; async function tell() { axios.post('/a'); }", ['axios.post']],
    [
      'a payment',
      "import Stripe from 'stripe'; const stripe = new Stripe(); async function f() { stripe.refunds.create(); }",
      ['stripe.refunds.create'],
    ],
    [
      'work for each of many',
      `async function f(all) { all.forEach(async one => { await fetch(one); }); }`,
      ['its forEach loop'],
    ],
  ])('%s', async (_, code, calls) => {
    expect(await callsIn(code)).toEqual(calls);
  });

  it.each([
    ['waited for', `async function f() { await send(); } ${SEND}`],
    ['handed on', `async function f() { return send(); } ${SEND}`],
    ['meant so', `async function f() { void send(); } ${SEND}`],
    ['caught', `async function f() { send().catch(report); } ${SEND}`],
    [
      'with a callback',
      "import nodemailer from 'nodemailer'; const t = nodemailer.createTransport(); async function f() { t.sendMail({}, () => {}); }",
    ],
    [
      'whose errors stay within',
      'async function f() { g(); } async function g() { try { await fetch("/a"); } catch (e) { log(e); } }',
    ],
    ['that promises nothing of its own', 'async function f() { g(); } async function g() { count(); }'],
    [
      'of a name that is also another function',
      `async function f() { send(); } ${SEND} const x = { y() { function send() {} } };`,
    ],
    [
      'of what nothing tells what it is',
      "const assert = require('assert').strict; async function f(order) { assert(order.open); }",
    ],
    [
      'that only sets something up',
      "import { Agent, setGlobalDispatcher } from 'undici'; async function f() { setGlobalDispatcher(new Agent()); }",
    ],
    ['at the top, where the process begins', `${SEND} send();`],
    [
      'that only counts along',
      'async function f() { trackVisit(); } async function trackVisit() { await fetch("/a"); }',
    ],
    ['of a function without a name', 'async function f() { (async () => { await fetch("/a"); })(); }'],
    ['on a page', `import { useState } from 'react'; async function f() { send(); } ${SEND}`],
    [
      'that tells people what happened',
      `async function f() { notifyMembers(); } ${SEND.replace('send', 'notifyMembers')}`,
    ],
    [
      'that tells other systems',
      `async function f() { triggerWebhooks(); } ${SEND.replace('send', 'triggerWebhooks')}`,
    ],
    [
      'that publishes to whoever listens',
      `async function f() { publishToRedis(); } ${SEND.replace('send', 'publishToRedis')}`,
    ],
    ['that stops something', `async function f() { stopRenewal(); } ${SEND.replace('send', 'stopRenewal')}`],
    ['that tidies files away', `async function f() { removeOldFiles(); } ${SEND.replace('send', 'removeOldFiles')}`],
    [
      'started again by itself',
      'async function f() { done = await all(); fetch("/a").finally(() => { f(); }); } async function g() { await f(); }',
    ],
    ['started when something happens', `socket.on('close', async () => { send(); }); ${SEND}`],
    ['started when time has passed', `async function f() { setTimeout(() => { send(); }, 10); } ${SEND}`],
    ['started by a listener that is set', `async function f() { socket.onclose = async () => { send(); }; } ${SEND}`],
    ['where the document is at hand', `async function f() { document.write(1); send(); } ${SEND}`],
  ])('and not one that is %s', async (_, code) => {
    expect(await callsIn(code)).toEqual([]);
  });

  it('also in a listener, where something is written', async () => {
    const code = "socket.on('close', async () => { prisma.member.update({ where: { id }, data: { gone: true } }); });";
    expect(await callsIn(`import { PrismaClient } from '@prisma/client'; ${code}`)).toEqual(['prisma.member.update']);
  });

  it('and not in what an engineer starts by hand', async () => {
    const code = `async function main() { send(); } ${SEND}`;
    expect(await callsIn(code, 'scripts/send.ts')).toEqual([]);
    expect(await callsIn(code, 'src/send.ts')).toEqual(['send']);
  });
});

describe('what has one cause is told once', () => {
  const told = async (code: string, path?: string) =>
    (await observedOf('floating-promise', code, path)).map(({ subject, evidence, places }) => [
      subject.name.split('#')[1] ?? subject.name,
      evidence.call,
      places.length,
    ]);

  it('loops within loops of one function', async () => {
    const inner = 'one.items.forEach(async item => {\n await fetch(item); });';
    const code = `async function renew(all) { all.forEach(async one => {\n ${inner} await fetch(one); }); }`;
    expect(await told(code)).toEqual([['renew', 'its 2 forEach loops', 2]]);
    expect(await told(code, 'server/migration-scripts/renew.ts')).toEqual([]);
  });

  it('loops of several functions of one file', async () => {
    const loop = (name: string) =>
      `export async function ${name}(all) { all.forEach(async one => { await fetch(one); }); }`;
    expect(await told(`${loop('renew')}\n${loop('close')}`)).toEqual([['src/shop.ts', 'its 2 forEach loops', 2]]);
  });

  it('calls of one function, and of one library in several', async () => {
    const one = `async function f() { send();\n ask(); } ${SEND} async function ask() { await fetch('/b'); }`;
    expect(await told(one)).toEqual([['f', 'send and 1 other call', 2]]);
    const two = "async function f() { axios.post('/a'); }\nasync function g() { axios.put('/b'); }";
    expect(await told(`import axios from 'axios'; ${two}`)).toEqual([
      ['src/shop.ts', 'axios.post and 1 other call', 2],
    ]);
  });

  it('and not what differs', async () => {
    const code = `import axios from 'axios'; async function f() { axios.post('/a'); }\nasync function g() { send(); } ${SEND}`;
    expect(await told(code)).toHaveLength(2);
  });
});

describe('what goes along by its name may be left alone, and what somebody waits for may not', () => {
  const call = (name: string) => `async function f() { ${name}(); } async function ${name}() { await fetch("/mail"); }`;

  it.each([
    ['src/notifications/create.ts', 'sendAll', 0],
    ['src/notifications/password.ts', 'sendAll', 1],
    ['src/members/create.ts', 'sendNotification', 0],
    ['src/members/create.ts', 'notifyOfInvitation', 1],
    ['src/members/create.ts', 'sendVerification', 1],
    ['src/webhooks/stripe.ts', 'bookPayment', 1],
    ['src/webhooks/stripe.ts', 'handleWebhook', 1],
    ['src/activities/book.ts', 'bookSeat', 1],
    ['src/activities/book.ts', 'addActivity', 0],
  ])('in %s %s', async (path, name, count) => {
    expect(await callsIn(call(name), path)).toHaveLength(count);
  });

  it('money is waited for under any name', async () => {
    const code =
      "import Stripe from 'stripe'; const stripe = new Stripe(); async function f() { stripe.refunds.create(); }";
    expect(await callsIn(code, 'src/notifications/refund.ts')).toHaveLength(1);
  });
});

describe('where code is only shown to people, no server can end', () => {
  const files = (manifest: Readonly<Record<string, unknown>>, path = 'apps/shop/package.json') => ({
    'apps/shop/src/members.ts': `export async function close() { send(); } ${SEND}`,
    [path]: JSON.stringify({ name: 'shop', ...manifest }),
  });

  it.each([
    ['an app of Vue', { dependencies: { vue: '3.5.0', axios: '1.0.0' } }, 0],
    ['an app that a tool builds', { devDependencies: { svelte: '5.0.0', express: '5.0.0' } }, 0],
    ['an app on a phone', { dependencies: { 'react-native': '0.80.0' } }, 0],
    ['an app that is also served', { dependencies: { 'react-dom': '19.0.0', next: '15.0.0' } }, 1],
    ['an app and its server in one', { dependencies: { vue: '3.5.0', express: '5.0.0' } }, 1],
    ['an app with a database', { dependencies: { vue: '3.5.0', pg: '8.0.0' } }, 1],
    ['a library for such apps', { peerDependencies: { 'react-dom': '19.0.0' } }, 0],
    ['a library for either', { peerDependencies: { 'react-dom': '19.0.0', express: '5.0.0' } }, 1],
    ['a server', { dependencies: { express: '5.0.0' } }, 1],
  ])('%s', async (_, manifest, count) => {
    expect(await observedOf('floating-promise', files(manifest))).toHaveLength(count);
  });

  it('the root of a workspace does not speak for its parts', async () => {
    const root = files({ workspaces: ['apps/*'], dependencies: { vue: '3.5.0' } }, 'package.json');
    expect(await observedOf('floating-promise', root)).toHaveLength(1);
  });
});

describe('who keeps their errors to themselves may be left alone', () => {
  const lines = (...code: readonly string[]) => code.join('\n');
  const KEEPS =
    'export async function send() { try { await fetch("/mail"); } catch (error) { console.error(error); } }';
  const LETS = 'export async function send() { await fetch("/mail"); }';
  const foundIn = async (files: Readonly<Record<string, string>>) =>
    (await observedOf('floating-promise', files)).map(({ subject }) => subject.name);

  it.each([
    ['one that they wait for', 'async function a() { await b(); } async function b() { await c(); }'],
    ['several', 'async function a() { await Promise.all([b(), c()]); await (x ? b() : null); } async function b() {}'],
    [
      'one for each of many',
      'async function a(all) { await Promise.all(all.map(one => c(one))); await Promise.all(all.map(async one => { await c(one); })); }',
    ],
    ['only time', 'async function a() { await new Promise(done => setTimeout(done, 100)); await c(); }'],
    [
      'what fails alone',
      'async function a() { await Promise.allSettled([fetch("/a")]); await fetch("/b").catch(log); }',
    ],
  ])('also those who wait for %s that does', async (_, code) => {
    const keeping = 'async function c() { try { await fetch("/a"); } catch (error) { log(error); } }';
    expect(await callsIn(`async function f() { a(); } ${code} ${keeping}`)).toEqual([]);
    const letting = 'async function c() { await fetch("/a"); }';
    const waits = code.includes('c(');
    expect(await callsIn(`async function f() { a(); } ${code} ${letting}`)).toEqual(waits ? ['a'] : []);
  });

  it.each([
    ['by its name', { 'src/mail.ts': KEEPS }, "import { send } from './mail'; async function tell() { await send(); }"],
    [
      'by another name',
      { 'src/mail.ts': `${KEEPS.replace('export ', '')} export { send as post };` },
      "import { post as tellAll } from './mail'; async function tell() { await tellAll(); }",
    ],
    [
      'as its default',
      { 'src/mail.ts': KEEPS.replace('export', 'export default') },
      "import mail from './mail'; async function tell() { await mail(); }",
    ],
    [
      'with all of it',
      { 'src/mail.ts': KEEPS },
      "import * as mail from './mail'; async function tell() { await mail.send(); }",
    ],
    [
      'through a list',
      { 'src/mail/send.ts': KEEPS, 'src/mail/index.ts': "export * from './send';" },
      "import { send } from './mail'; async function tell() { await send(); }",
    ],
    [
      'of an object',
      {
        'src/mail.ts':
          'export const mail = { async send() { try { await fetch("/mail"); } catch (error) { console.error(error); } } };',
      },
      "import { mail } from './mail'; async function tell() { await mail.send(); }",
    ],
    [
      'of a class',
      { 'src/mail.ts': `export class Mail { ${KEEPS.replace('export async function', 'async')} }` },
      "import { Mail } from './mail'; class Shop { constructor(private mail: Mail) {} async close() { this.tell(); } async tell() { await this.mail.send(); } }",
    ],
    [
      'that is required',
      {
        'src/mail.js':
          'exports.send = async () => { try { await fetch("/mail"); } catch (error) { console.error(error); } };',
      },
      "const mail = require('./mail'); async function tell() { await mail.send(); }",
    ],
    [
      'of a required object',
      {
        'src/mail.js':
          'module.exports = { send: async () => { try { await fetch("/mail"); } catch (error) { console.error(error); } } };',
      },
      "const { send } = require('./mail'); async function tell() { await send(); }",
    ],
  ])('also one of another file, taken %s', async (_, mail, tell) => {
    const files = { 'src/shop.ts': lines(tell, 'async function close() { tell(); }') };
    expect(await foundIn({ ...files, ...mail })).toEqual([]);
    const letting = Object.entries(mail).map(([path, code]) => [
      path,
      code.replace(/try (.*) catch \(error\) \{ console.error\(error\); \}/, '$1'),
    ]);
    expect(await foundIn({ ...files, ...Object.fromEntries(letting) })).toHaveLength(1);
  });

  it('one of a circle is alone when all of it does', async () => {
    const circle = (last: string) =>
      `async function f() { a(); } async function a() { await b(); } async function b() { await a(); ${last} }`;
    expect(await callsIn(circle(''))).toEqual([]);
    expect(await callsIn(circle('await fetch("/a");'))).toEqual(['a']);
  });

  it('what is seen nowhere may fail', async () => {
    expect(
      await foundIn({
        'src/shop.ts': `import { send } from 'mails'; async function f() { a(); } async function a() { await send(); }`,
      }),
    ).toHaveLength(1);
    expect(
      await foundIn({
        'src/mail.ts': LETS,
        'src/shop.ts':
          "import { send } from './mail'; async function f() { a(); } async function a() { await send(); }",
      }),
    ).toHaveLength(1);
  });
});

describe('what is started last of all and thought of failure goes on by itself on purpose', () => {
  const run = (start: string, body: string) =>
    callsIn(`class Merge { async begin(task) { await note(task); ${start} } async run(task) { ${body} } }`);
  const caught = 'try { await merge(); } catch (error) { give(up); } await tidy();';

  it.each([
    ['at the end, with a catch inside', 'this.run(task);', caught, []],
    ['at the end of a branch', 'if (task) { this.run(task); } else { wait(task); }', caught, []],
    ['before the answer', 'this.run(task); return task;', caught, []],
    ['with a handler inside', 'this.run(task);', 'await merge().catch(log); await tidy();', []],
    ['with a task that hears of it', 'this.run(task);', 'if (!(await merge())) task.setFailed(); await tidy();', []],
    ['with nothing of it', 'this.run(task);', 'await merge(); await tidy();', ['run']],
    ['before other work', 'this.run(task); await count(task);', caught, ['run']],
  ])('%s', async (_, start, body, calls) => {
    expect(await run(start, body)).toEqual(calls);
  });
});

it('a schedule waits for nobody', async () => {
  const code =
    'function plan() { cron.schedule(rule, () => { collect(); }); } async function collect() { await fetch("/a"); }';
  expect(await callsIn(code)).toEqual([]);
});
