import type { CollectedFacts } from '../shared/facts.ts';
import type { Subject } from '../shared/subject.ts';

/** Says under which name a subject of the baseline goes today, as far as the history tells of renames. */
export type Moves = (subject: Subject) => Subject;

const LONGEST_CHAIN = 100;

/** Reads the renames of the history. Without history, or in a shallow one, every subject keeps its name. */
export function openMoves(facts: CollectedFacts): Moves {
  const files = new Set((facts.files.available ? facts.files.value : []).map(({ path }) => path));
  const modules = new Set((facts.modules.available ? facts.modules.value.modules : []).map(({ id }) => id));
  const renames = facts.history.available ? facts.history.value.renames : [];
  const next = new Map(renames.map(({ from, to }) => [from, to]));

  const fileNow = (path: string): string => {
    let current = path;
    for (let step = 0; step < LONGEST_CHAIN && !files.has(current); step++) {
      const renamed = next.get(current);
      if (renamed === undefined) return path;
      current = renamed;
    }
    return files.has(current) ? current : path;
  };

  /** A folder went where its files went, if they kept their names within it. */
  const moduleNow = (id: string): string => {
    if (modules.has(id)) return id;
    for (const from of next.keys()) {
      if (!from.startsWith(`${id}/`)) continue;
      const rest = from.slice(id.length);
      const to = fileNow(from);
      if (to.endsWith(rest) && modules.has(to.slice(0, -rest.length))) return to.slice(0, -rest.length);
    }
    return id;
  };

  return subject => {
    const { kind, name } = subject;
    switch (kind) {
      case 'file':
      case 'pipeline':
        return { kind, name: fileNow(name) };
      case 'module':
        return { kind, name: moduleNow(name) };
      case 'function':
      case 'package':
      case 'credential': {
        const hash = name.indexOf('#');
        return hash < 0 ? subject : { kind, name: fileNow(name.slice(0, hash)) + name.slice(hash) };
      }
      case 'repository':
      case 'service':
      case 'store':
        return subject;
    }
  };
}
