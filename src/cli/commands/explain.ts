import { readFile } from 'node:fs/promises';
import { audit } from '../../audit.ts';
import { explain, explainable } from '../../report/explain.ts';
import { type Report, reportSchema } from '../../report/report.ts';
import { renderExplanation } from '../../report/terminal/explanation.ts';
import { UserError } from '../../shared/user-error.ts';
import { EXIT } from '../exit-codes.ts';
import { suggest } from '../nearest.ts';
import type { JudgingOptions } from '../options.ts';
import { prepareInputs } from '../prepare.ts';
import { readRulebook } from '../rules-folder.ts';
import { withRepository } from '../session.ts';
import { terminalOf } from '../terminal.ts';

export interface ExplainOptions extends JudgingOptions {
  readonly from?: string;
  readonly color: boolean;
}

/** Rule and eight hex digits, or a kind of work and its scope: these exist only in the report of a repository. */
const OF_A_REPORT = /^[a-z][a-z0-9-]*(?:-[0-9a-f]{8}|:.+)$/;

/** `audit explain <what>`: every step behind a rule, a finding, a piece of work or a score. */
export async function runExplain(what: string, options: ExplainOptions): Promise<number> {
  const rulebook = await readRulebook();
  const named = options.from === undefined ? null : await readReport(options.from);
  const known = explain(what, rulebook, named);
  const report = !known && named === null && OF_A_REPORT.test(what) ? await auditHere(options) : named;
  const explanation = known ?? explain(what, rulebook, report);
  if (!explanation) {
    const where = options.from ?? (report ? 'this repository' : 'the rulebook');
    const otherwise = report
      ? 'audit rules lists the rules.'
      : 'audit rules lists the rules; add --from report.json for what is in a report.';
    throw new UserError(
      `Nothing in ${where} is called ${what}: ${suggest(what, explainable(rulebook, report), otherwise)}`,
    );
  }
  process.stdout.write(renderExplanation(explanation, terminalOf(process.stdout, options.color)));
  return EXIT.passed;
}

async function auditHere(options: ExplainOptions): Promise<Report> {
  return withRepository('.', options, async (repository, progress) => {
    const preparing = { target: '.', baseline: null, failOn: null, progress, depth: 'full' } as const;
    return audit(repository, await prepareInputs(repository, options, preparing));
  });
}

async function readReport(path: string): Promise<Report> {
  const remedy = 'write one with audit -o report.json';
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new UserError(`${path} cannot be read as a report: ${remedy}.`, { cause });
  }
  const checked = reportSchema.safeParse(content);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new UserError(`${path} is no report of this version (${issue?.path.join('.') || 'its top'}): ${remedy}.`);
}
