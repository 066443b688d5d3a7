import type { ExportFact, ImportFact } from '../../shared/facts/source.ts';
import { openFinder } from './finder.ts';
import type { KnownFile } from './known.ts';
import { givenName } from './place-names.ts';

/** What takes a message or an event: nobody waits for what it answers. */
const HANDLER = /^(?:on[A-Z]|handle[A-Z]|consume|receive)\w*$/;

interface Known {
  readonly files: readonly Pick<KnownFile, 'path' | 'seen'>[];
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
}

/**
 * The files in which a function is tried by handlers of messages that would only log its failure as well, by `path#name`; none
 * of one whose failure others lose, who answer somebody.
 */
export function findHandlers({ files, imports, exports }: Known): ReadonlyMap<string, ReadonlySet<string>> {
  const losing = new Set(
    files.flatMap(({ path, seen }) => seen.catches.map(({ in: name }) => `${path}#${givenName(name) ?? ''}`)),
  );
  const find = openFinder(losing, imports, exports);
  const handlers = new Map<string, Set<string>>();
  const elsewhere = new Set<string>();
  for (const { path, seen } of files)
    for (const { in: name, handling, tried } of seen.catches)
      for (const { callee } of tried) {
        const target = callee === null ? null : find(path, callee);
        if (target === null) continue;
        if (handling !== 'logged' || !isHandler(name)) elsewhere.add(target);
        else if (!handlers.get(target)?.add(path)) handlers.set(target, new Set([path]));
      }
  for (const target of elsewhere) handlers.delete(target);
  return handlers;
}

function isHandler(name: string | null): boolean {
  return HANDLER.test(
    givenName(name)
      ?.split(/ > |\./)
      .at(-1) ?? '',
  );
}
