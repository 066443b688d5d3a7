/** What a file's own name says of it, whatever folder it lies in. */

const LOCKS = new Set(
  'package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb deno.lock gemfile.lock poetry.lock uv.lock pipfile.lock pdm.lock cargo.lock composer.lock go.sum mix.lock pubspec.lock podfile.lock package.resolved flake.lock .terraform.lock.hcl'.split(
    ' ',
  ),
);
const GENERATED_NAME =
  /\.min\.(?:js|css|mjs|cjs)$|[.-]min\.(?:js|css)$|\.bundle\.(?:js|css)$|\.chunk\.(?:js|css)$|\.pb(?:\.\w+)?\.go$|\.pb\.(?:cc|h|ts|js)$|_pb2?(?:_grpc)?\.pyi?$|_pb\.(?:js|ts|d\.ts)$|\.g\.(?:dart|cs)$|\.freezed\.dart$|[.-]generated\.\w+$|\.gen\.\w+$|\.designer\.cs$|^next-env\.d\.ts$/;
/** Libraries that projects copy into their own tree. */
const LIBRARIES =
  'jquery|jquery[.-]ui|bootstrap|angular|backbone|underscore|lodash|moment|modernizr|html5shiv|respond|d3|raphael|morris|handlebars|mustache|knockout|ember|react|react-dom|vue|prototype|mootools|dojo|leaflet|three|chart|highcharts|select2|tinymce|ckeditor|codemirror|ace|require|zepto|swagger-ui|mathjax|pdf|socket\\.io|axios|hammer|gsap|swiper|popper|slick|fancybox|toastr';
const LIBRARY_NAME = new RegExp(
  `^(?:${LIBRARIES})[.-](?:v?\\d|min|slim|bundle|full|umd|global|prod)[\\w.-]*\\.(?:js|mjs|css)$|^(?:jquery|modernizr|html5shiv)\\.js$|^\\.pnp\\.(?:cjs|loader\\.mjs)$|^@[\\w-]+--[\\w.-]+\\.js$`,
);
const BARE_LIBRARY_NAME = new RegExp(`^(?:${LIBRARIES})\\.(?:js|mjs|css)$`);

const TEST_NAME =
  /\.(?:unit|int|integration|client|server|browser|node|dom|ui|api|db|component|functional|acceptance|system|smoke|load)[._-]?(?:test|spec)s?\.[cm]?[jt]sx?$|[.-](?:test|tests|spec|specs|e2e|e2e-spec|cy|bench|benchmark)\.[cm]?[jt]sx?$|_(?:test|spec)\.(?:go|py|rb|js|ts|exs|dart|cc|cpp|c|lua|ml|php)$|^test_[^/]*\.py$|^conftest\.py$|(?:Test|Tests|IT)\.(?:java|kt|kts|groovy|scala|cs|swift|php|fs)$|(?:Spec)\.(?:js|ts|groovy|scala|kt|php|swift)$|^(?:setup-?tests?|test-?setup|(?:jest|vitest|mocha|playwright)[.-](?:setup|global-setup))\.[cm]?[jt]sx?$/;
/** Scratch paper of whoever works on the product. Without a mark it may be a page, or what runs the code of customers. */
const SCRATCH_NAME =
  /^_(?:playground|sandbox|scratch|scratchpad)\.[cm]?[jt]sx?$|^(?:playground|scratch|scratchpad)\.[cm]?[jt]s$/;
const EXAMPLE_NAME = /\.stories\.(?:[cm]?[jt]sx?|mdx|svelte|vue)$/;

const DOCUMENT_NAME =
  /^(?:readme|licen[cs]e|copying|changelog|changes|history|authors|contributors|contributing|notice|security|maintainers|code_of_conduct|todo|credits|patents|install|upgrading|governance)(?:\.[\w.-]*)?$/;
const CONFIGURATION_NAME =
  /^\.|\.config\.[cm]?[jt]sx?$|\.config\.json$|rc(?:\.[cm]?[jt]s|\.json)?$|^(?:gulpfile|gruntfile|webpack[\w.-]*|rollup[\w.-]*|karma\.conf|protractor\.conf|knexfile|ormconfig|babel|jakefile|metro|ecosystem|next-sitemap|vite|tailwind|postcss|nightwatch[\w.-]*)\.[cm]?[jt]s$|^(?:package|composer|bower|lerna|nx|turbo|vercel|firebase|app|angular|biome|deno|jsr|manifest|nest-cli|renovate|now|cypress|nodemon|project|workspace|components|netlify|wrangler)\.jsonc?$|^(?:ts|js)config[\w.-]*\.json$|^(?:codeowners|jenkinsfile|vagrantfile|rakefile|gemfile|pipfile|brewfile|podfile|fastfile|go\.mod|go\.work|pom\.xml|build\.xml|setup\.py|noxfile\.py|tasks\.py|requirements[\w.-]*\.txt|constraints[\w.-]*\.txt|robots\.txt|version|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|build\.sbt|mix\.exs|web\.config)$|\.(?:gemspec|csproj|sln|props|targets)$/;

export type NameRole = 'vendored' | 'generated' | 'test' | 'example' | 'documentation' | 'configuration';

/** What a file is for by its name alone; null when the name says nothing. Names of tests count in the case they are written. */
export function roleOfName(name: string): NameRole | null {
  const lower = name.toLowerCase();
  if (LOCKS.has(lower)) return 'generated';
  if (LIBRARY_NAME.test(lower)) return 'vendored';
  if (GENERATED_NAME.test(lower)) return 'generated';
  if (EXAMPLE_NAME.test(lower) || SCRATCH_NAME.test(name)) return 'example';
  if (TEST_NAME.test(name) || TEST_NAME.test(lower)) return 'test';
  if (CONFIGURATION_NAME.test(lower)) return 'configuration';
  if (DOCUMENT_NAME.test(lower)) return 'documentation';
  return null;
}

/** Whether a file is called exactly like a published library: `underscore.js`. */
export function isNamedLikeLibrary(name: string): boolean {
  return BARE_LIBRARY_NAME.test(name.toLowerCase());
}
