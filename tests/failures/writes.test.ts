import { describe, expect, it } from 'vitest';
import { observedOf } from './observed.ts';

const splits = (code: string, path?: string) => observedOf('split-write', code, path);
const targetsOf = async (code: string) => (await splits(code)).map(({ evidence }) => evidence.targets);

/** A write to a table of this name. */
const to = (table: string) => `await query('INSERT INTO ${table} (a) VALUES (1)');`;

describe('of the ways through a function the heaviest counts', () => {
  it.each([
    ['one after the other', `${to('orders')} ${to('lines')}`, 'orders, lines'],
    ['one in a condition', `${to('orders')} if (gift) { ${to('gifts')} }`, 'orders, gifts'],
    ['one in a loop', `${to('orders')} for (const one of all) { ${to('lines')} }`, 'orders, lines'],
    [
      'one for each of many',
      `${to('orders')} await Promise.all(all.map(async one => { ${to('lines')} }));`,
      'orders, lines',
    ],
    ['one at the end', `try { ${to('orders')} } finally { ${to('lines')} }`, 'orders, lines'],
    ['both in a try', `try { ${to('orders')} ${to('lines')} } catch { return 500; }`, 'orders, lines'],
    ['both under one condition', `if (a) { ${to('orders')} ${to('lines')} }`, 'orders, lines'],
    ['the heavier branch', `if (a) { ${to('orders')} } else { ${to('lines')} ${to('gifts')} }`, 'lines, gifts'],
    [
      'after a callback',
      `connection.query('INSERT INTO orders (a) VALUES (1)', async (error, rows) => { ${to('lines')} });`,
      'lines, orders',
    ],
    [
      'after then',
      `return query('INSERT INTO orders (a) VALUES (1)').then(() => query('DELETE FROM carts WHERE a'));`,
      'orders, carts',
    ],
  ])('%s', async (_, code, targets) => {
    expect(await targetsOf(`async function place() { ${code} }`)).toEqual([targets]);
  });

  it.each([
    ['one or the other', `if (a) { ${to('orders')} } else { ${to('lines')} }`],
    [
      'one or the other as a value',
      `await (a ? query('DELETE FROM orders WHERE a') : query('DELETE FROM lines WHERE a'));`,
    ],
    ['one before it leaves', `if (a) { ${to('orders')} return; } ${to('lines')}`],
    ['one before the next round', `for (const one of all) { if (one) { ${to('orders')} continue; } ${to('lines')} }`],
    ['each under a condition of its own', `if (a) { ${to('orders')} } if (b) { ${to('lines')} }`],
    ['one of several cases', `switch (a) { case 1: ${to('orders')} break; case 2: ${to('lines')} }`],
    ['one to undo the other', `try { ${to('orders')} } catch { ${to('failures')} throw error; }`],
    ['one that may fail', `${to('orders')} try { ${to('lines')} } catch { missing.push('lines'); }`],
    ['one that runs later', `${to('orders')} setTimeout(async () => { ${to('lines')} });`],
    [
      'all of which may fail',
      `await Promise.allSettled([query('DELETE FROM orders WHERE a'), query('DELETE FROM lines WHERE a')]);`,
    ],
    ['two states of one thing', `await query('UPDATE orders SET a = 1'); await query('UPDATE orders SET a = 2');`],
    ['a counter', `${to('orders')} await query('UPDATE shops SET orders = orders + 1 WHERE a');`],
    ['a moment', `${to('orders')} await query('UPDATE shops SET last_order_at = now() WHERE a');`],
    ['a mark for later work', `${to('orders')} await query('UPDATE shops SET indexed = NULL, dirty = true WHERE a');`],
    ['a session', `${to('orders')} ${to('sessions')}`],
    ['prose', `${to('orders')} translate('Update members set in stone'); execute('Delete from list');`],
    ['a question', `${to('orders')} await query('SELECT 1');`],
  ])('%s is no split', async (_, code) => {
    expect(await targetsOf(`async function place() { ${code} }`)).toEqual([]);
  });

  it.each([
    ['indexVersion: null', 0],
    ['needsIndex: true', 0],
    ['synced: false', 0],
    ['dirty: true, lastSeenAt: new Date()', 0],
    ['indexVersion: null, name', 1],
    ['processed: true', 1],
    ['dirty: false', 1],
    ['approved: false', 1],
    ['paidAt: new Date()', 1],
    ['deletedAt: new Date()', 1],
    ['viewedAt: new Date()', 0],
    ['defaultFolder: null', 0],
    ['defaultPaymentMethod: null', 1],
    ['lastVisitDate: day', 0],
    ['dueDate: day', 1],
    ['tagOrder: { push: id }', 0],
    ['tagNames: { push: id }', 1],
  ])('a second write of { %s } makes %i', async (data, count) => {
    const code = `await prisma.tag.delete({ where: { id } }); await prisma.link.updateMany({ where: {}, data: { ${data} } });`;
    expect(await targetsOf(`async function forget() { ${code} }`)).toHaveLength(count);
  });

  it.each([
    ['indexed = NULL, dirty = TRUE', 0],
    ['processed = TRUE', 1],
    ['paid_at = now()', 1],
    ['viewed_at = now()', 0],
    ['refunded = refunded + 1', 1],
  ])('nor a second one that sets %s, which makes %i', async (columns, count) => {
    const code = `await query('DELETE FROM tags WHERE id'); await query('UPDATE links SET ${columns} WHERE a');`;
    expect(await targetsOf(`async function forget() { ${code} }`)).toHaveLength(count);
  });

  it('what is written out and set on a row made just before could have been there from the beginning', async () => {
    const make = 'const order = await prisma.order.create({ data });';
    const complete = (data: string) =>
      targetsOf(
        `async function place() { ${make} await prisma.orderLine.update({ where: { id: order.lines[0].id }, data: ${data} }); }`,
      );
    expect(await complete('{ count: 1 }')).toEqual([]);
    expect(await complete('{ count: answer.count }')).toEqual(['order, orderLine']);
  });

  it('of functions that are alike, side by side or in neighbouring folders, one is told', async () => {
    const code = `export async function place() { ${to('orders')} ${to('lines')} }`;
    const found = await observedOf('split-write', {
      'src/shops/books/build.ts': code,
      'src/shops/games/build.ts': code,
      'src/shops/games/again.ts': code,
      'src/mail/build.ts': code,
    });
    expect(found.map(({ subject, evidence, places }) => [subject.name, evidence.alike, places.length])).toEqual([
      ['src/mail/build.ts#place', '', 1],
      ['src/shops/books/build.ts#place', ', and so do 2 like it', 3],
    ]);
  });

  it('what is owed to somebody is no counter', async () => {
    const code = `await query('UPDATE accounts SET balance = balance - 1'); await query('UPDATE shops SET credit = credit + 1');`;
    expect(await targetsOf(`async function pay() { ${code} }`)).toEqual(['accounts, shops']);
  });

  it('of one table alone nothing can come apart but a debit and its credit', async () => {
    expect(
      await targetsOf(`async function replace() { await query('DELETE FROM lines WHERE a'); ${to('lines')} }`),
    ).toEqual([]);
    expect(await targetsOf(`async function book() { ${to('entries')} ${to('entries')} }`)).toEqual([]);
    expect(await targetsOf(`async function book() { ${to('ledger')} ${to('ledger')} }`)).toEqual(['ledger']);
  });

  it('what is deleted last, and is not, is only left over, unless it is money', async () => {
    const remove = (table: string) => `await query('DELETE FROM ${table} WHERE a');`;
    const change = to('rooms');
    expect(await targetsOf(`async function move() { ${change} ${remove('seats')} }`)).toEqual([]);
    expect(await targetsOf(`async function move() { ${remove('seats')} ${remove('rooms')} }`)).toEqual([]);
    expect(await targetsOf(`async function move() { ${remove('seats')} ${change} }`)).toEqual(['seats, rooms']);
    expect(await targetsOf(`async function move() { ${change} ${remove('payouts')} }`)).toEqual(['rooms, payouts']);
  });

  it('what takes another way the second time, and makes the rest there, mends itself', async () => {
    const accept = (first: string) =>
      `async function accept(id) { const member = await find(id); if (member) { ${first} return member; }
        ${to('members')} await query('UPDATE invitations SET state = 1 WHERE id'); }`;
    expect(await targetsOf(accept("await query('UPDATE invitations SET state = 1 WHERE id');"))).toEqual([]);
    expect(await targetsOf(accept(''))).toEqual(['members, invitations']);
    expect(await targetsOf(accept(to('members')))).toEqual(['members, invitations']);
  });

  it('what is made anew after all of it was deleted is made so again', async () => {
    const write = (first: string) =>
      targetsOf(`async function set(id) { ${first} await prisma.line.createMany({ data });
        await prisma.note.update({ where: { id }, data: { text } }); }`);
    expect(await write('await prisma.line.deleteMany({ where: { id } });')).toEqual([]);
    expect(await write('')).toEqual(['line, note']);
  });

  it.each([
    ['cleanRooms', 0],
    ['initializeServer', 0],
    ['initializePayment', 1],
    ['moveRooms', 1],
  ])('%s makes %i: what tidies up or starts does it again', async (name, count) => {
    expect(await splits(`async function ${name}() { ${to('rooms')} ${to('seats')} }`)).toHaveLength(count);
  });

  it('several functions of one file are told of as their file, but for those with much at stake', async () => {
    const found = await splits(`async function open() { ${to('rooms')} ${to('seats')} }
      async function book() { ${to('seats')} ${to('lodgers')} }
      async function close() { ${to('payouts')} ${to('rooms')} }`);
    const rows = found.map(({ subject, evidence }) => [
      subject.name,
      evidence.among,
      evidence.targets,
      evidence.stakes,
    ]);
    expect(rows.sort()).toEqual([
      ['src/shop.ts#close', '', 'payouts, rooms', 2],
      ['src/shop.ts', ' in 2 functions', 'rooms, seats, lodgers', 1],
    ]);
    expect(found.flatMap(({ places }) => places.map(({ line }) => line)).sort()).toEqual([1, 2, 3]);
  });

  it.each([
    ['const seat = await Seat.findOne({}); await seat.update({ taken });', ['Room, Seat']],
    ['const [seat] = await Seat.findOrCreate({}); await seat.update({ taken });', ['Room, Seat']],
    ['const one = new Seat(); await one.save();', ['Room, Seat']],
    ['const one = await db.seatModel.findByPk(id); await one.save();', ['Room, seat']],
    ['const one = await Room.findOne({}); await one.update({ taken });', []],
    ['for (const one of seats) await one.update({ taken });', []],
  ])(
    'a variable is called by the model it was asked of, and by nothing where none is known: %s',
    async (code, targets) => {
      const files = {
        'src/models.js':
          "const { Sequelize } = require('sequelize'); exports.Room = sequelize.define('room', {}); exports.Seat = sequelize.define('seat', {});",
        'src/book.js': `const { Room, Seat } = require('./models'); exports.book = async id => { await Room.create({ id }); ${code} };`,
      };
      expect((await observedOf('split-write', files)).map(({ evidence }) => evidence.targets)).toEqual(targets);
    },
  );

  it('a model and what was made of it are one', async () => {
    const files = {
      'src/models.js':
        "const { Sequelize } = require('sequelize'); exports.WebhookDelivery = sequelize.define('d', {});",
      'src/deliver.js': `const { WebhookDelivery } = require('./models');
        exports.deliver = async () => { const delivery = await WebhookDelivery.create({}); await delivery.update({ done: true }); };`,
    };
    expect(await observedOf('split-write', files)).toEqual([]);
  });
});

