import type { Report } from '../report.ts';
import { number } from '../words.ts';
import { code } from './escape.ts';
import { table } from './table.ts';

const MOST_FILES = 10;
const MOST_FUNCTIONS = 3;
/** What changed once is in no habit of changing. */
const FEWEST_CHANGES = 2;

type Hotspot = Report['exhibits']['hotspots'][number];

/** Where work goes on in code that is hard to work on: the files in which a repair pays back soonest. */
export function writeHotspots({ exhibits: { hotspots } }: Report): string[] {
  if (hotspots.length === 0) return [];
  const partly = hotspots.some(({ compared, changesOfYear }) => compared > 0 && compared < changesOfYear);
  return [
    '## Where change and complexity meet',
    'The files that were changed most in the last year for how complex they are. Making one of these simpler pays back with every change that follows; a complex file that nobody touches can wait.',
    table(
      ['file', 'paths through its functions', 'changes in the last year', 'all changes', 'functions that changed most'],
      hotspots
        .slice(0, MOST_FILES)
        .map(one => [
          code(one.path),
          number(one.complexity),
          number(one.changesOfYear),
          `${number(one.changes)} (number ${number(one.rankOfAllTime)} by these)`,
          functionsOf(one),
        ]),
    ),
    ...(partly ? ['Where a file changed very often, its functions were counted over its latest changes only.'] : []),
  ];
}

function functionsOf({ compared, functions }: Hotspot): string {
  if (compared === 0) return 'not compared';
  const often = functions.filter(({ changes }) => changes >= FEWEST_CHANGES).slice(0, MOST_FUNCTIONS);
  return often.map(({ name, changes }) => `${code(name)} ${number(changes)}`).join(', ') || 'none more than once';
}
