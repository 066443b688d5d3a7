import type { Report } from '../report.ts';
import { DIMENSION_WORDS, measured, number, percent, placeOf, sentences } from '../words.ts';
import { code, safe } from './escape.ts';
import { table } from './table.ts';

const MOST_PEOPLE = 10;
const MOST_MODULES = 15;
const MOST_PLACES = 6;

const METHOD = [
  'The repository was read at one commit: every file once, every commit once. Analyzers measured; rules say what a measurement means to a business; three questions rank it: how much does it hurt (impact), how much work is it (effort), how sure are we (confidence).',
  'Impact starts from a ladder over what was measured, and only named reasons move it: the code lies where money, identity or personal data flow, it changes often, one person knows it, much depends on it; or nobody has touched it for two years.',
  'A score is the weighted mean of its indicators, each a measurement on a published or stated curve. An indicator of which less than half could be examined is not assessed; so is a dimension with less than half of its weight.',
];

/** Everything that the pages before rest on: each score's steps, what was seen, and the method. */
export function writeAppendix(report: Report): string[] {
  return [
    '## Appendix',
    '### How the scores came about',
    ...report.dimensions.flatMap(dimension => [
      `**${DIMENSION_WORDS[dimension.id].title}.** ${safe(sentences(dimension.because))}`,
      ...(dimension.indicators.length > 0 ? [indicators(dimension)] : []),
    ]),
    ...people(report),
    ...modules(report),
    ...copies(report),
    ...pipeline(report),
    '### What was run',
    table(
      ['analyzer', 'outcome', 'examined'],
      report.runs.map(({ analyzer, status, because, examined }) => [
        code(analyzer),
        because === null ? status : `${status}: ${safe(because)}`,
        examined === null ? '–' : `${number(examined.examined)} of ${number(examined.of)} ${safe(examined.unit)}`,
      ]),
    ),
    '### Method',
    ...METHOD,
    inputs(report),
  ];
}

function indicators({ indicators }: Report['dimensions'][number]): string {
  return table(
    ['indicator', 'measured', 'score', 'weight', 'examined', 'how'],
    indicators.map(one => [
      safe(one.title),
      safe(measured(one)),
      one.score === null ? '–' : number(one.score),
      number(one.weight),
      percent(one.examined),
      safe(sentences(one.because)),
    ]),
  );
}

function people({ exhibits }: Report): string[] {
  if (exhibits.people.length === 0) return [];
  const rows = exhibits.people
    .slice(0, MOST_PEOPLE)
    .map(one => [safe(one.person), percent(one.share), number(one.files), one.active ? 'yes' : 'no']);
  const rest = exhibits.people.length - rows.length;
  return [
    '### Who knows the code',
    table(['person', 'share of the source files known', 'files', 'active in the last year'], rows),
    ...(rest > 0 ? [`And ${number(rest)} more.`] : []),
  ];
}

function modules({ exhibits }: Report): string[] {
  if (exhibits.modules.length === 0) return [];
  const largest = [...exhibits.modules].sort((a, b) => b.code - a.code || (a.id < b.id ? -1 : 1));
  const rows = largest
    .slice(0, MOST_MODULES)
    .map(one => [
      code(one.id),
      number(one.code),
      one.critical ? 'yes' : '',
      one.busFactor === null ? '–' : number(one.busFactor),
      number(one.dependsOn.length),
    ]);
  const rest = largest.length - rows.length;
  return [
    '### The parts of the system',
    table(
      ['module', 'lines of code', 'critical', 'people to lose before it is orphaned', 'modules it depends on'],
      rows,
    ),
    ...(rest > 0 ? [`And ${number(rest)} smaller ones.`] : []),
  ];
}

function copies({ exhibits }: Report): string[] {
  if (exhibits.copies === null || exhibits.copies.largest.length === 0) return [];
  const { source, tests, largest } = exhibits.copies;
  const share = ({ repeated, lines }: typeof source) => (lines === 0 ? 'none' : percent(repeated / lines));
  return [
    '### Code that stands more than once',
    `${share(source)} of the product's lines stand elsewhere as they are, and ${share(tests)} of the tests'. The stretches that take up most:`,
    table(
      ['lines each', 'copies', 'names of variables', 'where'],
      largest.map(({ likeness, lines, places }) => [
        number(lines),
        number(places.length),
        likeness === 'exact' ? 'the same' : 'differ',
        [
          ...places.slice(0, MOST_PLACES).map(place => code(placeOf(place))),
          ...(places.length > MOST_PLACES ? [`and ${number(places.length - MOST_PLACES)} more`] : []),
        ].join(', '),
      ]),
    ),
  ];
}

function pipeline({ exhibits }: Report): string[] {
  if (exhibits.pipeline.length === 0) return [];
  return [
    '### The pipeline, stage by stage',
    table(
      ['stage', 'found', 'where'],
      exhibits.pipeline.map(({ stage, found, path, line }) => [
        stage.replaceAll('-', ' '),
        found ? 'yes' : path === null ? 'no' : 'perhaps',
        path === null ? '' : code(line === null ? path : `${path}:${line}`),
      ]),
    ),
  ];
}

function inputs({ inputs }: Report): string {
  const { configuration, rulebook, advisories, baseline } = inputs;
  const digest = (value: string | null) => (value === null ? 'none' : code(value.slice(0, 16)));
  const settings = configuration === null ? 'none' : `${code(configuration.path)} (${digest(configuration.digest)})`;
  return `The same inputs give the same report. Settings: ${settings}; rulebook: ${digest(rulebook)}; advisories: ${digest(advisories)}; baseline: ${digest(baseline)}.`;
}
