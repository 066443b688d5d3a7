import { describe, expect, it } from 'vitest';
import { observed, observedOf } from './observed.ts';

const WRITE = 'prisma.member.update({ where: {}, data: { name } })';
const LOG = 'catch(error => console.error(error))';

/** Four other functions that lose something: with one more it is a habit of the package. */
const FOUR = Array.from({ length: 4 }, (_, n) => {
  return `export async function change${n}(id) { try { await prisma.leaf.update({ where: { id }, data: { name } }); } catch (e) { console.error(e); } return id; }`;
}).join('\n');

/** What is told of a tree, or of one file of it, beside four that lose something: of each weighty one, and of the habit only when it has a fifth. */
async function lost(files: Readonly<Record<string, string>> | string, path = 'src/shop.ts') {
  const tree = typeof files === 'string' ? { [path]: files } : files;
  const found = await observed({ ...tree, 'src/leaves.ts': FOUR });
  return found.filter(({ rule }) => rule === 'lost-error' || rule === 'logged-failures');
}

const lostIn = async (code: string, path?: string) =>
  (await lost(`async function save(id) { ${code} }`, path)).map(({ evidence }) =>
    String(evidence.tried).replace(/(?:, )?a write to leaf(?:, )?/, ''),
  );

describe('an error that is only logged is lost to whoever waited', () => {
  it.each([
    ['a write', `try { await ${WRITE}; } catch (e) { console.error(e); } return id;`, 'a write to member'],
    ['a write at the end', `await ${WRITE}.${LOG};`, 'a write to member'],
    ['a write before an answer', `await ${WRITE}.${LOG}; return id;`, 'a write to member'],
    [
      'a transaction',
      `await prisma.$transaction(async tx => { await tx.member.delete({ where: {} }); }).${LOG}; return id;`,
      'a transaction of the database',
    ],
    [
      'a transaction in a try',
      'try { await db.transaction([a, b]); } catch (e) { console.error(e); } return id;',
      'a transaction of the database',
    ],
    [
      'an answer over the network, which then nobody gives',
      `try { await ${WRITE}; return res.json({ id }); } catch (e) { console.error(e); }`,
      'a write to member',
    ],
    [
      'what became of it, told by the moment',
      `try { await prisma.member.update({ where: {}, data: { deletedAt: now } }); } catch (e) { console.error(e); } return id;`,
      'a write to member',
    ],
  ])('%s', async (_, code, tried) => {
    expect(await lostIn(code)).toEqual([tried]);
  });

  it.each([
    ['what nobody waits for', `${WRITE}.${LOG}; return id;`],
    ['what is decided by its answer', `const done = await ${WRITE}.${LOG}; return done;`],
    ['what ends with an answer', `try { await ${WRITE}; return id; } catch (e) { console.error(e); } return null;`],
    [
      'a moment',
      `try { await prisma.member.update({ where: {}, data: { lastSeenAt: now } }); } catch (e) { console.error(e); } return id;`,
    ],
    [
      'what a service for errors calls so',
      `try { await Sentry.startTransaction(() => work()); } catch (e) { console.error(e); } return id;`,
    ],
    [
      'a part of a transaction',
      'try { await tx.member.delete({ where: {} }); } catch (e) { console.error(e); } return id;',
    ],
    [
      'what has its reason beside it',
      `try { await ${WRITE}; } catch (e) { // the nightly run does it again\n console.error(e); } return id;`,
    ],
  ])('and not %s', async (_, code) => {
    expect(await lostIn(code)).toEqual([]);
  });

  it('the removal of files is tidying up, unless it is all that is known of somebody', async () => {
    const removal = 'try { await s3.send(new DeleteObjectCommand({})); } catch (e) { console.error(e); } return id;';
    expect(await lostIn(removal, 'src/pictures/change.ts')).toEqual([]);
    expect(await lostIn(removal, 'src/users/delete-user.ts')).toEqual(['DeleteObjectCommand']);
    expect(await lostIn(removal.replace('DeleteObject', 'DeleteItem'), 'src/payouts/change.ts')).toEqual([
      'DeleteItemCommand',
    ]);
  });
});

