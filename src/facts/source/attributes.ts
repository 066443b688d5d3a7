import { matchesParts } from '../../shared/glob.ts';

/** A `.gitattributes`, and where it lies: every path is from the same folder. */
export interface AttributesFile {
  readonly folder: string;
  readonly text: string;
}

/** Who a repository says wrote a file: a program, or other people. */
export type Attributed = 'generated' | 'vendored';

interface Rule {
  readonly below: string;
  readonly pattern: readonly string[];
  readonly role: Attributed;
  readonly holds: boolean;
}

/** No repository has a need for more, and each is tried on each file. */
const MOST_RULES = 200;
const MOST_PARTS = 40;
const ATTRIBUTE = /^([-!]?)linguist-(generated|vendored)(?:=(\w{1,10}))?$/;

/** What a repository's `.gitattributes` say of a path by `linguist-generated` and `linguist-vendored`, as GitHub reads them. */
export function readAttributes(files: readonly AttributesFile[]): (path: string) => Attributed | null {
  const outermostFirst = [...files].sort((a, b) => depth(a) - depth(b) || (a.folder < b.folder ? -1 : 1));
  const rules = outermostFirst.flatMap(readRules).slice(0, MOST_RULES);
  if (rules.length === 0) return () => null;
  return path => {
    const holds = { vendored: false, generated: false };
    for (const rule of rules) if (matches(rule, path)) holds[rule.role] = rule.holds;
    return holds.vendored ? 'vendored' : holds.generated ? 'generated' : null;
  };
}

function readRules({ folder, text }: AttributesFile): readonly Rule[] {
  return text.split('\n').flatMap(line => {
    const [pattern = '', ...attributes] = line.trim().split(/\s+/);
    const parts = readPattern(pattern);
    if (parts === null) return [];
    return attributes.flatMap((attribute): Rule[] => {
      const [, sign, role, value] = ATTRIBUTE.exec(attribute) ?? [];
      if (role !== 'generated' && role !== 'vendored') return [];
      return [{ below: folder, pattern: parts, role, holds: sign === '' && value !== 'false' }];
    });
  });
}

/** The parts of a pattern; null where it is a comment, a macro, or an ending alone. */
function readPattern(pattern: string): readonly string[] | null {
  if (/^(?:$|[#"!]|\[attr\])/.test(pattern)) return null;
  const parts = pattern.split('/').filter(part => part !== '');
  if (parts.length === 0 || parts.length > MOST_PARTS || pattern.endsWith('/') || isEndingAlone(parts)) return null;
  return pattern.includes('/') ? parts : ['**', ...parts];
}

/** `*.css linguist-generated` corrects which language GitHub shows for a project; it tells nobody's work from another's. */
function isEndingAlone(parts: readonly string[]): boolean {
  return parts.every(part => /^\*+(?:\.\w*)?$/.test(part));
}

function matches({ below, pattern }: Rule, path: string): boolean {
  if (below === '') return matchesParts(pattern, path.split('/'));
  return path.startsWith(`${below}/`) && matchesParts(pattern, path.slice(below.length + 1).split('/'));
}

function depth({ folder }: AttributesFile): number {
  return folder === '' ? 0 : folder.split('/').length;
}
