import correct from 'spdx-correct';
import parse from 'spdx-expression-parse';
import type { Lock } from '../../shared/facts/manifests.ts';

/** From what binds least to what binds most. */
export const LICENCE_CLASSES = [
  'permissive',
  'weak-copyleft',
  'unknown',
  'copyleft',
  'network-copyleft',
  'restricted',
] as const;
export type LicenceClass = (typeof LICENCE_CLASSES)[number];

const LONGEST = 400;

const WEAK = /^(?:LGPL|MPL|EPL|CDDL|CPL|IPL|APSL|CECILL-C|EUPL|MS-RL|OFL|CC-BY-SA|Artistic)/;
const STRONG = /^(?:GPL|CECILL-(?!B|C)|GFDL|QPL|Sleepycat|RPL)/;
const NETWORK = /^(?:AGPL|OSL|CPAL|RPSL|NPOSL|Watcom)/;
const RESTRICTED = /^(?:BUSL|SSPL|Elastic|CC-BY-NC|CC-BY-ND|PolyForm|Parity|JSON-NC|Hippocratic|BSL-1\.1)/i;
/** Written by people who never looked at SPDX, and clear all the same. */
const RESTRICTED_WORDS =
  /^(?:unlicensed|proprietary|commercial|all rights reserved|business source|bsl 1\.1|server side public|elastic licen[cs]e|.{0,40}commons[ -]clause|cc[ -]by[ -]nc)/i;
const FREE_WORDS = /^(?:public[ -]?domain|isc licen[cs]e)$/i;
const NO_WORDS = /^(?:see licen[cs]e|none|unknown|custom|other|private|undefined|null|n\/a)/i;

/** `MIT or GPL version 2`, but not `version 2 or later`. */
const CHOICE = /\s+or\s+(?!(?:any\s+)?(?:above|greater|higher|later|newer))/i;

/** Correcting what nobody can read is slow, and more different licences than this are no honest lock. */
const MOST_LICENCES = 2_000;

/** Packages that state nothing at all are few; a lock that an old npm began lacks the licences of hundreds. Our estimates. */
const FEWEST_LEFT_OUT = 20;
const SHARE_LEFT_OUT = 0.1;

/** Remembers what it has classified: thousands of packages share a dozen licences. */
export function openClassifier(): (written: string | null) => LicenceClass {
  const known = new Map<string | null, LicenceClass>();
  return written => {
    const found = known.get(written) ?? (known.size < MOST_LICENCES ? classifyLicence(written) : 'unknown');
    if (known.size < MOST_LICENCES) known.set(written, found);
    return found;
  };
}

/** Whether a lock keeps silent of so many licences that its silence says nothing: an older npm began it. */
export function leavesLicencesOut({ packages }: Pick<Lock, 'packages'>): boolean {
  const silent = packages.filter(({ licence }) => licence === null).length;
  return silent > FEWEST_LEFT_OUT && silent > SHARE_LEFT_OUT * packages.length;
}

/** What a licence expression asks of whoever uses the package: of `OR` the user takes the easier arm, of `AND` both bind. */
export function classifyLicence(written: string | null): LicenceClass {
  const expression = written?.trim().slice(0, LONGEST) ?? '';
  if (expression === '' || NO_WORDS.test(expression)) return 'unknown';
  // "UNLICENSED" says that nobody may use it; a corrector of typing errors would read the public-domain "Unlicense".
  if (RESTRICTED_WORDS.test(expression)) return 'restricted';
  if (FREE_WORDS.test(expression)) return 'permissive';
  return classOfExpression(expression) ?? easiestOf(expression.split(CHOICE)) ?? classOfText(expression);
}

/** Of several licences in plain words the user takes the easiest; null where there is no choice. */
function easiestOf(arms: readonly string[]): LicenceClass | null {
  if (arms.length < 2) return null;
  return LICENCE_CLASSES[Math.min(...arms.map(arm => LICENCE_CLASSES.indexOf(classOfText(arm.trim()))))] ?? null;
}

function classOfText(text: string): LicenceClass {
  return classOfExpression(text) ?? classOfExpression(corrected(text)) ?? 'unknown';
}

type Expression = ReturnType<typeof parse>;

function classOfExpression(expression: string): LicenceClass | null {
  // Brackets nest without end in hostile text, and the parser is recursive.
  if (expression === '' || expression.split('(').length > 20) return null;
  try {
    return weigh(parse(expression));
  } catch {
    return null;
  }
}

function weigh(expression: Expression): LicenceClass {
  if ('conjunction' in expression) {
    const arms = [weigh(expression.left), weigh(expression.right)].map(arm => LICENCE_CLASSES.indexOf(arm));
    const chosen = expression.conjunction === 'or' ? Math.min(...arms) : Math.max(...arms);
    return LICENCE_CLASSES[chosen] ?? 'unknown';
  }
  const { license: name } = expression;
  if (name.startsWith('LicenseRef') || name.startsWith('DocumentRef')) return 'unknown';
  if (RESTRICTED.test(name)) return 'restricted';
  if (NETWORK.test(name)) return 'network-copyleft';
  // An exception (classpath, linking, autoconf…) frees exactly those who only use the package.
  if (STRONG.test(name)) return expression.exception ? 'weak-copyleft' : 'copyleft';
  return WEAK.test(name) ? 'weak-copyleft' : 'permissive';
}

function corrected(expression: string): string {
  try {
    return correct(expression) ?? '';
  } catch {
    return '';
  }
}
