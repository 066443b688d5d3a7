import { UNEXPLAINED } from './causes.mjs';

/** @typedef {{ equal: number, of: number, decidingEqual: number, deciding: number }} Agreement */

export const MEASURES = ['cyclomatic', 'cognitive'];
/** What a function has that decides nothing. Four fifths have, and anyone gets those right. */
const LEAST = { cyclomatic: 1, cognitive: 0 };

/** Everything that is counted while repositories are compared. */
export function openTally() {
  return {
    files: 0,
    functions: 0,
    agreement: { cyclomatic: noAgreement(), cognitive: noAgreement() },
    /** @type {{ measure: string, path: string, line: number, name: string, ours: number, theirs: number, cause: string }[]} */
    differences: [],
    /** @type {{ side: 'ours' | 'theirs', path: string, line: number, cause: string }[]} */
    alone: [],
    /** @type {{ path: string, side: 'ours' | 'theirs' | 'both', because: string }[]} */
    unread: [],
  };
}

/** Counts one measure of one function, and says whether both sides agree. */
export function count(tally, measure, ours, theirs) {
  const agreement = tally.agreement[measure];
  const equal = ours === theirs ? 1 : 0;
  const decides = Math.max(ours, theirs) > LEAST[measure] ? 1 : 0;
  agreement.of += 1;
  agreement.equal += equal;
  agreement.deciding += decides;
  agreement.decidingEqual += decides * equal;
  return equal === 1;
}

export function addUp(tallies) {
  const sum = openTally();
  for (const tally of tallies) {
    sum.files += tally.files;
    sum.functions += tally.functions;
    for (const measure of MEASURES)
      for (const key of Object.keys(sum.agreement[measure]))
        sum.agreement[measure][key] += tally.agreement[measure][key];
    sum.differences.push(...tally.differences);
    sum.alone.push(...tally.alone);
    sum.unread.push(...tally.unread);
  }
  return sum;
}

export function hasExplained({ differences }) {
  return differences.some(({ cause }) => cause !== UNEXPLAINED);
}

export function hasUnexplained({ differences, alone }) {
  return [...differences, ...alone].some(({ cause }) => cause === UNEXPLAINED);
}

function noAgreement() {
  return { equal: 0, of: 0, decidingEqual: 0, deciding: 0 };
}
