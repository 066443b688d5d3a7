import { audit } from '../../audit.ts';
import type { Report } from '../../report/report.ts';
import { UserError } from '../../shared/user-error.ts';
import { readBaseline } from '../baseline-file.ts';
import { EXIT } from '../exit-codes.ts';
import type { AuditOptions } from '../options.ts';
import { type Output, planOutputs, writeOutput } from '../outputs.ts';
import { prepareInputs } from '../prepare.ts';
import { withRepository } from '../session.ts';
import { terminalOf } from '../terminal.ts';

/** `audit [repository]`: the whole way from a repository to reports and an exit code. */
export async function runAudit(target: string, options: AuditOptions): Promise<number> {
  const outputs = await planOutputs(options.output ?? []);
  const report = await withRepository(target, options, async (repository, progress) => {
    const compared = options.baseline || options.baselineFile !== undefined;
    const baseline = compared ? await readBaseline(repository, options.baselineFile) : null;
    const depth = baseline === null ? 'full' : 'quick';
    const failOn = options.failOn ?? null;
    const inputs = await prepareInputs(repository, options, { target, baseline, failOn, progress, depth });
    return audit(repository, inputs);
  });
  for (const output of outputs) await writeOutput(output, report);
  refuseNothing(report, target);
  await tell(report, outputs, target, options);
  return exitCodeOf(report);
}

/** Nothing analysed is no pass: whoever asked believes that something was looked at. */
function refuseNothing({ runs, subject }: Report, target: string): void {
  if (subject.files === 0) {
    const known = subject.notes.length > 0 ? ` (${subject.notes.join(' ').replace(/\.$/, '')})` : '';
    throw new UserError(`${target} holds no files that could be audited${known}: check the path, --rev and exclude.`);
  }
  if (runs.some(({ status, examined }) => status === 'completed' && (examined?.examined ?? 0) > 0)) return;
  const reasons = [
    ...new Set(runs.map(({ analyzer, because }) => `${analyzer}: ${because ?? 'it found nothing to examine'}`)),
  ];
  throw new UserError(
    reasons.length === 0
      ? 'No analyzer was left to run: check --only and --skip.'
      : `Nothing in ${target} could be analysed (${reasons.join('; ')}): check that it is the repository you meant.`,
  );
}

async function tell(report: Report, outputs: readonly Output[], target: string, options: AuditOptions): Promise<void> {
  const written = outputs.flatMap(({ path }) => path ?? []);
  // A report on stdout is for the next program in the pipe: nothing else may stand there.
  if (outputs.some(({ path }) => path === null)) return;
  const terminal = terminalOf(process.stdout, options.color);
  if (options.quiet) {
    const { renderGate } = await import('../../report/terminal/render.ts');
    if (report.gate.status !== 'off') process.stdout.write(renderGate(report, terminal));
    return;
  }
  const { renderTerminal } = await import('../../report/terminal/render.ts');
  process.stdout.write(renderTerminal(report, { ...terminal, target, written }));
}

function exitCodeOf({ gate }: Report): number {
  switch (gate.status) {
    case 'off':
    case 'passed':
      return EXIT.passed;
    case 'failed':
      return EXIT.failed;
    case 'inconclusive':
      return EXIT.unusable;
  }
}
