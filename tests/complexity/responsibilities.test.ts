import { describe, expect, it } from 'vitest';
import { type IsBrand, openBrand } from '../../src/analyzers/complexity/responsibilities/brand.ts';
import { groupByTask } from '../../src/analyzers/complexity/responsibilities/group.ts';
import { type Meaning, openMeaning } from '../../src/analyzers/complexity/responsibilities/meaning.ts';
import { tellResponsibilities } from '../../src/analyzers/complexity/responsibilities/tell.ts';
import { readNames } from '../../src/analyzers/complexity/responsibilities/topics.ts';
import { unitsOfFile } from '../../src/analyzers/complexity/responsibilities/units.ts';
import { wordsOf } from '../../src/analyzers/complexity/responsibilities/words.ts';
import type { RepositoryFacts } from '../../src/shared/facts.ts';
import { files, fn, manifests } from '../architecture/facts.ts';
import { sighted } from './sighted.ts';

/** Only a file of so many lines is asked what it is made of. */
const ENOUGH = '\n'.repeat(1001);

const unitsIn = (text: string, path = 'src/shop.ts') => {
  const { file, functions, sight } = sighted(path, text + ENOUGH);
  return unitsOfFile(file, functions, sight.makeup ?? [], new Set());
};
const noBrand: IsBrand = () => false;
const meaningOf = (isBrand: IsBrand): Meaning => ({ isBrand, isConcept: root => root !== 'fact' });
const tasksIn = (text: string, path = 'src/shop.ts', isBrand = noBrand) =>
  groupByTask(path, readNames(unitsIn(text, path)), meaningOf(isBrand)).map(
    ({ name, functions }) => `${name} ${functions}`,
  );
/** Functions that differ in nothing but their names. */
const named = (...names: string[]) => names.map(name => `export function ${name}(x) { return x; }`).join('\n');

describe('the words of a name', () => {
  it.each([
    ['refundCard', 'refund card'],
    ['refund_card', 'refund card'],
    ['/refund/card', 'refund card'],
    ['HTTPServerOfURL', 'http server of url'],
    ['payPayPalFee', 'pay paypal fee'],
    ['parseOpenAPIV3Body', 'parse openapi body'],
    ['openApiToGQL', 'openapi to graphql'],
    ['sendLinkedInvoice', 'send linked invoice'],
    ['a1b2', ''],
  ])('%s', (name, words) => {
    expect(
      wordsOf(name)
        .map(({ root }) => root)
        .join(' '),
    ).toBe(words);
  });

  it.each([
    ['invoice', 'invoices'],
    ['category', 'categories'],
    ['movie', 'movies'],
    ['address', 'addresses'],
    ['batch', 'batches'],
    ['archive', 'archived'],
  ])('are alike for %s and %s', (one, other) => {
    expect(wordsOf(other)[0]?.root).toBe(wordsOf(one)[0]?.root);
  });
});

