/**
 * Files that something loads because of where they lie or what they are called, without any import. Too many here cost
 * a finding now and then; one too few would call living code dead.
 */
export interface Convention {
  /** Holds where a package of such a name is asked for; everywhere, when absent. */
  readonly where?: RegExp;
  /** Paths from the folder of the package, without the extension of a program. */
  readonly loads: RegExp;
}

const SOURCE_ROOT = '(?:(?:src|source|app|apps/[^/]+(?:/src)?|server|client|api|web|backend|frontend|lib)/){0,2}';

const EVERYWHERE: readonly RegExp[] = [
  // What lies beside the manifest is started by hand or by a tool.
  /^[^/]+$/,
  new RegExp(
    `^${SOURCE_ROOT}(?:index|main|mod|server|app|cli|worker|bootstrap|start|run|entry[\\w.-]*|polyfills?|preload|renderer|background|content|popup|options|setup[\\w-]*|instrument[\\w-]*|register|loader|globals?|vendor|environment)$`,
    'i',
  ),
  /^(?:src\/|\.)?(?:tools?|tooling|hack|dev|devtools|ops|deploy|infra|infrastructure|terraform|ci|build|config|configs|functions|templates?|stubs?|benchmarks?|playground)\//i,
  /(?:^|\/)(?:scripts?|bin|migrations?|seeds?|seeders?|public|static|assets|wwwroot|locales?|langs?|languages|i18n|l10n|translations|messages|__mocks__|mocks?|cronjobs?)\//i,
  /\.(?:config|conf|setup|worker|sharedworker|sw|entry|cron|task|script|seed|mock|mocks|codegen|template|augment|shim|shims|polyfill)$/i,
  // Documents that a generator makes programs of, which are what is imported.
  /\.(?:graphql|gql)$/i,
  // Made for tests and told by their names.
  /(?:^|[/._-])(?:mocks?|fixtures?|test-?(?:utils?|helpers?|data)|testing|factories)(?:[/._-]|$)/i,
  // Sets that are kept whole, and that tools often make.
  /(?:^|\/)(?:icons?|svgs?|illustrations?|emojis?|flags|logos)\/|(?:^|\/)(?:components\/ui|shadcn|primitives)\/[^/]+$/i,
  // Read by a tool that gathers texts, and by nobody else.
  /(?:^|\/)(?:translations?|i18n|messages|locales?)$/i,
  /(?:^|[/.-])(?:service-?worker|sw|worker|worklet)$/i,
];

