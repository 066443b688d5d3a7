import type { Finding } from '../findings/finding.ts';
import type { FileFact } from '../shared/facts/source.ts';
import { subjectPath } from '../shared/subject.ts';
import { openNews } from './advisories.ts';
import { type BaselineComparison, runFor } from './comparison.ts';
import { openSince } from './since.ts';

/** Why a finding that the baseline does not hold is there. */
export type Arrival = {
  readonly kind: 'added' | 'newlyKnown' | 'newlyExamined';
  readonly because: string;
};

/** Tells what someone added from what was there all along, and was not known or not looked at. */
export function openArrivals(comparison: BaselineComparison): (finding: Finding) => Arrival {
  const { facts, runs, baseline } = comparison;
  const rules = new Set(baseline.rules);
  const analyzers = new Set(baseline.analyzers);
  const passedOver = new Set(baseline.unexamined.files);
  const unread = new Set(baseline.unexamined.languages);
  const files = new Map((facts.files.available ? facts.files.value : []).map(file => [file.path, file]));
  const newsOf = openNews(comparison);
  const changedSince = openSince(comparison);

  return finding => {
    const { rule, subject } = finding;
    if (!rules.has(rule))
      return { kind: 'newlyKnown', because: 'The rule did not exist when the baseline was written.' };
    const news = newsOf(finding);
    if (news !== null) return { kind: 'newlyKnown', because: news };
    const run = runFor(rule, runs);
    if (run !== undefined && !analyzers.has(run.analyzer))
      return {
        kind: 'newlyExamined',
        because: `The analyzer ${run.analyzer} had not run when the baseline was written.`,
      };
    const file = files.get(finding.places[0]?.path ?? subjectPath(subject) ?? '');
    if (file !== undefined && wasPassedOver(file) && !changedSince(file.path))
      return {
        kind: 'newlyExamined',
        because: `${file.path} was not looked into when the baseline was written, and has not changed since as far as the history tells.`,
      };
    return { kind: 'added', because: 'It is not in the baseline.' };
  };

  function wasPassedOver({ path, language }: FileFact): boolean {
    return passedOver.has(path) || (language !== null && unread.has(language));
  }
}
