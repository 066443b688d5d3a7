import { describe, expect, it } from 'vitest';
import { observedOf } from './observed.ts';

/** How many swallowed errors the findings add up to. */
async function countSwallowed(code: string): Promise<number> {
  const counted = await observedOf('swallowed-error', code);
  return counted.reduce((sum, { evidence }) => sum + Number(evidence.catches), 0);
}

describe('the findings add up to every swallowed error on which something hangs', () => {
  it.each([
    ['an empty catch', 'try { await pay(); } catch (error) {}', 1],
    ['a catch without a name', 'try { await pay(); } catch {}', 1],
    ['a catch that holds only a comment', 'try { await pay(); } catch { /* whatever */ }', 1],
    ['a catch that holds only a semicolon', 'try { await pay(); } catch { ; }', 1],
    ['an empty callback', 'await pay().catch(() => {});', 1],
    ['an empty function', 'pay().catch(function (error) {});', 1],
    ['a callback that holds only a comment', 'pay().catch(error => { /* no */ });', 1],
    ['noop', 'pay().catch(noop); pay().catch(_.noop);', 2],
    ['nothing as an answer that nobody takes', 'await pay().catch(() => undefined); pay().catch(() => null);', 2],
    ['one within another', 'try { try { await pay(); } catch {} await send(); } catch {}', 2],
  ])('%s', async (_, code, count) => {
    expect(await countSwallowed(`async function checkout() { ${code} }`)).toBe(count);
  });

  it.each([
    ['an answer', 'try { return await pay(); } catch { return null; }'],
    ['an answer that somebody takes', 'const paid = await pay().catch(() => null); return paid;'],
    ['passing on', 'try { await pay(); } catch (error) { throw error; }'],
    ['only an end', 'try { await pay(); } finally { close(); }'],
    ['a catch without a handler', 'pay().catch();'],
    ['a value for the failure', 'let paid; try { paid = await pay(); } catch { paid = false; }'],
    ['a catch of something else', 'const text = schema.catch("none");'],
    ['one in a catch', 'try { await pay(); } catch (error) { try { await send(); } catch {} throw error; }'],
    ['what stands in a comment', '/* try { pay(); } catch {} */'],
  ])('and not to %s', async (_, code) => {
    expect(await countSwallowed(`async function checkout() { ${code} }`)).toBe(0);
  });

  it('also at the top of a file, which is then the subject', async () => {
    const [found] = await observedOf(
      'swallowed-error',
      'await stripe.refunds.create({});\ntry { await stripe.refunds.create({}); } catch {}',
    );
    expect(found?.subject).toEqual({ kind: 'file', name: 'src/shop.ts' });
    expect(found?.places).toEqual([{ path: 'src/shop.ts', line: 2, role: 'catch' }]);
  });
});

