import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILES, foundCompany } from './company.ts';

/** Three different problems at once where money flows: critical at any effort. */
const TANGLE = [
  "import Stripe from 'stripe';",
  "import { PrismaClient } from '@prisma/client';",
  'const prisma = new PrismaClient();',
  'export async function refund(kind, late) {',
  ...Array.from({ length: 30 }, (_, n) => `  if (kind === ${n}) { if (late) return ${n * 2}; }`),
  '  await prisma.refund.create({ data: { kind } });',
  '  await prisma.payment.update({ where: { kind }, data: { refunded: true } });',
  '  try {',
  '    await new Stripe(kind).refunds.create({ kind });',
  '  } catch (error) {',
  '    console.log(error);',
  '  }',
  '  return { refunded: true };',
  '}',
  '',
].join('\n');
const GATE = ['--baseline', '--fail-on', 'P0', '-o', 'json:-'];

let shop: ReturnType<typeof foundCompany>;
beforeAll(() => {
  shop = foundCompany();
  shop.write('.github/CODEOWNERS', '/src/ @acme/shop\n');
  for (const name of ['Ada', 'Ben', 'Cy']) {
    for (let day = 10; day < 22; day++) {
      shop.write('src/main.js', `${FILES['src/main.js']}// ${name} ${day}\n`);
      shop.git('config', 'user.name', name);
      shop.commit(`Work of ${name}`, `2026-02-${day}T10:00:00Z`);
    }
  }
  expect(shop.audit(['baseline', '--quiet']).code).toBe(0);
  shop.commit('Accept the debt', '2026-03-01T10:00:00Z');
});
afterAll(() => shop.close());

/** What a CI step has: the last commit and nothing before it. */
function checkOut(name: string): string {
  const folder = join(shop.home, name);
  shop.git('clone', '--quiet', '--depth', '1', `file://${shop.folder}`, folder);
  return folder;
}

describe('a checkout of depth 1', () => {
  it('passes the gate of a baseline that was written with all of the history', () => {
    const { code, stdout } = shop.audit([checkOut('same'), ...GATE]);
    expect([code, JSON.parse(stdout).gate.status]).toEqual([0, 'passed']);
  });

  it('says once why the team is not assessed, and still who owns the code', () => {
    const { stdout } = shop.audit([checkOut('team'), ...GATE]);
    const { dimensions, notAssessed, subject } = JSON.parse(stdout);
    const { indicators } = dimensions.find(({ id }: { id: string }) => id === 'team');
    expect(indicators.find(({ id }: { id: string }) => id === 'owned-code').value).toBeGreaterThan(0);
    const why = notAssessed.filter(({ what }: { what: string }) => what.includes('Team as a whole'));
    expect(why).toEqual([expect.objectContaining({ because: expect.stringMatching(/^this is a shallow clone/) })]);
    expect(subject.notes.filter((note: string) => note.includes('who wrote') || note.includes('team'))).toHaveLength(1);
  });

  it('writes a baseline that leaves open what it cannot see, and keeps what an earlier one saw', () => {
    const folder = checkOut('accepting');
    const seenIn = (file: string) => Object.keys(JSON.parse(readFileSync(file, 'utf8')).setting).sort();
    shop.audit(['baseline', folder, '--baseline-file', join(shop.home, 'fresh.json')]);
    expect(seenIn(join(shop.home, 'fresh.json'))).toEqual(['critical-path', 'reach']);
    shop.audit(['baseline', folder]);
    expect(seenIn(join(folder, '.audit/baseline.json'))).toEqual(seenIn(join(shop.folder, '.audit/baseline.json')));
  });

  it('fails it on a new P0', () => {
    shop.write('src/payments/refund.js', TANGLE);
    shop.commit('Refund', '2026-03-02T10:00:00Z');
    const { code, stdout } = shop.audit([checkOut('worse'), ...GATE]);
    const { gate } = JSON.parse(stdout);
    expect([code, gate.status]).toEqual([1, 'failed']);
    expect(gate.added).toContainEqual(expect.objectContaining({ rule: 'entangled', priority: 'P0' }));
  });
});
