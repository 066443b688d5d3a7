/** What the tool must know of a language to name it and to count its lines. */
export interface Language {
  readonly name: string;
  /** Whether it has functions that could be assessed, says what users see, or only carries settings or data. */
  readonly nature: 'programming' | 'presentation' | 'query' | 'prose' | 'settings' | 'data';
  /** Without the dot, in lower case. */
  readonly extensions: readonly string[];
  /** Whole file names, in lower case. */
  readonly names?: readonly string[];
  /** Commands that a `#!` line may name. */
  readonly interpreters?: readonly string[];
  readonly line: readonly string[];
  readonly block: readonly (readonly [open: string, close: string])[];
}

const C_BLOCK = [['/*', '*/']] as const;
const XML_BLOCK = [['<!--', '-->']] as const;
const SLASHES = { line: ['//'], block: C_BLOCK } as const;
const HASH = { line: ['#'], block: [] } as const;

export const LANGUAGES: readonly Language[] = [
  {
    name: 'typescript',
    nature: 'programming',
    extensions: ['ts', 'tsx', 'mts', 'cts'],
    interpreters: ['ts-node', 'tsx', 'deno'],
    ...SLASHES,
  },
  {
    name: 'javascript',
    nature: 'programming',
    extensions: ['js', 'jsx', 'mjs', 'cjs', 'es6'],
    interpreters: ['node', 'bun'],
    ...SLASHES,
  },
  { name: 'vue', nature: 'programming', extensions: ['vue'], line: ['//'], block: [...XML_BLOCK, ...C_BLOCK] },
  { name: 'svelte', nature: 'programming', extensions: ['svelte'], line: ['//'], block: [...XML_BLOCK, ...C_BLOCK] },
  { name: 'astro', nature: 'programming', extensions: ['astro'], line: ['//'], block: [...XML_BLOCK, ...C_BLOCK] },
  {
    name: 'python',
    nature: 'programming',
    extensions: ['py', 'pyi', 'pyx'],
    interpreters: ['python', 'python2', 'python3'],
    line: ['#'],
    block: [
      ['"""', '"""'],
      ["'''", "'''"],
    ],
  },
  {
    name: 'ruby',
    nature: 'programming',
    extensions: ['rb', 'rake', 'gemspec', 'ru'],
    names: ['rakefile', 'gemfile', 'capfile', 'vagrantfile'],
    interpreters: ['ruby'],
    line: ['#'],
    block: [['=begin', '=end']],
  },
  {
    name: 'php',
    nature: 'programming',
    extensions: ['php', 'phtml'],
    interpreters: ['php'],
    line: ['//', '#'],
    block: C_BLOCK,
  },
  { name: 'java', nature: 'programming', extensions: ['java'], ...SLASHES },
  { name: 'kotlin', nature: 'programming', extensions: ['kt', 'kts'], ...SLASHES },
  { name: 'scala', nature: 'programming', extensions: ['scala', 'sc'], ...SLASHES },
  { name: 'groovy', nature: 'programming', extensions: ['groovy', 'gradle'], names: ['jenkinsfile'], ...SLASHES },
  { name: 'go', nature: 'programming', extensions: ['go'], ...SLASHES },
  { name: 'rust', nature: 'programming', extensions: ['rs'], ...SLASHES },
  { name: 'c', nature: 'programming', extensions: ['c', 'h'], ...SLASHES },
  { name: 'cpp', nature: 'programming', extensions: ['cc', 'cpp', 'cxx', 'hh', 'hpp', 'hxx', 'ino'], ...SLASHES },
  { name: 'csharp', nature: 'programming', extensions: ['cs'], ...SLASHES },
  { name: 'fsharp', nature: 'programming', extensions: ['fs', 'fsx'], line: ['//'], block: [['(*', '*)']] },
  { name: 'swift', nature: 'programming', extensions: ['swift'], ...SLASHES },
  { name: 'objective-c', nature: 'programming', extensions: ['m', 'mm'], ...SLASHES },
  { name: 'dart', nature: 'programming', extensions: ['dart'], ...SLASHES },
  { name: 'elixir', nature: 'programming', extensions: ['ex', 'exs'], ...HASH },
  { name: 'erlang', nature: 'programming', extensions: ['erl', 'hrl'], line: ['%'], block: [] },
  { name: 'clojure', nature: 'programming', extensions: ['clj', 'cljs', 'cljc'], line: [';'], block: [] },
  { name: 'haskell', nature: 'programming', extensions: ['hs'], line: ['--'], block: [['{-', '-}']] },
  { name: 'lua', nature: 'programming', extensions: ['lua'], line: ['--'], block: [['--[[', ']]']] },
  { name: 'perl', nature: 'programming', extensions: ['pl', 'pm'], interpreters: ['perl'], ...HASH },
  { name: 'r', nature: 'programming', extensions: ['r'], ...HASH },
  { name: 'julia', nature: 'programming', extensions: ['jl'], line: ['#'], block: [['#=', '=#']] },
  { name: 'coffeescript', nature: 'programming', extensions: ['coffee'], line: ['#'], block: [['###', '###']] },
  { name: 'solidity', nature: 'programming', extensions: ['sol'], ...SLASHES },
  { name: 'zig', nature: 'programming', extensions: ['zig'], line: ['//'], block: [] },
  {
    name: 'shell',
    nature: 'programming',
    extensions: ['sh', 'bash', 'zsh', 'fish', 'ksh'],
    interpreters: ['sh', 'bash', 'zsh', 'dash', 'ksh', 'fish'],
    ...HASH,
  },
  { name: 'powershell', nature: 'programming', extensions: ['ps1', 'psm1'], line: ['#'], block: [['<#', '#>']] },
  { name: 'batch', nature: 'programming', extensions: ['bat', 'cmd'], line: ['rem ', 'REM ', '::'], block: [] },
  { name: 'html', nature: 'presentation', extensions: ['html', 'htm', 'xhtml'], line: [], block: XML_BLOCK },
  {
    name: 'template',
    nature: 'presentation',
    extensions: [
      'ejs',
      'hbs',
      'handlebars',
      'mustache',
      'pug',
      'jade',
      'erb',
      'haml',
      'liquid',
      'njk',
      'twig',
      'jinja',
      'jinja2',
      'j2',
      'slim',
      'eex',
      'heex',
      'ftl',
      'mjml',
    ],
    line: [],
    block: XML_BLOCK,
  },
  { name: 'css', nature: 'presentation', extensions: ['css', 'pcss', 'postcss'], line: [], block: C_BLOCK },
  { name: 'scss', nature: 'presentation', extensions: ['scss', 'sass', 'styl'], ...SLASHES },
  { name: 'less', nature: 'presentation', extensions: ['less'], ...SLASHES },
  { name: 'sql', nature: 'query', extensions: ['sql'], line: ['--'], block: C_BLOCK },
  { name: 'graphql', nature: 'query', extensions: ['graphql', 'gql'], ...HASH },
  { name: 'prisma', nature: 'query', extensions: ['prisma'], line: ['//'], block: [] },
  { name: 'protobuf', nature: 'query', extensions: ['proto'], ...SLASHES },
  { name: 'markdown', nature: 'prose', extensions: ['md', 'mdx', 'markdown'], line: [], block: XML_BLOCK },
  { name: 'text', nature: 'prose', extensions: ['txt', 'rst', 'adoc', 'asciidoc', 'org', 'tex'], line: [], block: [] },
  {
    name: 'json',
    nature: 'data',
    extensions: ['json', 'jsonc', 'json5', 'webmanifest', 'har'],
    line: ['//'],
    block: C_BLOCK,
  },
  { name: 'yaml', nature: 'settings', extensions: ['yaml', 'yml'], ...HASH },
  { name: 'toml', nature: 'settings', extensions: ['toml'], ...HASH },
  {
    name: 'ini',
    nature: 'settings',
    extensions: ['ini', 'cfg', 'conf', 'properties', 'env', 'editorconfig'],
    line: ['#', ';'],
    block: [],
  },
  { name: 'terraform', nature: 'settings', extensions: ['tf', 'tfvars', 'hcl'], line: ['#', '//'], block: C_BLOCK },
  {
    name: 'dockerfile',
    nature: 'settings',
    extensions: ['dockerfile'],
    names: ['dockerfile', 'containerfile'],
    ...HASH,
  },
  {
    name: 'makefile',
    nature: 'settings',
    extensions: ['mk', 'mak'],
    names: ['makefile', 'gnumakefile', 'justfile', 'procfile'],
    ...HASH,
  },
  { name: 'cmake', nature: 'settings', extensions: ['cmake'], names: ['cmakelists.txt'], ...HASH },
  {
    name: 'xml',
    nature: 'data',
    extensions: ['xml', 'xsd', 'xsl', 'xslt', 'svg', 'plist', 'csproj', 'resx', 'storyboard', 'xib', 'gpx', 'kml'],
    line: [],
    block: XML_BLOCK,
  },
  {
    name: 'csv',
    nature: 'data',
    extensions: [
      'csv',
      'tsv',
      'ndjson',
      'jsonl',
      'geojson',
      'topojson',
      'po',
      'pot',
      'snap',
      'map',
      'log',
      'dump',
      'bib',
    ],
    line: [],
    block: [],
  },
];