describe('what hangs on it decides whether a place is told of', () => {
  const stakesOf = async (code: string, path?: string) => {
    const [found] = await observedOf('swallowed-error', `async function save() { ${code} }`, path);
    return found?.evidence.stakes ?? 0;
  };

  it.each([
    ['a payment', 'try { await stripe.refunds.create({}); } catch {}', 2],
    ['a write', 'try { await prisma.member.update({ where: {}, data: {} }); } catch {}', 1],
    ['a request that sends something', 'try { await fetch(url, { method: "PUT" }); } catch {}', 1],
    ['a job', 'try { await mailQueue.add("welcome", {}); } catch {}', 1],
    ['a mail', 'try { await transporter.sendMail({}); } catch {}', 0],
    ['a mail that somebody waits for', 'try { await sendPasswordReset({}); } catch {}', 1],
    [
      'what gets the same answer as what did not fit',
      'try { if (a) { await createContract(); return a; } } catch {} return null;',
      0,
    ],
    ['what acts by its name', 'try { await createContract(); } catch {}', 1],
    ['a question to the database', 'try { await query("SELECT * FROM members"); } catch {}', 1],
    ['reading', 'let text; try { text = await readText(); } catch {}', 0],
    ['asking a payment service', 'const a = []; try { a.push(await stripe.refunds.list()); } catch {}', 0],
    ['tidying up', 'try { await connection.close(); } catch {}', 0],
    ['deleting what is made anew', 'try { await query("DELETE FROM tokens WHERE a"); } catch {}', 0],
    ['what never fails', 'try { await Promise.allSettled([createContract()]); } catch {}', 0],
    [
      'a part of a transaction, which whoever ends it hears of',
      'try { await tx.member.update({ where: {}, data: {} }); } catch {}',
      0,
    ],
    ['parsing', 'try { JSON.parse(text); } catch {}', 0],
    ['what is started and not waited for', 'try { createContract(); } catch {}', 0],
    ['what an inner catch keeps', 'try { try { await stripe.refunds.create({}); } catch { retry(); } } catch {}', 0],
    [
      'what an inner catch passes on',
      'try { try { await stripe.refunds.create({}); } catch (e) { throw e; } } catch {}',
      2,
    ],
    ['what runs later', 'try { setTimeout(async () => { await stripe.refunds.create({}); }); } catch {}', 0],
    [
      'each of many',
      'try { await Promise.all(ids.map(async id => { await stripe.refunds.create({ id }); })); } catch {}',
      2,
    ],
  ])('%s', async (_, code, stakes) => {
    expect(await stakesOf(code)).toBe(stakes);
  });

  it('more where the place is named after money', async () => {
    const write = 'try { await prisma.note.update({ where: {}, data: {} }); } catch {}';
    expect(await stakesOf(write, 'src/invoices/notes.ts')).toBe(2);
    expect(await stakesOf(write, 'src/members/notes.ts')).toBe(1);
  });

  it.each([
    ['rssSubscription', 'src/feeds/read.ts', 1],
    ['pushSubscription', 'src/customers/remind.ts', 1],
    ['subscription', 'src/members/renew.ts', 1],
    ['subscription', 'src/plans/renew.ts', 2],
    ['subscription', 'src/stripe/renew.ts', 2],
    ['order', 'src/columns/sort.ts', 1],
    ['order', 'src/carts/close.ts', 2],
    ['orderLine', 'src/shop/close.ts', 2],
    ['balance', 'src/servers/load.ts', 1],
    ['balance', 'src/customers/book.ts', 2],
    ['transfer', 'src/files/move.ts', 1],
    ['payout', 'src/files/move.ts', 2],
  ])('%s in %s is worth %s', async (table, path, stakes) => {
    const write = `try { await prisma.${table}.update({ where: {}, data: { name } }); } catch {}`;
    expect(await stakesOf(write, path)).toBe(stakes);
  });

  it('a transaction of the database is no business', async () => {
    const within = (call: string) =>
      `${call}(async () => { try { await prisma.note.update({ where: {}, data: { name } }); } catch {} });`;
    expect(await stakesOf(within('prisma.$transaction'), 'src/customers/notes.ts')).toBe(1);
  });

  it('nothing where a comment says why, and something where it only says that', async () => {
    const within = (comment: string) => `try { await createContract(); } catch { // ${comment}\n }`;
    expect(await stakesOf(within('the nightly job draws it up again'))).toBe(0);
    expect(await stakesOf(within('contract errors are ignored'))).toBe(0);
    expect(await stakesOf(within('contract errors'))).toBe(1);
    const behind = 'await createContract().catch(() => {});';
    expect(await stakesOf(`${behind} // it is drawn up only once\n`)).toBe(0);
    expect(await stakesOf(`${behind}\n// it is drawn up only once\n`)).toBe(1);
    expect(await stakesOf(within('ignore the error'))).toBe(1);
    expect(await stakesOf(within('eslint-disable-next-line no-empty'))).toBe(1);
  });
});

