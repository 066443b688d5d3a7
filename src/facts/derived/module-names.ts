import { type Box, SOURCE_ROOTS } from './boxes.ts';

/** Names boxes as people would say them: `payments`; with several packages `packages/api: routes`. Keys are ids; no two names are equal. */
export function nameBoxes(
  boxes: readonly Box[],
  packages: ReadonlySet<string>,
  rootName: string | null,
): ReadonlyMap<string, string> {
  const homes = new Map(boxes.map(({ id }) => [id, homeOf(id, packages)]));
  const several = new Set(homes.values()).size > 1;
  const spoken = new Map<string, string[]>();
  for (const { id } of boxes) {
    const home = homes.get(id) ?? '';
    const inner = shorten(home === '' ? id : id.slice(home.length + 1));
    const whole =
      id === ''
        ? (rootName ?? 'root')
        : home === '' || !several
          ? inner || id
          : inner === ''
            ? home
            : `${home}: ${inner}`;
    spoken.set(whole, [...(spoken.get(whole) ?? []), id]);
  }
  return new Map(
    [...spoken].flatMap(([name, ids]) => ids.map(id => [id, ids.length === 1 ? name : id === '' ? name : id] as const)),
  );
}

/** The nearest package that a box lies in. */
function homeOf(id: string, packages: ReadonlySet<string>): string {
  for (let folder = id; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/'))))
    if (packages.has(folder)) return folder;
  return '';
}

/** Leaves out the folders that only say where source begins. */
function shorten(path: string): string {
  const segments = path.split('/');
  while (segments.length > 1 && SOURCE_ROOTS.has(segments[0] ?? '')) segments.shift();
  return segments.join('/');
}
