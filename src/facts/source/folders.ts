/** Below one of these a folder called `demo` or `fixtures` may well be a part of the product. */
const PRODUCT_ROOTS = new Set(
  'src app lib pages routes components views controllers models services server client api internal cmd pkg modules features domain'.split(
    ' ',
  ),
);

const ALWAYS_VENDORED = new Set(
  'node_modules bower_components jspm_packages third_party third-party thirdparty 3rdparty site-packages .venv pods carthage godeps .yarn'.split(
    ' ',
  ),
);
const SERVED_AS_THEY_ARE = new Set(['public', 'static', 'assets', 'wwwroot', 'webroot', 'www']);
const VENDOR_NAMES = new Set(['vendor', 'vendors', 'vendored']);
const LIBRARY_NAMES = new Set(['lib', 'libs', 'plugins', ...VENDOR_NAMES]);

const ALWAYS_FIXTURES = new Set(
  '__fixtures__ __snapshots__ __image_snapshots__ __mocks__ __golden__ __testdata__ testdata test-data test_data test-fixtures'.split(
    ' ',
  ),
);
const FIXTURE_NAMES = new Set('fixtures fixture golden goldens snapshots cassettes'.split(' '));
const ALWAYS_TESTS = new Set(
  '__tests__ __test__ __e2e__ e2e cypress playwright androidtest test-utils test-helpers test-support testing-utils'.split(
    ' ',
  ),
);
const TEST_NAMES = new Set('test tests'.split(' '));
/** Words that also name parts of products, believed only outside a product root. */
const OUTER_TEST_NAMES = new Set(
  't spec specs integration-tests integration_tests benchmark benchmarks bench perf'.split(' '),
);
/** `app-tests`, `web-e2e`, `e2e-common`, `test-plugins`: there for tests alone. What an experiment is called is none. */
const TEST_PACKAGE =
  /^(?!ab-).+-(?:e2e|tests)$|^e2e-.+$|^tests?-(?:apps?|plugins?|packages?|projects?|servers?|sites?|utils|helpers|support)$/;
/** Where folders are named after what users see: a page about tests is no test. */
const PAGE_ROOTS = new Set('pages routes views controllers models'.split(' '));

const EXAMPLE_NAMES = new Set('example examples sample samples demo demos playground playgrounds sandbox'.split(' '));
/** `demo-app`, `device-demo-app`, `react-starter`, `example-plugins`: what shows how something is used. */
const EXAMPLE_PACKAGE =
  /^(?:.+-)?(?:demos?|examples?|samples?|playground|starters?|boilerplates?)(?:-(?:apps?|plugins?|packages?|projects?))?$/;
/** What a generator copies into other people's projects. */
const SCAFFOLD_NAMES = new Set('scaffold scaffolds scaffolding skeleton skeletons'.split(' '));
/** What writes the code of other people's projects. */
const GENERATOR =
  /^create-|^(?:init|scaffolder)$|(?:^|-)(?:scaffold(?:s|ing)?|boilerplates?|codegen|schematics|(?:app|code|component|plugin|project|service)-generator)(?:-|$)/;
const DOCUMENTATION_NAMES = new Set('doc docs documentation'.split(' '));
const OUTPUT_NAMES = new Set('dist .next .nuxt .output .svelte-kit coverage storybook-static'.split(' '));
const GENERATED_NAMES = new Set('__generated__ generated .prisma'.split(' '));

export type FolderRole = 'vendored' | 'fixture' | 'generated' | 'test' | 'example' | 'documentation';