describe('an end or an undoing that fails loses nothing', () => {
  const toldIn = async (code: string, path?: string) =>
    (await observedOf('swallowed-error', code, path)).map(({ evidence }) => evidence.tried);

  it.each([
    ['a call that stops', 'async function leave() { await stopBundling?.().catch(() => {}); }'],
    ['a call that closes', 'async function leave() { await closeSocket().catch(() => {}); }'],
    ['a function that stops', 'async function stop() { try { await sendStop(); } catch {} }'],
    ['a handler of the end', 'class A { async onClose() { try { await sendStop(); } catch {} } }'],
    [
      'a listener for the abort',
      "function run(signal) { signal.addEventListener('abort', () => { send(1).catch(() => {}); }); }",
    ],
    ['a handler of somebody else’s end', 'class A { async onSocketClose() { try { await sendStop(); } catch {} } }'],
    ['a private end', 'class A { async leave() { try { await this.#cancel(); } catch {} } }'],
    [
      'what is followed by a failure all the same',
      'async function run() { if (gone) { await sendStop().catch(() => {}); throw new Error("gone"); } }',
    ],
    ['a picture made anew', 'async function draw() { await saveFavicon().catch(() => {}); }'],
    [
      'a row that is made anew',
      'async function see() { await prisma.session.update({ where: {}, data: { a } }).catch(() => {}); }',
    ],
    ['a cleanup', 'async function cleanupOrphanChart() { try { await deleteChart(); } catch {} }'],
    ['how far a tool has come', 'async function run() { await markers.updateOne({}, { done: 1 }).catch(() => {}); }'],
    [
      'what only answers a failure',
      'async function run() { try { await work(); } catch (e) { await put(); throw e; } } async function put() { try { await saveNote(); } catch {} }',
    ],
    [
      'what the browser may forbid',
      'async function copy() { await navigator.clipboard.writeText(a).catch(() => {}); }',
    ],
    ['what may fail, as somebody says', 'async function run() { // best effort\n await sendMark().catch(() => {}); }'],
    [
      'what is only put on a screen',
      'async function draw() { await contents.insertCSS(a).catch(() => {}); await editor.insert(a).catch(() => {}); }',
    ],
    ['a callback that others hand in', 'async function run() { try { await options.onReceived(); } catch {} }'],
  ])('%s', async (_, code) => {
    expect(await toldIn(code)).toEqual([]);
  });

  it.each([
    [
      'a business that ends',
      'async function leave() { await closeAccount().catch(() => {}); await destroyUser().catch(() => {}); }',
      ['destroyUser'],
    ],
    [
      'a write, whatever ends',
      'async function stop() { await prisma.seat.update({ where: { id }, data: { free } }).catch(() => {}); }',
      ['a write to seat'],
    ],
    ['a function that starts', 'async function start() { try { await sendStart(); } catch {} }', ['sendStart']],
    ['what is taken over', 'async function run() { try { await importEvents(); } catch {} }', ['importEvents']],
  ])('but %s does', async (_, code, tried) => {
    expect(await toldIn(code)).toEqual(tried);
  });
});

