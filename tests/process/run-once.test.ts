import { expect, test } from 'vitest';
import { isRunOnce } from '../../src/shared/run-once.ts';

test.each([
  ['db/migrations/add-index.ts', true],
  ['prisma/seeds/plans.ts', true],
  ['server/scripts/20260416000000-backfill-insights.ts', true],
  ['scripts/2026_report.ts', false],
  ['src/20240101/report.ts', false],
  ['src/migrations.ts', false],
  ['packages/prisma/seed.js', true],
  ['prisma/seed/customers.ts', true],
  ['scripts/dev/seed-orders.ts', true],
  ['server/db/seeder.ts', true],
  ['src/wallet/seed.ts', false],
  ['db/seedling.ts', false],
])('%s runs once: %s', (path, once) => expect(isRunOnce(path)).toBe(once));