/** What the folders that a file lies in say of it, strongest first; null when they say nothing. */
export function roleOfFolders(folders: readonly string[]): FolderRole | null {
  const lower = folders.map(folder => folder.toLowerCase());
  const firstProduct = lower.findIndex(folder => PRODUCT_ROOTS.has(folder));
  const outer = firstProduct < 0 ? lower : lower.slice(0, firstProduct);
  const hasAny = (names: ReadonlySet<string>, among = lower) => among.some(folder => names.has(folder));

  if (hasAny(ALWAYS_VENDORED) || hasAny(VENDOR_NAMES, outer) || isServedLibrary(lower) || isBesideLibraries(lower))
    return 'vendored';
  const isTest = hasAny(ALWAYS_TESTS) || hasAny(OUTER_TEST_NAMES, outer) || isTestPackage(outer) || isTestFolder(lower);
  if (hasAny(ALWAYS_FIXTURES) || hasAny(FIXTURE_NAMES, isTest ? lower : outer)) return 'fixture';
  if (hasAny(OUTPUT_NAMES, outer) || hasAny(GENERATED_NAMES)) return 'generated';
  if (isTest) return 'test';
  if (hasAny(EXAMPLE_NAMES, outer) || outer.some(isExamplePackage)) return 'example';
  if (hasAny(SCAFFOLD_NAMES, outer) || isScaffold(lower) || isTemplateProject(lower)) return 'example';
  if (hasAny(DOCUMENTATION_NAMES, outer)) return 'documentation';
  return null;
}

/** Whether a folder above is called `vendor`, which may mean a supplier too. */
export function liesBelowVendor(folders: readonly string[]): boolean {
  return folders.some(folder => VENDOR_NAMES.has(folder.toLowerCase()));
}

/** Whether other people's code may lie here: below `vendor`, or in what a server hands out as it is. */
export function mayBeVendored(folders: readonly string[]): boolean {
  return liesBelowVendor(folders) || folders.some(folder => SERVED_AS_THEY_ARE.has(folder.toLowerCase()));
}

/**
 * `public/libs`, `app/assets/vendor`: files that a server hands out as others wrote them. A `lib` among the source of a page is
 * not: `www/shop/src/lib`.
 */
function isServedLibrary(folders: readonly string[]): boolean {
  const served = folders.findIndex(folder => SERVED_AS_THEY_ARE.has(folder));
  if (served < 0) return false;
  const within = folders.slice(served + 1);
  const library = within.findIndex(folder => LIBRARY_NAMES.has(folder));
  return library >= 0 && !within.slice(0, library).some(folder => PRODUCT_ROOTS.has(folder));
}

/** `src/lib/vendor`: where a `vendor` alone may be a supplier, among libraries it is where others' code is kept. */
function isBesideLibraries(folders: readonly string[]): boolean {
  return folders.some((folder, index) => VENDOR_NAMES.has(folder) && /^libs?$/.test(folders[index - 1] ?? ''));
}

function isTestPackage(outer: readonly string[]): boolean {
  return outer.some(folder => TEST_PACKAGE.test(folder));
}

function isExamplePackage(folder: string): boolean {
  return EXAMPLE_PACKAGE.test(folder);
}

function isTestFolder(folders: readonly string[]): boolean {
  return folders.some(
    (folder, index) => TEST_NAMES.has(folder) && !folders.slice(0, index).some(above => PAGE_ROOTS.has(above)),
  );
}

/** `codegen/src/entity.template.ts`: what a generator fills in, and nobody runs as it stands. */
export function isTemplateOfGenerator(folders: readonly string[], name: string): boolean {
  return /\.(?:template|tpl)\.|\.tpl$/i.test(name) && folders.some(folder => GENERATOR.test(folder.toLowerCase()));
}

/** `templates/shop/src/…`: a whole project to begin with. What is filled in has no source of its own. */
function isTemplateProject([first = '', , third = '']: readonly string[]): boolean {
  return /^templates?$/.test(first) && /^(?:src|app|server|client)$/.test(third);
}

/** `create-app/templates/…`, `init/templates/…` */
function isScaffold(folders: readonly string[]): boolean {
  const generator = folders.findIndex(folder => GENERATOR.test(folder));
  return generator >= 0 && folders.slice(generator + 1).some(folder => folder.startsWith('template'));
}
