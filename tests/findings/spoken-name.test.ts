import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/findings/identity.ts';

const say = (name: string) => nameOf({ kind: 'function', name });

describe('a function is called', () => {
  it.each([
    ['src/pay/charge.ts#chargeCard', 'chargeCard'],
    ['src/pay/charge.ts#Payments.refund', 'Payments.refund'],
    ['src/pay/charge.ts#Checkout > handlePay', 'Checkout > handlePay'],
    ['src/pay/charge.ts#Payments.run', 'Payments.run'],
  ])('by its name where that tells it from others: %s', (name, spoken) => expect(say(name)).toBe(spoken));

  it.each([
    ['server/api/helpers/cards/create-one.js#module.exports.fn', 'fn in cards/create-one'],
    ['jobs/send-mail.handler.ts#run', 'run in jobs/send-mail.handler'],
    ['app/api/users/[id]/route.ts#GET', 'GET in users/[id]'],
    ['packages/orders/src/index.ts#handler', 'handler in packages/orders'],
    ['server/orders.js#module.exports', 'the function that server/orders.js exports'],
    ['server/orders.js#default', 'the function that server/orders.js exports'],
    ['src/models/Card.js#default.reducer', 'reducer in models/Card'],
    ['main.ts#main', 'main in main'],
  ])('with its file where every second file has one of that name: %s', (name, spoken) =>
    expect(say(name)).toBe(spoken),
  );

  it.each([
    ['src/topics/create.js#module.exports > Topics.post', 'Topics.post'],
    ['controllers/api.js#exports.getOrder', 'getOrder'],
    ["public/admin.js#callback of define('admin') > dragDidEnd", 'dragDidEnd'],
    ['lib/chai.ts#addMethods > callback of define > validate~2', 'addMethods > validate'],
  ])('without what only wraps it: %s', (name, spoken) => expect(say(name)).toBe(spoken));

  it.each([
    ['users/delete.ts#deleteUser > callback of prisma.$transaction', 'deleteUser'],
    ['shop.ts#Shop.open > callback of a > callback of b > callback of c~2', 'callback of c in Shop.open'],
    ['notify/create-many.js#module.exports.fn > callback of users.map', 'callback of users.map in notify/create-many'],
    ['shop.ts#open > immediate function', 'immediate function in open'],
    ['api/cron/payouts/route.ts#callback of withCron', 'handler in cron/payouts'],
    ["pay.ts#Till.close > callback of this.locks.lock('till')", 'Till.close'],
    ['pay.ts#Till.open > callback of this.tracer.startActiveSpan~2', 'Till.open'],
    ['pay.ts#Till.open > callback of this.blockList.forEach', 'callback of this.blockList.forEach in Till.open'],
    ['routes/refunds.ts#callback of shopAction', 'action in routes/refunds'],
    ['worker/till.ts#callback of Channel.handlers.ORDER_PAID', 'ORDER_PAID handler in worker/till'],
    [
      'app/routes/resources.shops.$shopParam.orders.$orderParam.refunds.$refundParam.send.ts#action',
      'action in routes/…/refunds.send',
    ],
    ["api/orders.ts#callback of router.post('orders.search')", "callback of router.post('orders.search')"],
    ["api/orders.ts#callback of app.post('/orders/:id')", 'POST /orders/:id'],
    ["api/orders.ts#callback of socket.on('/orders')", "callback of socket.on('/orders')"],
    ['lib/post-request.js#function', 'function in lib/post-request'],
  ])('after the nearest that has a name, where it has none: %s', (name, spoken) => expect(say(name)).toBe(spoken));
});

it('says of other subjects what they are called', () => {
  expect(nameOf({ kind: 'package', name: 'package.json#koa' })).toBe('koa');
  expect(nameOf({ kind: 'module', name: '.' })).toBe('the root module');
});