describe('a function is told of once, with all that stands within it, by the innermost name', () => {
  const namesIn = async (code: string, path?: string) =>
    (await observedOf('swallowed-error', code, path)).map(({ subject }) => subject.name.replace(/.*#/, ''));
  const send = 'try { await sendLetter(); } catch {}';

  it.each([
    ['one inside', `function Page() { const post = async () => { ${send} }; return post; }`, 'Page > post'],
    ['itself and one inside', `async function Page() { ${send} const post = async () => { ${send} }; }`, 'Page'],
    ['two inside', `function Page() { const a = async () => { ${send} }; const b = async () => { ${send} }; }`, 'Page'],
    ['a callback inside', `function Page() { later(async () => { ${send} }); }`, 'Page'],
    [
      'a callback of one inside',
      `function Page() { const post = () => later(async () => { ${send} }); }`,
      'Page > post',
    ],
    ['only a callback', `later(async () => { ${send} });`, 'callback of later'],
  ])('%s', async (_, code, name) => {
    expect(await namesIn(code)).toEqual([name]);
    expect(await namesIn(code, 'src/Page.tsx')).toEqual([name]);
  });
});

describe('functions of one file that drop the same are one habit', () => {
  it('and are told of as their file', async () => {
    const move = (name: string) => `async ${name}() { try { await moveFile(); } catch {} }`;
    const found = await observedOf('swallowed-error', `class Files { ${move('rename')} ${move('renameAll')} }`);
    expect(found).toMatchObject([{ subject: { kind: 'file' }, evidence: { catches: 2, functions: 2 } }]);
  });
});

describe('who writes a failure down, or keeps it, is dropped by nobody unseen', () => {
  const caller = "import { sendAll } from './send'; export async function place() { sendAll().catch(() => {}); }";
  const countWith = async (rest: string) => {
    const files = { 'src/place.ts': caller, 'src/send.ts': `export async function sendAll() { ${rest} }` };
    return (await observedOf('swallowed-error', files)).length;
  };

  it.each([
    ['passed on', 'await fetch("/a");', 1],
    ['written down and passed on', 'try { await fetch("/a"); } catch (e) { console.error(e); throw e; }', 0],
    ['changed and passed on', 'try { await fetch("/a"); } catch (e) { throw new Error("no"); }', 1],
    ['handed on', 'return fetch("/a");', 1],
    ['kept', 'try { await fetch("/a"); } catch (e) { report(e); }', 0],
  ])('%s', async (_, rest, count) => {
    expect(await countWith(rest)).toBe(count);
  });
});

describe('what nobody waits for may fail, unless somebody misses it', () => {
  it.each([
    ['updateTotals().catch(() => {});', 0],
    ['await updateTotals().catch(() => {});', 1],
    ['payOrder().catch(() => {});', 1],
    ['uploadClaim().catch(() => {});', 1],
    ['prisma.order.update({ where, data }).catch(() => {});', 1],
  ])('%s', async (code, count) => {
    expect(await countSwallowed(`async function publish() { ${code} }`)).toBe(count);
  });
});

describe('on a page, what somebody made must not be lost, and what does not change they see', () => {
  const fromElsewhere = "import { api, saveDrawing, updateNote } from './api';";
  it.each([
    ['saveDrawing', 1],
    ['api.uploadClaim', 1],
    ['updateNote', 0],
    ['api.deleteNote', 0],
  ])('%s', async (call, count) => {
    const code = `${fromElsewhere} async function click() { try { await ${call}(); } catch {} }`;
    expect(await observedOf('swallowed-error', `import { useState } from 'react'; ${code}`)).toHaveLength(count);
    expect(await observedOf('swallowed-error', code)).toHaveLength(1);
  });

  it.each([
    ['a hook gives it', 'const { submit } = useOrder();'],
    ['it is made of what the page is given', 'const submit = async () => { await onSubmit(order); };'],
  ])('which whoever shows it knows where %s', async (_, made) => {
    const code = `import { useOrder } from './order'; export function Page({ onSubmit }) { ${made} return go(async () => { await submit().catch(() => {}); }); }`;
    expect(await observedOf('swallowed-error', `import { useState } from 'react'; ${code}`)).toEqual([]);
    expect(await observedOf('swallowed-error', code)).toHaveLength(1);
  });

  it('and what only tells that somebody was there', async () => {
    const to = (last: string) =>
      `import { useState } from 'react'; async function go() { await fetch(\`/orders/\${id}/${last}\`, { method: 'POST' }).catch(() => {}); }`;
    expect(await observedOf('swallowed-error', to('visit'))).toEqual([]);
    expect(await observedOf('swallowed-error', to('lines'))).toHaveLength(1);
  });

  it('and a picture they see', async () => {
    const code = `async function click() { try { await api.uploadIcon(); } catch {} }`;
    expect(await observedOf('swallowed-error', `import { useState } from 'react'; ${code}`)).toEqual([]);
  });
});

describe('what is put back and refused is missing, and nobody knows which', () => {
  const write = (name: string) => `async function ${name}(c) { try { await c.bulkWrite(all); } catch {} }`;

  it.each([
    ['restoreLines', 2],
    ['importLines', 2],
    ['writeLines', 1],
  ])('%s', async (name, stakes) => {
    const [found] = await observedOf('swallowed-error', write(name).replace('bulkWrite', 'updateMany'));
    expect(found?.evidence).toMatchObject({ stakes, tried: 'c.updateMany' });
  });
});