describe('what answers a failure loses nothing by its own', () => {
  const lose = `try { await ${WRITE}; } catch (e) { console.error(e); }`;
  const inside = (name: string, call: string, offered = '') =>
    `async function save(id) { ${call} } ${offered} async function ${name}(id) { ${lose} return id; }`;
  const count = async (code: string) => (await lost(code)).length;

  it.each([
    ['rollbackPlan', 0],
    ['undoMove', 0],
    ['removeOrphanSeats', 0],
    ['cleanUpSeats', 0],
    ['compensateSeller', 0],
    ['changePlan', 1],
  ])('%s', async (name, found) => {
    expect(await count(inside(name, `await ${name}(id);`))).toBe(found);
  });

  it.each([
    ['in a catch', 'try { await book(id); } catch (e) { await putAside(id); throw e; }', 0],
    ['for each of many in a catch', 'try { await book(id); } catch (e) { for (const a of b) await putAside(a); }', 0],
    ['in the handler of a promise', 'await book(id).catch(async e => { await putAside(id); throw e; });', 0],
    ['also elsewhere', 'try { await book(id); } catch (e) { await putAside(id); throw e; } await putAside(id);', 1],
    ['later', 'try { await book(id); } catch (e) { setTimeout(() => putAside(id)); throw e; }', 1],
  ])('nor does what is called only where something failed: %s', async (_, call, found) => {
    expect(await count(inside('putAside', call))).toBe(found);
    expect(await count(inside('putAside', call, 'export'))).toBe(1);
  });

  it('nor is anything owed to a service for marketing, unless somebody is to be forgotten there', async () => {
    const tell = (name: string, method: string) =>
      `export async function ${name}({ email }) {
        try { await fetch(\`https://api.brevo.com/v3/contacts/\${email}\`, { method: '${method}' }); } catch (e) { console.error(e); }
      }`;
    expect(await count(tell('createContact', 'POST'))).toBe(0);
    expect(await count(tell('createCustomerPayment', 'POST'))).toBe(0);
    expect(await count(tell('createCustomerPayment', 'POST').replace('brevo', 'ledger'))).toBe(1);
    expect(await lost(tell('deleteCustomerByEmail', 'DELETE'))).toMatchObject([
      { evidence: { tried: 'the call to api.brevo.com' } },
    ]);
  });
});

describe('where nobody hears how it ends, a log is the answer', () => {
  const save = `export async function save(id) { try { await ${WRITE}; } catch (e) { console.error(e); } return id; }`;

  it.each([
    ['waitUntil(save(id));', 0],
    ['await Promise.allSettled([count(), save(id)]);', 0],
    ['await Promise.allSettled(ids.map(id => save(id)));', 0],
    ['void save(id);', 0],
    ['await save(id);', 1],
    ['await Promise.all([count(), save(id)]);', 1],
    ['waitUntil(save(id)); await save(id);', 1],
    ['waitUntil(async () => { await save(id); });', 1],
  ])('%s: %i', async (call, count) => {
    const files = {
      'src/save.ts': save,
      'src/routes/change.ts': `import { save } from '../save'; export async function change(id, ids) { ${call} }`,
    };
    expect(await lost(files)).toHaveLength(count);
  });

  it('unless it is money', async () => {
    const files = {
      'src/payouts/save.ts': save,
      'src/routes/change.ts':
        "import { save } from '../payouts/save'; export const change = id => waitUntil(save(id));",
    };
    expect(await lost(files)).toHaveLength(1);
  });

  it('and so it is for whoever listens just then', async () => {
    const publish = (name: string) =>
      `export class ${name} { async publish(id) { try { await this.queue.publish(id); } catch (e) { console.error(e); } return id; } }`;
    expect(await lost(publish('SeatPubSub'))).toEqual([]);
    expect(await lost(publish('SeatBroker'))).toHaveLength(1);
  });
});