describe('nothing that merely looks like a write is one', () => {
  it('a variable is called by the model that its type holds', async () => {
    const code = `import { Seat } from 'mongoose';
      async function book(room: HydratedDocument<Room>) { await Seat.create({}); await room.save(); }`;
    expect(await targetsOf(code)).toEqual(['Seat, Room']);
  });

  it.each([
    ['a digest', "createHash('sha256').update(a).digest(); createHash('md5').update(b).digest();"],
    ['a map', 'cart.delete(a); prices.set(b); sets.add(c);'],
    ['a picture', 'await canvas.save(); await image.save("a.png");'],
    ['a factory', 'await Gateway.create({}); await Session.create({});'],
    ['a service of its own', 'await orders.create({}); await lines.update({});'],
  ])('%s', async (_, code) => {
    expect(
      await targetsOf(`import { Gateway, Session } from './services'; async function place() { ${code} }`),
    ).toEqual([]);
  });
});

describe('what is only set is set again by whoever asks again', () => {
  const update = (table: string, data: string) => `await prisma.${table}.updateMany({ where: { id }, data: ${data} });`;
  const first = update('member', '{ role }');

  it.each([
    ['values', update('team', '{ role: "none", owner: input.owner }'), 0],
    ['all that was handed in', update('team', 'input'), 0],
    ['in SQL', "await query('UPDATE teams SET role = $1 WHERE id = $2', [role, id]);", 0],
    ['a counter of what is owed', update('team', '{ balance: { decrement: 5 } }'), 1],
    ['a sum', update('team', '{ seats: team.seats + 1 }'), 1],
    ['a sum in SQL', "await query('UPDATE teams SET stock = stock - 1 WHERE id = $2', [id]);", 1],
    ['one more in a list', update('team', '{ names: { push: name } }'), 1],
    ['one that is made with it', update('team', '{ seats: { create: { name } } }'), 1],
    ['a new row', 'await prisma.team.create({ data: { role } });', 1],
    ['a row less', 'await prisma.team.delete({ where: { id } });', 1],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code that is looked at
    ['a name made of another', update('team', '{ name: `${team.name} and more` }'), 1],
    ['rows in place of others', update('team', '{ seats: { deleteMany: {}, create: seats } }'), 0],
    ['a row unless some are there', 'if (a && !team.seats.some(isFree)) { await prisma.seat.create({ data }); }', 0],
    ['a row where one is there', 'if (!existingSeat) { seat = null; } else { await prisma.seat.create({ data }); }', 1],
    ['a row unless one is known', '!existingSeat && (await prisma.seat.create({ data }));', 0],
    ['all rows less', `await prisma.seat.deleteMany({ where: { id } }); ${update('team', '{ seats: null }')}`, 0],
    [
      'a row that is made where none is',
      'await prisma.team.upsert({ where: { id }, update: {}, create: { id, role } });',
      0,
    ],
    [
      'a row that is counted up',
      'await prisma.team.upsert({ where, update: { balance: { increment: 1 } }, create: { id } });',
      1,
    ],
    ['rows that may be there', 'await prisma.seat.createMany({ data, skipDuplicates: true });', 0],
    ['rows that may not be there', 'await prisma.seat.createMany({ data });', 1],
    ['a row less, and more', `await prisma.seat.delete({ where: { id } }); ${update('team', '{ seats: null }')}`, 1],
    [
      'a row where there was none',
      'let seat = await find(id); if (!seat) { seat = await prisma.seat.create({ data }); }',
      0,
    ],
    ['a row where there was none by the operator', 'seat ??= await prisma.seat.create({ data });', 0],
    ['a row where there was something else', 'let seat; if (!paid) { seat = await prisma.seat.create({ data }); }', 1],
  ])('%s', async (_, second, count) => {
    expect(await splits(`async function change() { ${second} ${first} }`)).toHaveLength(count);
  });

  it('and what is only set comes first, so that the rest is done after it the second time', async () => {
    expect(await splits(`async function change() { ${first} await prisma.team.create({ data: { role } }); }`)).toEqual(
      [],
    );
  });

  it('all that fits is deleted again', async () => {
    const remove = (seats: string) =>
      observedOf('split-write', {
        'src/models.js':
          "const { Sequelize } = require('sequelize'); exports.Seat = sequelize.define('seat', {}); exports.Team = sequelize.define('team', {});",
        'src/remove.js': `const { Seat, Team } = require('./models');
          exports.remove = async id => { await Seat.destroy({ where: ${seats} }); await Team.update({ name }, { where: { id } }); };`,
      });
    expect(await remove('{ team: id }')).toEqual([]);
    expect(await remove('{ id }')).toHaveLength(1);
  });

  it('money is told of, and worth less than if it could not be mended so', async () => {
    const stakesOf = async (second: string) =>
      (await splits(`async function change() { ${first} ${second} }`)).map(({ evidence }) => evidence.stakes);
    expect(await stakesOf(update('payout', '{ state }'))).toEqual([1]);
    expect(await stakesOf(update('payout', '{ amount: payout.amount - fee }'))).toEqual([1]);
    expect(await stakesOf(`${update('payout', '{ amount: payout.amount - fee }')} ${first}`)).toEqual([2]);
    const inCluster = await observedOf(
      'split-write',
      `import { Account, Payout } from 'mongoose';
       async function change() { await Account.updateOne({ id }, { role }); await Payout.updateOne({ id }, { state }); }`,
    );
    expect(inCluster.map(({ evidence }) => evidence.stakes)).toEqual([0]);
    const removal = 'await prisma.fee.deleteMany({ where: { id } }); await prisma.payout.delete({ where: { id } });';
    expect(await splits(`async function forget() { ${removal} }`)).toEqual([]);
  });

  it('what only those do who run the product they do again, unless it is money', async () => {
    const countIn = async (path: string, table = 'seats') =>
      (await splits(`async function change() { ${to('teams')} ${to(table)} }`, path)).length;
    expect(await countIn('src/routes/change.ts')).toBe(1);
    expect(await countIn('src/routes/admin.change.ts')).toBe(0);
    expect(await countIn('src/routes/admin.change.ts', 'payouts')).toBe(1);
  });
});

describe('money in a job is told of, other jobs finish what was left', () => {
  it.each([
    ['src/jobs/close.ts', 'payouts', 1],
    ['src/jobs/close.ts', 'members', 0],
    ['src/close.ts', 'members', 1],
    ['scripts/close.ts', 'payouts', 0],
    ['src/migrations/0001-close.ts', 'payouts', 0],
  ])('%s with %s', async (path, table, count) => {
    expect(await splits(`async function close() { ${to(table)} ${to('teams')} }`, path)).toHaveLength(count);
  });
});