describe('what a file does', () => {
  it('is told by the things that its functions are about, not by what they do to them', () => {
    expect(tasksIn(named('createInvoice', 'sendInvoice', 'findRefunds', 'checkRefund'))).toEqual([
      'invoices 2',
      'refunds 2',
    ]);
  });

  it('is not what nearly everything in it is called after', () => {
    const text = named('payCard', 'payCardTwice', 'stopPayCard', 'payBank', 'payBankLate', 'payLate');
    expect(tasksIn(text, 'src/pay.ts')).toEqual(expect.arrayContaining(['bank 2', 'card 3']));
    expect(tasksIn(text, 'src/pay.ts').join()).not.toContain('late');
  });

  it('includes the thing that it is named after, where only some functions are about that', () => {
    const text = named('createPayment', 'findPayment', 'findRefund', 'sendRefund', 'holdPayout', 'listPayouts');
    expect(tasksIn(text, 'src/payment-service.ts')).toEqual(['payments 2', 'payouts 2', 'refunds 2']);
  });

  it('is told by what is done, where nothing is named that it is done to', () => {
    expect(tasksIn(named('archiveWithNotice', 'archiveWithChildren', 'publish', 'publishNow'))).toEqual([
      'archiving 2',
      'publishing 2',
    ]);
  });

  it('is told by the paths of routes and by the names that callbacks are given', () => {
    const route = (name: string) => `router.post('${name}', async (a, b) => {\n a();\n b();\n a();\n b();\n a();\n});`;
    const routes = ['users.add', 'users.list', 'exports.start', 'exports.stop'].map(route).join('\n');
    expect(tasksIn(routes)).toEqual(['exports 2', 'users 2']);

    const action = (name: string) =>
      `export const ${name} = createAction({ perform: (a, b) => {\n a();\n b();\n a();\n b();\n a();\n} });`;
    const actions = ['pinLetter', 'unpinLetter', 'starReport', 'findReports'].map(action).join('\n');
    expect(tasksIn(actions)).toEqual(['letter 2', 'reports 2']);
  });

  it('counts what is done to a thing among what that thing is about', () => {
    const moved = ['moveFolder', 'sortFolders', 'importFolder', 'upsertFolder', 'findFolder', 'folderCount'];
    const others = ['findOwner', 'addOwner', 'findTicket', 'addTicket', 'moveAll', 'moveNone'];
    expect(tasksIn(named(...moved, ...others), 'src/folders.ts')).toEqual([
      'folders 6',
      'moving 2',
      'owners 2',
      'tickets 2',
    ]);
    const methods = ['archive', 'publish', 'unpublish', 'findOwner', 'addOwner'].map(
      name => `${name}(x) { return x; }`,
    );
    expect(tasksIn(`export class Folder { ${methods.join('\n')} }`, 'src/folder.ts')).toEqual(['folder 3', 'owners 2']);
  });

  it('knows things that are spelled as if they were done', () => {
    expect(
      tasksIn(named('openBilling', 'closeBilling', 'findPricing', 'editPricing', 'addListing', 'endListing')),
    ).toEqual(['billing 2', 'listings 2', 'pricing 2']);
  });

  it('is not told by abbreviations of two letters', () => {
    expect(tasksIn(named('sendOrderTE', 'findOrderTE', 'addGuestTE', 'findGuestTE', 'toTE', 'fromTE'))).toEqual([
      'guest 2',
      'order 2',
    ]);
  });

  it('leaves out what only says that it cannot be done', () => {
    const stub = (name: string) => `export function ${name}(x) { throw new Error('${name} is not supported'); }`;
    const text = `${stub('openVault')}\n${stub('closeVault')}\n${named('addGuest', 'findGuest', 'addRoom', 'findRoom')}`;
    expect(tasksIn(text)).toEqual(['guests 2', 'rooms 2']);
    expect(tasksIn(text.replaceAll(/'\w+ is not supported'/g, 'x'))).toEqual(['guests 2', 'rooms 2', 'vaults 2']);
  });

  it('never cuts what a thing is called in half', () => {
    const guests = ['addGuest', 'findGuest', 'dropGuest'];
    expect(tasksIn(named(...guests, 'addFactTable', 'findFactTable', 'dropFactTable'))).toEqual([
      'fact table 3',
      'guests 3',
    ]);
    const both = named(...guests, 'addFactTable', 'findFactTable', 'addFactMetric', 'findFactMetric');
    expect(tasksIn(both).filter(task => task.startsWith('fact'))).toEqual([]);
  });

  it('takes two words for one thing where they always stand together', () => {
    expect(tasksIn(named('addCreditNote', 'findCreditNotes', 'addRefund', 'findRefund'))).toEqual([
      'credit notes 2',
      'refunds 2',
    ]);
  });

  it('counts a function among those that it is given the things of, or that it works with', () => {
    const text = `
      export function addInvoice(x) { return round(x); }
      export function findInvoices(x) { return round(x); }
      export function addRefund(x) { return x; }
      export function findRefunds(x) { return x; }
      function round(x) { return x; }
      export function explain(refundId) { return refundId; }
    `;
    expect(tasksIn(text)).toEqual(['invoices 3', 'refunds 3']);
  });

  it('holds one long function of its own for a task, and no short one', () => {
    const steps = Array.from({ length: 40 }, (_, n) => `  x.step(${n});`).join('\n');
    const text = ['reconcile', 'settle'].map(name => `export function ${name}(x) {\n${steps}\n}`).join('\n');
    expect(tasksIn(`${text}\nexport function greet(x) { return x; }`)).toEqual(['reconcile 1', 'settle 1']);
  });

  it('is the same whatever order its functions stand in, but for the order of equals', () => {
    const names = ['createInvoice', 'sendInvoice', 'findRefunds', 'checkRefund', 'holdPayout', 'listPayouts'];
    expect(tasksIn(named(...names.toReversed()))).toEqual(tasksIn(named(...names)));
  });
});

