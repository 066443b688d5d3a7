import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { readFolder } from '../../scripts/story/folder.mjs';
import { planHistory } from '../../scripts/story/plan.mjs';
import { runAnalyzers } from '../../src/analyzers/run.ts';
import { collectFacts } from '../../src/facts/collect.ts';
import { readAdvisories } from '../../src/facts/manifests/advisories.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import type { Change, Commit } from '../../src/facts/repository/repository.ts';
import type { Analyzer, AnalyzerRun } from '../../src/shared/analyzer.ts';
import type { Confidence } from '../../src/shared/judgement.ts';
import type { Evidence } from '../../src/shared/observation.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/shared/settings.ts';
import type { Subject } from '../../src/shared/subject.ts';

type PlannedChange = ReturnType<typeof planHistory>[number]['changes'][number];

const CASES = resolve(import.meta.dirname, '../../fixtures/analyzers');

/** What a case says its analyzer must report: exactly these flags, none of what it spares, and these measures. */
export interface Expected {
  readonly flags: readonly {
    readonly rule: string;
    readonly subject: Subject;
    readonly confidence?: Confidence;
    readonly evidence?: Evidence;
  }[];
  readonly spares?: readonly { readonly rule: string; readonly subject: Subject }[];
  readonly measures?: Readonly<Record<string, number | null>>;
  readonly status?: AnalyzerRun['status'];
}

export function casesOf(analyzer: string): readonly string[] {
  const folder = join(CASES, analyzer);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

export function expectedOf(analyzer: string, name: string): Expected {
  return JSON.parse(readFileSync(join(CASES, analyzer, name, 'expected.json'), 'utf8')) as Expected;
}

/** Runs one analyzer on one case, through the same collecting and running as a real audit. */
export async function runCase(analyzer: Analyzer, name: string): Promise<AnalyzerRun> {
  const folder = join(CASES, analyzer.id, name);
  const files = readFolder(join(folder, 'repo'));
  const history = readIfThere(join(folder, 'history.yaml'));
  const { advisories, ...settings } = parse(readIfThere(join(folder, 'settings.yaml')) ?? '{}') as Partial<Settings> & {
    advisories?: string;
  };
  const past = history === null ? null : planned(history, files);
  const repository = memoryRepository({
    files: Object.fromEntries(files),
    ...(past === null ? {} : { ...past, facts: { date: past.commits[0]?.commitDate ?? null } }),
  });
  const facts = await collectFacts(repository, {
    analyzers: [analyzer],
    settings: { ...DEFAULT_SETTINGS, ...settings },
    advisories:
      advisories === undefined ? { digest: null, advisories: [] } : await readAdvisories(join(folder, advisories)),
  });
  const [run] = runAnalyzers([analyzer], facts);
  if (run === undefined) throw new Error('the analyzer did not run');
  return run;
}

/** The commits of a history file as the repository port tells them, newest first, and the contents that they name. */
function planned(history: string, files: ReadonlyMap<string, Buffer>) {
  const id = (index: number) => String(index + 1).padStart(40, '0');
  const blobs: Record<string, Buffer> = {};
  const present = new Map<string, string>();
  const tellChange = ({ status, path, from, content }: PlannedChange): Change => {
    const before = present.get(from ?? path);
    present.delete(from ?? path);
    const blob = content && createHash('sha1').update(content).digest('hex');
    if (blob !== undefined) {
      blobs[blob] = content as Buffer;
      present.set(path, blob);
    }
    return { status, path, ...(from && { from }), ...(blob && { blob }), ...(before && { before }) };
  };
  const commits = planHistory(history, files).map(
    ({ author, email, date, message, parents, changes }, index): Commit => {
      const person = { name: author, email };
      const when = date.toISOString();
      return {
        id: id(index),
        parents: parents.map(id),
        author: person,
        authorDate: when,
        authorZone: 0,
        committer: person,
        commitDate: when,
        message,
        changes: changes.map(tellChange),
      };
    },
  );
  return { commits: commits.reverse(), blobs };
}

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