const BY_EXTENSION = new Map(
  LANGUAGES.flatMap(language => language.extensions.map(ending => [ending, language] as const)),
);
const BY_NAME = new Map(LANGUAGES.flatMap(language => (language.names ?? []).map(name => [name, language] as const)));
const BY_INTERPRETER = new Map(
  LANGUAGES.flatMap(language => (language.interpreters ?? []).map(command => [command, language] as const)),
);

/** Which language a file is written in, by its name, else by its first line; undefined when nothing tells. */
export function languageOf(path: string, start: string): Language | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const whole = BY_NAME.get(name) ?? BY_NAME.get(name.split('.')[0] === 'dockerfile' ? 'dockerfile' : '');
  if (whole) return whole;
  const dot = name.lastIndexOf('.');
  const found = dot < 0 ? undefined : BY_EXTENSION.get(name.slice(dot + 1));
  if (found === undefined) return byInterpreter(start);
  // Qt keeps translations in XML files that end in `.ts`.
  if (found.name === 'typescript' && /^\s*<(\?xml|!DOCTYPE TS)/.test(start)) return BY_EXTENSION.get('xml');
  return found;
}

function byInterpreter(start: string): Language | undefined {
  if (!start.startsWith('#!')) return undefined;
  const [command = '', first = ''] = (start.split('\n', 1)[0] ?? '').slice(2).trim().split(/\s+/);
  const program = command.endsWith('/env') ? first : command.slice(command.lastIndexOf('/') + 1);
  return BY_INTERPRETER.get(program);
}
