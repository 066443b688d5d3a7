import { compareText } from '../shared/text-order.ts';
import { UserError } from '../shared/user-error.ts';
import { type Baseline, type BaselineEntry, baselineSchema } from './types.ts';

const VERSION = 1;
const REMEDY = 'restore it from git, or remove it and run `audit baseline` again';

/** Reads a baseline, or says in one sentence what is wrong with it. `path` is what it is called there. */
export function parseBaseline(text: string, path: string): Baseline {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const marker = /^(?:<{7}|>{7}|={7})/m.test(text);
    const problem = marker ? 'has unresolved merge conflicts: resolve them' : 'is not valid JSON: mend it';
    throw new UserError(`${path} ${problem}, or ${REMEDY}.`, { cause });
  }
  const version = typeof content === 'object' && content !== null && 'version' in content ? content.version : undefined;
  if (version !== VERSION) {
    const found = typeof version === 'number' ? `has version ${version}` : 'names no version';
    throw new UserError(`${path} ${found}, and this audit reads version ${VERSION}: update the tool, or ${REMEDY}.`);
  }
  const checked = baselineSchema.safeParse(content);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  throw new UserError(
    `${path} is not what the tool writes${place} (${issue?.message ?? 'unknown shape'}): mend it, or ${REMEDY}.`,
  );
}

/** Writes a baseline so that it merges in git: every list sorted, one item a line. */
export function printBaseline(baseline: Baseline): string {
  const { findings, unexamined, setting, examined, rules, analyzers, ...head } = baseline;
  const members = [
    ...Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`),
    `  "analyzers": ${list(analyzers, 2)}`,
    `  "rules": ${list(rules, 2)}`,
    `  "examined": ${lines(
      '{',
      '}',
      Object.entries(examined)
        .sort(byName)
        .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`),
      2,
    )}`,
    `  "unexamined": {\n    "languages": ${list(unexamined.languages, 4)},\n    "files": ${list(unexamined.files, 4)}\n  }`,
    `  "setting": ${lines(
      '{',
      '}',
      Object.entries(setting)
        .sort(byName)
        .map(([step, keys]) => `${JSON.stringify(step)}: ${list(keys ?? [], 4)}`),
      2,
    )}`,
    `  "findings": ${lines('[', ']', findings.map(printEntry).sort(compareText), 2)}`,
  ];
  return `{\n${members.join(',\n')}\n}\n`;
}

/** Names first, so that the order of the lines is the order of what they are about. */
function printEntry({
  rule,
  subject: { kind, name },
  within,
  digest,
  priority,
  measure,
  firstSeen,
}: BaselineEntry): string {
  return JSON.stringify({ rule, subject: { kind, name }, within, digest, priority, measure, firstSeen });
}

function list(values: readonly string[], indent: number): string {
  return lines(
    '[',
    ']',
    values.toSorted(compareText).map(value => JSON.stringify(value)),
    indent,
  );
}

function lines(open: string, close: string, items: readonly string[], indent: number): string {
  if (items.length === 0) return open + close;
  const margin = ' '.repeat(indent);
  return `${open}\n${items.map(item => `${margin}  ${item}`).join(',\n')}\n${margin}${close}`;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareText(a, b);
}