const BY_PACKAGE: readonly Convention[] = [
  { where: /^next$/, loads: /^(?:.*\/)?pages\// },
  {
    where: /^next$/,
    loads:
      /^(?:.*\/)?app\/(?:.*\/)?(?:page|layout|route|loading|error|not-found|template|default|global-error|global-not-found|forbidden|unauthorized|icon\d*|apple-icon\d*|(?:opengraph|twitter)-image\d*|sitemap|robots|manifest)$/,
  },
  {
    where: /^next$/,
    loads: /^(?:src\/)?(?:middleware|proxy|instrumentation(?:-client)?|mdx-components|i18n(?:\/request)?)$/,
  },
  {
    where: /^(?:@remix-run\/|@react-router\/|remix-)/,
    loads: /^(?:app|src)\/(?:root|routes|entry\.[\w.]+|routes\/.+)$/,
  },
  {
    where:
      /^(?:@tanstack\/(?:(?:react|solid|vue)-(?:router|start)|start|router)|@solidjs\/start|solid-start|vinxi|@builder\.io\/qwik-city|@qwik\.dev)/,
    loads: /^(?:app|src)\/(?:routes\/.+|router|client|server|ssr|entry[\w.-]*)$/,
  },
  {
    where: /^(?:nuxt3?|nuxt-edge|@nuxt\/kit)$/,
    loads:
      /^(?:.*\/)?(?:pages|layouts|plugins|middleware|components|composables|utils|server|modules|stores?|shared|runtime|app\.config)(?:\/|$)/,
  },
  {
    where: /^(?:unplugin-auto-import|unplugin-vue-components)$/,
    loads: /(?:^|\/)(?:composables|components|stores?|utils|hooks|helpers|directives)\//,
  },
  { where: /^@sveltejs\/kit$/, loads: /^src\/(?:routes\/(?:.*\/)?\+.+|hooks[\w.]*|params\/.+|service-worker.*)$/ },
  { where: /^astro$/, loads: /^src\/(?:pages|content|middleware|actions|live)(?:[./]|$)/ },
  { where: /^gatsby$/, loads: /^src\/(?:pages|templates|api|gatsby-[\w-]+|html)(?:\/|$)/ },
  { where: /^expo-router$/, loads: /^(?:src\/)?app\// },
  { where: /^@docusaurus\/core$/, loads: /^(?:.*\/)?src\/(?:pages|theme|plugins|clientModules|components)\// },
  { where: /^(?:ember-source|ember-cli)$/, loads: /^(?:app|addon|addon-test-support|mirage|lib|config)\// },
  { where: /^sails$/, loads: /^(?:.*\/)?(?:api|config|tasks|assets|views)\// },
  {
    where: /^@adonisjs\/(?:core|fold)$/,
    loads: /^(?:app|start|config|commands|providers|database|contracts|resources|inertia)\//,
  },
  { where: /^(?:@strapi\/strapi|strapi)$/, loads: /^(?:src|api|config|extensions|plugins|admin|database)\// },
  {
    where: /^(?:egg|@eggjs\/.+|@midwayjs\/.+|umi|@umijs\/.+|@ice\/.+|@tarojs\/.+|chair)$/,
    loads: /^(?:app|src|config|lib)\//,
  },
  {
    where: /^@loopback\/boot$/,
    loads: /\.(?:controller|repository|datasource|model|observer|service|booter|interceptor)$/,
  },
  { where: /^moleculer$/, loads: /\.service$|^services\// },
  {
    where: /^(?:@nestjs\/core|@angular\/core)$/,
    loads: /(?:^|\/)(?:main|polyfills|test|zone-flags|repl)(?:[.-]\w+)*$/,
  },
  { where: /^@angular\/core$/, loads: /(?:^|\/)environments\/|(?:^|\/)public[_-]api$/ },
  {
    where: /^@redwoodjs\/|^@cedarjs\//,
    loads:
      /^(?:api\/|web\/)?src\/(?:functions|graphql|services|directives|subscriptions|pages|layouts|jobs|components|lib|Routes|App|entry)/,
  },
  { where: /^electron(?:-|$)/, loads: /(?:^|\/)(?:main|preload|renderer|background)(?:[/.-](?:index|main|\w+))?$/ },
  { where: /^wxt$/, loads: /(?:^|\/)entrypoints\// },
  {
    where: /^plasmo$/,
    loads: /^(?:src\/)?(?:background|contents?|popup|options|newtab|sidepanel|tabs|sandboxes|devtools)(?:\/|$)/,
  },
  { where: /^@trigger\.dev\//, loads: /(?:^|\/)(?:trigger|jobs|tasks)\// },
  { where: /^inngest$/, loads: /(?:^|\/)inngest\// },
  {
    where:
      /^(?:serverless|@serverless\/|sst$|aws-cdk|@aws-cdk\/|@pulumi\/|cdktf|@types\/aws-lambda|aws-lambda|@architect\/|@google-cloud\/functions|firebase-functions|@azure\/functions)/,
    loads: /(?:^|\/)(?:handlers?|functions|lambdas?|stacks|iac|http|events)\/|(?:^|[/.-])(?:handler|lambda|stack)$/i,
  },
  { where: /^(?:vercel|@vercel\/node)$/, loads: /^api\// },
  {
    where: /^@medusajs\//,
    loads:
      /^(?:.*\/)?src\/(?:api|subscribers|workflows|jobs|loaders|modules|links|admin|models|repositories|services|strategies|types)\//,
  },
  {
    where: /^(?:nitropack|nitro|@analogjs\/)/,
    loads: /^(?:src\/)?(?:server|routes|api|plugins|middleware|tasks|utils|app\/pages)\//,
  },
  { where: /^blitz$/, loads: /(?:^|\/)(?:mutations|queries|pages|api)\// },
  {
    where: /^(?:vike|vite-plugin-ssr|waku|vite-plugin-pages|@generouted\/|next-routes|unplugin-vue-router)/,
    loads: /(?:^|\/)(?:pages|\+\w+|[\w-]+\.page(?:\.\w+)?)(?:\/|$)/,
  },
  {
    where: /^(?:discord\.js|@sapphire\/framework|discordx|oceanic\.js|eris)$/,
    loads: /(?:^|\/)(?:commands|listeners|events|preconditions|interactions?|interaction-handlers|slash)\//,
  },
  { where: /^@oclif\/core$/, loads: /^src\/(?:commands|hooks)\// },
  { where: /^(?:yeoman-generator|plop|hygen)$/, loads: /(?:^|\/)generators?\// },
  { where: /^(?:@hotwired\/stimulus|stimulus)$/, loads: /_controller$|-controller$/ },
  {
    where: /^(?:@rails\/|shakapacker|vite-plugin-ruby|webpacker|laravel-vite-plugin|laravel-mix|@inertiajs\/)/,
    loads: /(?:^|\/)(?:packs|entrypoints|controllers|channels|[Pp]ages)\/|^resources\/js\/[^/]+$/,
  },
  { where: /^(?:react-email|@react-email\/.+)$/, loads: /(?:^|\/)emails\// },
  {
    where: /^(?:typeorm|@mikro-orm\/core|sequelize-typescript)$/,
    loads: /\.(?:entity|subscriber|migration)$|(?:^|\/)(?:entities|entity)\//,
  },
  { where: /^(?:hardhat|truffle)$/, loads: /^(?:deploy|tasks|ignition|test)\// },
  { where: /^(?:n8n-workflow|node-red)$/, loads: /\.(?:node|credentials)$/ },
  {
    where: /^(?:@keystone-6\/core|@directus\/extensions-sdk|@backstage\/.+)$/,
    loads: /(?:^|\/)(?:index|plugin|alpha)$/,
  },
  { where: /^@shopify\/(?:ui-extensions|hydrogen)/, loads: /^(?:extensions|app\/routes)\// },
  { where: /^@storybook\//, loads: /(?:^|\/)\.storybook\// },
];

/** Folders of other programs' making, by which a whole way of loading is known. */
const BY_FOLDER: readonly (readonly [sign: RegExp, loads: RegExp])[] = [
  [/(?:^|\/)\.meteor\/(?:packages|release)$/, /^/],
  [/(?:^|\/)supabase\/config\.toml$/, /(?:^|\/)supabase\/functions\//],
  [/(?:^|\/)netlify\.toml$/, /(?:^|\/)(?:netlify|functions|edge-functions)\//],
  [/(?:^|\/)vercel\.json$/, /^api\//],
  [/(?:^|\/)wrangler\.(?:toml|jsonc?)$/, /^functions\//],
  [/(?:^|\/)deno\.jsonc?$/, /^(?:routes|islands)\//],
  [/(?:^|\/)(?:serverless|template)\.(?:ya?ml|ts|js|json)$/, /(?:^|\/)(?:handlers?|functions|lambdas?)\//],
];

/** Which paths of a package are loaded by convention, given what it asks for and which files the repository has. */
export function conventionsOf(dependencies: readonly string[], signs: readonly RegExp[]): (path: string) => boolean {
  const patterns = [
    ...EVERYWHERE,
    ...BY_PACKAGE.filter(({ where }) => dependencies.some(name => where?.test(name))).map(({ loads }) => loads),
    ...signs,
  ];
  return path => patterns.some(pattern => pattern.test(path));
}

/** What the files of a repository say of how its programs are loaded. */
export function signsAmong(paths: readonly string[]): readonly RegExp[] {
  return BY_FOLDER.filter(([sign]) => paths.some(path => sign.test(path))).map(([, loads]) => loads);
}