describe('what handlers of messages call that would only log it too', () => {
  const code =
    'try { await prisma.build.update({ where: { id }, data: { version } }); } catch (e) { console.error(e); }';
  const service = `export class Builds { async updateVersion(id, version) { ${code} } }`;
  const caller = (name: string, failed: string) =>
    `import { Builds } from './builds'; export class Topics { constructor(private readonly builds: Builds) {}
    async ${name}(message) { try { await this.builds.updateVersion(message.id); } catch (error) { ${failed} } } }`;
  const count = async (files: Readonly<Record<string, string>>) => (await lost(files)).length;

  it.each([
    ['onVersion', 'console.error(error);', 0],
    ['onVersion', 'throw new Error("no version");', 1],
    ['changeVersion', 'console.error(error);', 1],
  ])('%s that does %s', async (name, failed, told) => {
    expect(await count({ 'src/builds.ts': service, 'src/topics.ts': caller(name, failed) })).toBe(told);
  });

  it('and not where somebody else loses it', async () => {
    const other = caller('changeVersion', 'console.error(error);');
    const files = { 'src/builds.ts': service, 'src/topics.ts': caller('onVersion', 'console.error(error);') };
    expect(await count({ ...files, 'src/pages.ts': other })).toBe(1);
  });

  it('and not money', async () => {
    const money = (text: string) => text.replaceAll('build', 'payment').replaceAll('Builds', 'Payments');
    const files = {
      'src/payments.ts': money(service),
      'src/topics.ts': money(caller('onVersion', 'console.error(error);')),
    };
    expect(await count(files)).toBe(1);
  });
});

