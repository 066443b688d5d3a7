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
      ['work for each of many'],
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
    ['at the top, where the process begins', `${SEND} send();`],
    [
      'that only counts along',
      'async function f() { trackVisit(); } async function trackVisit() { await fetch("/a"); }',
    ],
    ['of a function without a name', 'async function f() { (async () => { await fetch("/a"); })(); }'],
    ['on a page', `import { useState } from 'react'; async function f() { send(); } ${SEND}`],
    ['where the document is at hand', `async function f() { document.write(1); send(); } ${SEND}`],
  ])('and not one that is %s', async (_, code) => {
    expect(await callsIn(code)).toEqual([]);
  });

  it('and not in what an engineer starts by hand', async () => {
    const code = `async function main() { send(); } ${SEND}`;
    expect(await callsIn(code, 'scripts/send.ts')).toEqual([]);
    expect(await callsIn(code, 'src/send.ts')).toEqual(['send']);
  });
});
