import { describe, expect, it } from 'vitest';
import { observedOf } from './observed.ts';

const WRITE = 'prisma.member.update({ where: {}, data: { name } })';
const LOG = 'catch(error => console.error(error))';

const lostIn = async (code: string, path?: string) =>
  (await observedOf('lost-error', `async function save(id) { ${code} }`, path)).map(({ evidence }) => evidence.tried);

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
    expect(await lostIn(removal.replace('DeleteObject', 'DeleteItem'), 'src/pictures/change.ts')).toEqual([
      'DeleteItemCommand',
    ]);
  });
});

describe('what mostly jobs call is tried again the next time', () => {
  const save = `export async function save(id) { try { await ${WRITE}; } catch (e) { console.error(e); } }`;
  const takenBy = async (...paths: readonly string[]) => {
    const takers = paths.map(path => [path, "import { save } from '../save'; export const run = id => save(id);"]);
    const files = { 'src/save.ts': save, ...Object.fromEntries(takers) };
    return (await observedOf('lost-error', files)).length;
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
    expect(await observedOf('lost-error', files)).toHaveLength(1);
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