describe('a request is called by what tells it from others', () => {
  it.each([
    ['fetch("https://api.bank.example/v1/pay?key=1", { method: "POST" })', 'the call to api.bank.example'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code that is looked at
    ['fetch(`${base}/v1/seats/${id}`, { method: "POST" })', "fetch('/v1/seats/…')"],
    ['fetch("/seats", { method: "POST" })', "fetch('/seats')"],
    ['fetch(seatUrl, { method: "POST" })', 'the request to seatUrl'],
    ['fetch(settings.seats.url, { method: "POST" })', 'the request to settings.seats.url'],
    ['axios.post("/seats", seat)', "axios.post('/seats')"],
    ['axios.post(urlOf(seat), seat)', 'axios.post'],
  ])('%s', async (call, tried) => {
    const code = `try { await ${call}; } catch (e) { console.error(e); } return id;`;
    expect(await lostIn(code, 'src/payouts/send.ts')).toEqual([tried]);
  });
});

describe('functions of one file that lose the same are one habit', () => {
  const lose = (name: string, table: string) =>
    `export async function ${name}(id) { try { await prisma.${table}.update({ where: { id }, data: { name } }); } catch (e) { console.error(e); } return id; }`;

  const MONEY = 'src/payouts/save.ts';

  it('and are told of as their file', async () => {
    const found = await observedOf('lost-error', [lose('rename', 'seat'), lose('call', 'seat')].join('\n'), MONEY);
    expect(found.map(({ subject }) => subject)).toEqual([{ kind: 'file', name: MONEY }]);
    expect(found[0]?.places.map(({ line }) => line)).toEqual([1, 2]);
    expect(found[0]?.evidence).toMatchObject({ catches: 2, functions: 2 });
  });

  it('but not those that lose something else', async () => {
    const found = await observedOf('lost-error', [lose('rename', 'seat'), lose('call', 'row')].join('\n'), MONEY);
    expect(found.map(({ subject }) => subject.name)).toEqual([`${MONEY}#rename`, `${MONEY}#call`]);
  });
});

describe('where no money moves, what is lost is a habit of a package, or nothing to speak of', () => {
  const lose = (name: string, start = '', end = '') =>
    `${start} export async function ${name}(id) { try { await ${WRITE}; } catch (e) { console.error(e); } return id; } ${end}`;
  const habits = async (files: Readonly<Record<string, string>>) =>
    (await observedOf('logged-failures', files)).map(({ subject, evidence }) => [subject.name, evidence.functions]);

  it('from five functions on', async () => {
    expect(await habits({ 'src/leaves.ts': FOUR })).toEqual([]);
    expect(await habits({ 'src/leaves.ts': FOUR, 'src/shop.ts': lose('rename') })).toEqual([['.', 5]]);
  });

  it('and each package has its own', async () => {
    const manifest = '{ "name": "one" }';
    const parts = { 'apps/shop/package.json': manifest, 'apps/mail/package.json': manifest };
    const shop = { 'apps/shop/leaves.ts': FOUR, 'apps/shop/seats.ts': lose('rename') };
    expect(await habits({ ...parts, ...shop, 'apps/mail/leaves.ts': FOUR })).toEqual([['apps/shop', 5]]);
  });

  it('and money is not one of them', async () => {
    const money = { 'src/payouts/save.ts': lose('rename') };
    expect(await habits({ 'src/leaves.ts': FOUR, ...money })).toEqual([]);
    expect(await observedOf('lost-error', money)).toHaveLength(1);
  });

  it.each([
    ['renameSeat', 1],
    ['markSeatTaken', 0],
    ['recordVisitor', 0],
    ['updateSeatStatus', 0],
    ['persistOutcome', 0],
    ['storeUtms', 0],
    ['cleanSeats', 0],
    ['deleteUser', 1],
  ])('%s: %i', async (name, count) => {
    expect(await lost(lose(name))).toHaveLength(count);
  });

  it('and nobody could be told where the answer has gone out', async () => {
    const within = (call: string) =>
      `export function save(id) { ${call}(async () => { try { await ${WRITE}; } catch (e) { console.error(e); } }); }`;
    expect(await lost(within('after'))).toEqual([]);
    expect(await lost(within('withLock'))).toHaveLength(1);
  });

  it('and what others were asked is not in the database either way', async () => {
    expect(await lostIn('try { await fetch("/a", { method: "POST" }); } catch (e) { console.error(e); }')).toEqual([]);
  });
});

describe('what mostly jobs call is tried again the next time', () => {
  const save = `export async function save(id) { try { await ${WRITE}; } catch (e) { console.error(e); } }`;
  const takenBy = async (...paths: readonly string[]) => {
    const takers = paths.map(path => [path, "import { save } from '../save'; export const run = id => save(id);"]);
    const files = { 'src/save.ts': save, ...Object.fromEntries(takers) };
    return (await lost(files)).length;
  };

  it.each([
    [0, ['src/workers/hourly.ts']],
    [0, ['src/workers/hourly.ts', 'src/routes/save.ts']],
    [1, ['src/workers/hourly.ts', 'src/routes/save.ts', 'src/routes/save-all.ts']],
    [1, ['src/routes/save.ts']],
    [1, ['src/scripts/once.ts']],
    [1, []],
  ])('%i with %s', async (count, paths) => {
    expect(await takenBy(...paths)).toBe(count);
  });

  it('money is not left to that', async () => {
    const files = {
      'src/payouts/save.ts': save,
      'src/workers/hourly.ts': "import { save } from '../payouts/save'; export const run = id => save(id);",
    };
    expect(await lost(files)).toHaveLength(1);
  });
});

describe('what an engineer starts by hand, they watch', () => {
  const rename = `export async function move(id) { try { await ${WRITE}; } catch {} }`;
  const countIn = async (files: Readonly<Record<string, string>>) =>
    (await observedOf('swallowed-error', files)).length;

  it.each([
    ['src/upgrades/move.ts', 0],
    ['src/routes/move.ts', 1],
  ])('%s: %i', async (path, count) => {
    const taker = { [path]: "import { move } from '../move'; export const run = id => move(id);" };
    expect(await countIn({ 'src/move.ts': rename, ...taker })).toBe(count);
    expect(await countIn({ [path]: rename })).toBe(count);
  });

  it('is told when others take it too', async () => {
    const take = "import { move } from '../move'; export const run = id => move(id);";
    expect(await countIn({ 'src/move.ts': rename, 'src/seeds/a.ts': take, 'src/routes/b.ts': take })).toBe(1);
    const inside = `${rename} export const again = id => move(id);`;
    expect(await countIn({ 'src/move.ts': inside, 'src/seeds/a.ts': take })).toBe(1);
  });
});
