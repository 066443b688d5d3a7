import { COMPOUND } from '../findings/compound.ts';
import type { AnalyzerRun } from '../shared/analyzer.ts';
import { type FileFact, type FileKind, SURVEYED_LANGUAGES } from '../shared/facts/source.ts';
import { openGlobs } from '../shared/glob.ts';
import { subjectPath } from '../shared/subject.ts';
import { FROM_ADVISORIES, lacksAdvisories } from './advisories.ts';
import { type BaselineComparison, runFor } from './comparison.ts';
import type { BaselineEntry } from './types.ts';

/** Rules on the code of tests; all others on code look into source only. */
const ON_TESTS: ReadonlySet<string> = new Set(['tangled-test']);
/** What nothing looks into. */
const UNSEEN_KINDS: ReadonlySet<FileKind> = new Set(['vendored', 'generated', 'fixture', 'example']);

/** Says why a finding that is gone cannot be called fixed; null when its place was looked at, and it was not there. */
export function openDepartures({
  facts,
  runs,
  settings,
  baseline,
}: BaselineComparison): (entry: BaselineEntry) => string | null {
  const files = new Map((facts.files.available ? facts.files.value : []).map(file => [file.path, file]));
  const excluded = openGlobs(settings.exclude);

  return entry => {
    if (entry.rule === COMPOUND) {
      const missing = baseline.analyzers.find(id => !looked(runs.find(({ analyzer }) => analyzer === id)));
      return missing === undefined
        ? null
        : `It is made of other findings, and the analyzer ${missing} did not look this time.`;
    }
    const run = runFor(entry.rule, runs);
    if (run === undefined) return 'The analyzer that reports it was left out of this audit.';
    if (run.status === 'failed' || run.status === 'not-available')
      return `The analyzer ${run.analyzer} could not look: ${run.because}`;
    if (entry.rule === FROM_ADVISORIES && lacksAdvisories({ facts, baseline }))
      return 'No advisories were given this time, so known vulnerabilities were not looked for.';
    const path = subjectPath(entry.subject);
    if (path === null) return null;
    if (excluded(path)) return `${path} is excluded from this audit.`;
    const file = files.get(path);
    if (file?.skipped !== undefined) return `${path} could not be looked into: ${file.skipped}`;
    if (file !== undefined && isUnseen(file, entry.rule))
      return `${path} now counts as ${file.kind}, where this is not looked for.`;
    return null;
  };
}

/** Program code is looked into as what it was: calling it a test mends nothing in it. */
function isUnseen({ kind, language }: FileFact, rule: string): boolean {
  if (language === null || !SURVEYED_LANGUAGES.has(language)) return UNSEEN_KINDS.has(kind);
  return kind !== (ON_TESTS.has(rule) ? 'test' : 'source');
}

/** An analyzer that found nothing to look at has looked. */
function looked(run: AnalyzerRun | undefined): boolean {
  return run !== undefined && (run.status === 'completed' || run.status === 'not-applicable');
}
