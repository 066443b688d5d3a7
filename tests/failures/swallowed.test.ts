import { describe, expect, it } from 'vitest';
import { observed, observedOf } from './observed.ts';

/** How many swallowed errors the findings add up to. */
async function countSwallowed(code: string): Promise<number> {
  const counted = (await observed(code)).filter(({ rule }) => rule === 'swallowed-error' || rule === 'ignored-error');
  return counted.reduce((sum, { evidence }) => sum + Number(evidence.catches), 0);
}

describe('the findings add up to every swallowed error', () => {
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
    ['one within another', 'try { try { await pay(); } catch {} } catch {}', 2],
    ['one in a catch', 'try { await pay(); } catch (error) { try { undo(); } catch {} throw error; }', 1],
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
    ['a mail', 'try { await transporter.sendMail({}); } catch {}', 1],
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
    expect(await stakesOf(within('ignore the error'))).toBe(1);
    expect(await stakesOf(within('eslint-disable-next-line no-empty'))).toBe(1);
  });
});