describe('responsibilities in words', () => {
  const told = (units: ReturnType<typeof unitsIn>) => tellResponsibilities('src/shop.ts', units, meaningOf(noBrand));
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => {
      const thing = `${'abcdefghijklmnopqrstuvwxyz'[n]}loth`;
      return [`create_${thing}`, `find_${thing}`, `drop_${thing}`];
    }).flat();

  it('name the largest tasks and count the others', () => {
    expect(told(unitsIn(named(...many(6))))).toEqual({
      tasks: 6,
      shared: 6,
      contents: 'aloths, bloths, cloths, dloths and 2 more tasks',
      responsibilities: 'aloths (3 functions), bloths (3), cloths (3), dloths (3), eloths (3), floths (3)',
    });
    expect(told(unitsIn(named(...many(5))))?.contents).toBe('aloths, bloths, cloths, dloths and eloths');
  });

  it('name two functions of something else only where it is all that they are called for', () => {
    expect(told(unitsIn(named(...many(5), 'holdFact', 'releaseFact')))?.tasks).toBe(6);
    expect(told(unitsIn(named(...many(5), 'holdOldFact', 'releaseFactSoon')))?.tasks).toBe(5);
  });

  it('name one function only where it is large, and never what the file is named after', () => {
    const steps = (count: number) => Array.from({ length: count }, (_, n) => `  x.step(${n});`).join('\n');
    const long = (name: string, count: number) => `export function ${name}(x) {\n${steps(count)}\n}`;
    const large = ['settleAccounts', 'closeYears', 'printLedger'].map(name => long(name, 250));
    const shop = ['openShop', 'closeShop'].map(name => long(name, 300));
    const text = [long('greet', 32), ...shop, ...large, named('addCloth', 'findCloth', 'dropCloths')].join('\n');
    expect(told(unitsIn(text))).toMatchObject({ contents: 'ledger, settle accounts, years and cloths', shared: 1 });
  });

  it('name first what the product deals with: what files are named after, or what is spoken of in the plural', () => {
    const names = named(
      ...many(6),
      'addGuest',
      'removeGuest',
      'findGuest',
      'sendGuest',
      'sortYour',
      'showYour',
      'hideYour',
    );
    const functions = ['checkLedgers', 'listGuests', 'aloths', 'bloths', 'dloths'].map(name =>
      fn('src/other.ts', name),
    );
    const { isConcept } = openMeaning({
      repository: { name: 'shop' } as RepositoryFacts,
      manifests: manifests({}),
      files: files('src/cloth/list.ts', 'src/eloth.ts'),
      functions,
    });
    const tell = (text: string) => tellResponsibilities('src/shop.ts', unitsIn(text), { isBrand: noBrand, isConcept });
    expect(tell(names)?.contents).toBe('guests, aloths, bloths, cloths and 3 more tasks');
    expect(
      tell(named('addFloth', 'findFloth', 'addGloth', 'findGloth', 'addHloth', 'findHloth', 'addIloth', 'findIloth')),
    ).toBeNull();
  });

  it('are not told where most is about one thing, however many things are done to it or for it', () => {
    const stores = ['Rooms', 'Guests', 'Rates', 'Bookings', 'Deposits'];
    expect(told(unitsIn(named(...many(6), ...stores.map(name => `setup${name}Persistence`))))).not.toBeNull();
    const all = stores.flatMap(name => [`setup${name}Persistence`, `drop${name}Persistence`, `test${name}Persistence`]);
    expect(told(unitsIn(named(...many(4), ...all)))).toBeNull();
  });

  it('are not told where most does one thing to each of many', () => {
    const things = ['Room', 'Guest', 'Rate', 'Deposit', 'Season', 'Invoice'];
    const each = (verb: string) =>
      things.flatMap(thing => [`${verb}${thing}`, `${verb}${thing}s`, `${verb}${thing}Now`]);
    expect(told(unitsIn(named(...many(3), ...each('convert'))))).toBeNull();
    expect(told(unitsIn(named(...many(3), ...each('create'))))).not.toBeNull();
  });

  it('are not told where most are one kind of thing, each for something else', () => {
    const things = [
      'Status',
      'Queue',
      'Task',
      'Token',
      'Event',
      'Room',
      'Guest',
      'Rate',
      'Deposit',
      'Season',
      'Invoice',
      'Refund',
      'Voucher',
      'Branch',
    ];
    expect(told(unitsIn(named(...many(6), ...things.map(name => `${name}Dropdown`))))).toBeNull();
    expect(told(unitsIn(named(...many(6), ...things.slice(0, 4).map(name => `${name}Dropdown`))))).not.toBeNull();
  });

  it('stay short, however much there is', () => {
    const all = told(unitsIn(named(...many(26))));
    expect(all?.tasks).toBe(26);
    expect(all?.responsibilities).toMatch(/, and 14 more$/);
    const long = named(`create${'X'.repeat(500)}`, `find${'X'.repeat(500)}`, ...many(6));
    expect(told(unitsIn(long))?.responsibilities.length).toBeLessThan(400);
  });

  it('are not told where names tell nothing', () => {
    expect(told(unitsIn(named('a', 'b', 'c', 'd', 'e')))).toBeNull();
    const numbered = Array.from({ length: 20 }, (_, n) => `step${n}`);
    expect(told(unitsIn(named(...numbered)))).toBeNull();
  });

  it('are not told of a list of thousands of functions', () => {
    const lists = Array.from({ length: 1001 }, (_, n) => `find_${'abcdefghij'[n % 10]}loth_${n}`);
    expect(told(unitsIn(named(...lists)))).toBeNull();
  });
});

describe('the name of the product', () => {
  const brandIn = (product: string, manifest: string | null, ...names: string[]) => {
    const functions = names.map(name => fn('src/a.ts', name));
    const isBrand = openBrand({
      repository: { name: product } as RepositoryFacts,
      manifests: manifests({ 'package.json': manifest }),
      functions,
    });
    return (word: string) => isBrand({ root: word, shown: word });
  };

  it('tells nothing of what is done, and neither does what it begins with', () => {
    const isBrand = brandIn('tallyho', '@roomly/app', 'makeTallyRequest', 'findRooms');
    expect(['tallyho', 'tally', 'roomly', 'request'].map(isBrand)).toEqual([true, true, true, false]);
    expect(
      tasksIn(named('addTally', 'findTally', 'addGuest', 'findGuest'), 'src/a.ts', word => isBrand(word.root)),
    ).toEqual(['guests 2']);
  });

  it('is no brand where the product is named after the things it is about', () => {
    const isBrand = brandIn('roomkeeper', null, 'findRooms', 'makeRoomsman');
    expect(['room', 'roomkeeper'].map(isBrand)).toEqual([false, true]);
    expect(brandIn('roomkeeper', null, 'findRoom', 'makeRoomsman')('room')).toBe(true);
  });
});
