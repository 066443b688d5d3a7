import type { CriticalPathFacts, FileFact, ImportFact, ModuleFacts } from '../../shared/facts/source.ts';
import { openGlobs } from '../../shared/glob.ts';
import { isRunOnce, isScript } from '../../shared/run-once.ts';
import { subjectKey } from '../../shared/subject.ts';
import { type Sensitivity, SPOKEN, sensitivityOf } from './sensitive-packages.ts';

/** Where more than this share of the source would be critical, the word would mean nothing: only the strongest evidence counts. */
const TOO_MUCH = 0.15;
/** Of a module's lines, what must be critical before the whole of it is: one sign-in button makes no page folder critical. */
const ENOUGH_OF_A_MODULE = 0.1;

interface Evidence {
  readonly reason: string;
  readonly sensitivity: Sensitivity | 'configured';
}

/**
 * Decides through which files and modules money, identity or customers' personal data flow. What runs once or by hand is
 * no way of theirs, whatever it imports, unless the configuration says so.
 */
export function findCriticalPaths(
  files: readonly FileFact[],
  imports: readonly ImportFact[],
  modules: ModuleFacts,
  globs: readonly string[],
): CriticalPathFacts {
  const sources = files.filter(({ kind }) => kind === 'source');
  const all = gatherEvidence(sources, imports, globs);
  const strong = new Map([...all].filter(([, { sensitivity }]) => sensitivity !== 'personal-data'));
  const tooMuch = (shareOf(all, sources) ?? 0) > TOO_MUCH;
  const counted = tooMuch ? strong : all;

  const subjects = new Map<string, string>();
  for (const [path, { reason }] of counted) subjects.set(subjectKey({ kind: 'file', name: path }), reason);
  const lines = new Map(sources.map(({ path, code }) => [path, code]));
  for (const { id, files: members, code } of modules.modules) {
    const critical = members.filter(path => counted.has(path));
    const [first, ...others] = critical;
    const reason = first === undefined ? undefined : counted.get(first)?.reason;
    if (first === undefined || reason === undefined) continue;
    const share = critical.reduce((sum, path) => sum + (lines.get(path) ?? 0), 0) / Math.max(code, 1);
    const configured = critical.some(path => counted.get(path)?.sensitivity === 'configured');
    if (share < ENOUGH_OF_A_MODULE && !configured) continue;
    const more =
      others.length === 0 ? '' : `, and ${others.length} more ${others.length === 1 ? 'file' : 'files'} like it`;
    subjects.set(subjectKey({ kind: 'module', name: id }), `holds ${first}, which ${reason}${more}`);
  }
  return {
    subjects,
    files: new Set(counted.keys()),
    share: shareOf(counted, sources),
    notes: leftOut(all.size - counted.size),
  };
}

function gatherEvidence(
  sources: readonly FileFact[],
  imports: readonly ImportFact[],
  globs: readonly string[],
): Map<string, Evidence> {
  const evidence = new Map<string, Evidence>();
  const patterns = globs.map(glob => ({ glob, matches: openGlobs([glob]) }));
  const product = new Set(sources.map(({ path }) => path));
  for (const path of product) {
    const pattern = patterns.find(({ matches }) => matches(path));
    if (pattern)
      evidence.set(path, {
        reason: `matches ${pattern.glob}, which the configuration calls critical`,
        sensitivity: 'configured',
      });
  }
  for (const fact of imports) {
    const { from, line, package: name } = fact;
    if (name === null || !product.has(from) || isRunOnce(from) || isScript(from)) continue;
    const sensitivity = sensitivityOf(fact, name);
    const known = evidence.get(from);
    if (sensitivity === null || (known && !(known.sensitivity === 'personal-data' && sensitivity !== 'personal-data')))
      continue;
    evidence.set(from, { reason: `imports ${name}, ${SPOKEN[sensitivity]}, in ${from}:${line}`, sensitivity });
  }
  return new Map([...evidence].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function shareOf(evidence: ReadonlyMap<string, Evidence>, sources: readonly FileFact[]): number | null {
  let [critical, whole] = [0, 0];
  for (const { path, code } of sources) {
    whole += code;
    if (evidence.has(path)) critical += code;
  }
  return whole === 0 ? null : critical / whole;
}

function leftOut(files: number): readonly string[] {
  if (files === 0) return [];
  const some = `${files} ${files === 1 ? 'file' : 'files'} with personal-data services only`;
  return [
    `More than 15% of the source looked critical, so ${some} were left out: only configured paths and direct use of payment or authentication packages count.`,
  ];
}
