import { expect, test } from 'vitest';
import { isForEngineers, isRunOnce, isScript } from '../../src/shared/run-once.ts';

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
  ['src/upgrades/1.10.0/hash_recovery.js', true],
  ['src/upgrades/prices.ts', false],
  ['packages/server/migration-scripts/add-fields.ts', true],
  ['server/data-migrations/split-names.ts', true],
  ['src/backfills/totals.ts', true],
  ['scripts/one-off/rename.ts', true],
  ['db/data-seeds/plans.ts', true],
  ['src/bird-migration/flock.ts', false],
  ['src/wallet/seed-phrase/words.ts', false],
])('%s runs once: %s', (path, once) => expect(isRunOnce(path)).toBe(once));

test.each([
  ['scripts/report.ts', true],
  ['packages/back-end/src/scripts/compare-prices.ts', true],
  ['src/scripts/menu.ts', false],
  ['public/scripts/menu.js', false],
])('%s is started by hand: %s', (path, script) => expect(isScript(path)).toBe(script));

test.each([
  ['.github/scripts/comment.ts', true],
  ['ci/report.ts', true],
  ['releases/notes.mjs', true],
  ['tools/eslint-plugin-shop/no-raw-sql.js', true],
  ['packages/codemods/rename.ts', true],
  ['src/ci/runner.ts', false],
  ['apps/shop/releases/list.ts', false],
])('%s only serves engineers: %s', (path, only) => expect(isForEngineers(path)).toBe(only));
