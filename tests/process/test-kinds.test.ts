import { describe, expect, it } from 'vitest';
import { findTests } from '../../src/facts/derived/tests.ts';
import { describeFile } from '../../src/facts/source/describe.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';

function kindOf(path: string, packages: readonly string[] = []) {
  const { fact } = describeFile(path, Buffer.from('run();\n'), DEFAULT_SETTINGS);
  const imports = packages.map(name => ({
    from: path,
    specifier: name,
    line: 1,
    form: 'import' as const,
    typeOnly: false,
    to: null,
    package: name,
    names: [],
  }));
  return findTests([fact], imports)[0]?.kind;
}

describe('the kind of a test', () => {
  it.each([
    ['src/price.test.ts', ['@playwright/test'], 'e2e'],
    ['test/app.test.js', ['supertest'], 'integration'],
    ['test/store.test.ts', ['vitest', 'testcontainers'], 'integration'],
    ['tests/consumer.spec.ts', ['@pact-foundation/pact'], 'contract'],
    ['tests/load.test.js', ['autocannon'], 'performance'],
    ['src/price.test.ts', ['vitest'], 'unit'],
  ])('of %s that imports %j is %s', (path, packages, kind) => {
    expect(kindOf(path, packages)).toBe(kind);
  });

  it.each([
    ['cypress/e2e/login.cy.ts', 'e2e'],
    ['tests/integration/test_orders.py', 'integration'],
    ['src/test/java/shop/OrderIntegrationTest.java', 'integration'],
    ['src/test/java/shop/OrderServiceTest.java', 'unit'],
    ['store/order_test.go', 'unit'],
    ['spec/models/order_spec.rb', 'unit'],
    ['spec/requests/order_spec.rb', 'integration'],
    ['src/test/jmeter/plan.jmx', 'performance'],
  ])('of %s is %s by its path', (path, kind) => {
    expect(kindOf(path)).toBe(kind);
  });

  it('is asked of tests only', () => {
    expect(kindOf('src/integration/stripe.ts')).toBeUndefined();
    expect(kindOf('tests/tsconfig.json')).toBeUndefined();
  });
});
