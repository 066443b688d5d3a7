import type { ImportFact } from '../../shared/facts/source.ts';
import type { Edge } from './circles.ts';
import type { Cut, Ties } from './cut.ts';

const LONGEST_ROUTE = 5;
const MOST_LISTED = 20;
/** More modules are counted and not named. */
export const MOST_NAMED = 3;

/** Few modules are named, the one with the lightest link first; of many it is told how many they are. */
export function nameModules(
  members: readonly string[],
  cut: Cut,
  { weigh }: Ties,
  imports: readonly ImportFact[],
): string {
  const { from, to } = cut.edge;
  const others = members
    .filter(id => id !== from)
    .map(nameOf)
    .sort();
  if (others.length >= MOST_NAMED)
    return `${nameOf(from)} and ${others.length} other modules import each other in a circle`;
  const all = `${[nameOf(from), ...others.slice(0, -1)].join(', ')} and ${others.at(-1)} import each other`;
  if (others.length > 1) return `${all} in a circle`;
  // Also what is loaded on demand, or is part of no circle, would be found by whoever looks.
  const way = imports.filter(one => contains(from, one.from) && contains(to, one.to ?? one.from));
  if (way.length === 1) return `${all}, one way by a single import`;
  return cut.opens && cut.edge.imports.length < weigh(cut.edge) ? `${all}: ${sayShare(cut, weigh)}` : all;
}

/** What hangs together as a whole is told by its size, and where it lies. */
export function nameSystem(files: number, members: readonly string[]): string {
  const [first = [], ...others] = members.map(id => id.split('/'));
  const differs = first.findIndex((step, at) => others.some(other => other[at] !== step));
  const folder = (differs < 0 ? first : first.slice(0, differs)).join('/');
  const where = folder === '' ? '' : ` of ${folder}`;
  return `${files} files in ${members.length} modules${where} import each other in one circle`;
}

/** The modules of a circle, for whoever wants to look. */
export function listParts(members: readonly string[]): string {
  return [...members.slice(0, MOST_LISTED), ...(members.length > MOST_LISTED ? ['…'] : [])].join(', ');
}

/** What lies in no module's folder is the root's. */
export function nameOf(module: string): string {
  return module === '.' ? 'the root module' : module;
}

/** Of all imports that lead the way of the cut, few may be part of a circle. */
export function sayShare({ edge }: Cut, weigh: Ties['weigh']): string {
  const [closing, all] = [edge.imports.length, weigh(edge)];
  return `${closing} of ${all} ${all === 1 ? 'import' : 'imports'} ${closing === 1 ? 'closes' : 'close'} the circle`;
}

/** A single import is named by its files: more may lead the same way and be part of no circle. */
export function spellCut({ from, to, imports: [only, ...others] }: Edge): string {
  return only === undefined || others.length > 0 ? `${from} → ${to}` : `${only.from} → ${only.to ?? to}`;
}

/** A circle by its stops, the first of them again at its end. */
export function spell(steps: readonly { readonly from: string }[]): string {
  const stops = [...steps, ...steps.slice(0, 1)].map(({ from }) => from);
  if (stops.length <= LONGEST_ROUTE + 1) return stops.join(' → ');
  return [...stops.slice(0, LONGEST_ROUTE - 1), '…', stops.at(-1)].join(' → ');
}

/** Whether a path lies in a folder. */
export function contains(folder: string, path: string): boolean {
  return folder !== path && (folder === '.' || path.startsWith(`${folder}/`));
}
