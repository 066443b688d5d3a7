import { Command, Option } from 'commander';
import { PRIORITIES } from '../shared/judgement.ts';
import type { BaselineOptions } from './commands/baseline.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { FactsOptions } from './commands/facts.ts';
import type { AuditOptions } from './options.ts';
import { ownVersion } from './version.ts';

const REPOSITORY = 'a folder, a part of one, a bare repository or a git URL';

const EXAMPLES = `
Examples:
  audit                                   the repository you are in
  audit ./shop -o report.md               a report for people, and a summary here
  audit ./shop -o json:- | jq .verdict    for another program
  audit baseline ./shop                   accept today's findings
  audit ./shop --baseline --fail-on P0    in CI: exit code 1 on a new P0
  audit explain score --from report.json  why the scores are what they are

Exit codes: 0 passed, 1 the gate failed, 2 wrong usage, broken input, or the
gate could not be judged.
Nothing of the audited repository is run, and nothing leaves this machine.`;

/** The whole command line. Each command is loaded when it runs, so that help and version need nothing else. */
export function buildProgram(finish: (code: number) => void): Command {
  const program = new Command('audit')
    .description('Technical due diligence of a git repository: what is wrong, what to do first, and what it costs.')
    .version(ownVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .argument('[repository]', REPOSITORY, '.')
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      outputError: (text, write) =>
        write(
          `${text
            .trim()
            .replace(/^error: /, 'audit: ')
            .replaceAll('\n', ' ')} (see audit --help)\n`,
        ),
    })
    .addHelpText('after', EXAMPLES);

  addReading(program.optionsGroup('What is read:'));
  addJudging(program.optionsGroup('How it is judged:'));
  program
    .option('--baseline', 'compare with .audit/baseline.json of the repository: what was accepted counts no more')
    .option('--baseline-file <file>', 'compare with this baseline')
    .addOption(
      new Option(
        '--fail-on <priority>',
        'exit with 1 when there is (with a baseline: a new) finding of this priority or above',
      ).choices(PRIORITIES),
    )
    .optionsGroup('What comes out:')
    .option(
      '-o, --output <file>',
      'write a report: .md or .json, or name the format (md:notes.txt, json:- for stdout); repeatable',
      collectPaths,
    );
  addTelling(program).action(async (repository: string, options: AuditOptions) => {
    const { runAudit } = await import('./commands/audit.ts');
    finish(await runAudit(repository, options));
  });

  const baseline = command(program, 'baseline')
    .description("accept today's findings: writes .audit/baseline.json into the repository")
    .argument('[repository]', REPOSITORY, '.')
    .option('--baseline-file <file>', 'write there instead; needed for a URL, a bare repository or a part of one');
  addTelling(addJudging(addReading(baseline))).action(async (repository: string, options: BaselineOptions) => {
    const { runBaseline } = await import('./commands/baseline.ts');
    finish(await runBaseline(repository, options));
  });

  const explain = command(program, 'explain')
    .description('tell every step behind a rule, a finding, a piece of work, a dimension, an indicator, or the score')
    .argument('<what>', 'its id, as it stands in a report or in audit rules; or `score`')
    .option(
      '--from <report>',
      'the JSON report that it stands in; without it, rules are explained, and the folder you are in is audited to find a finding',
    );
  addTelling(addJudging(addReading(explain))).action(async (what: string, options: ExplainOptions) => {
    const { runExplain } = await import('./commands/explain.ts');
    finish(await runExplain(what, options));
  });

  const facts = command(program, 'facts')
    .description('print the raw facts, without any judgement, for spreadsheets and scripts')
    .argument('[repository]', REPOSITORY, '.')
    .addOption(
      new Option('--only <table>', 'which facts')
        .choices(['functions', 'files', 'people', 'hotspots'])
        .makeOptionMandatory(),
    )
    .addOption(new Option('--format <format>', 'how').choices(['csv', 'ndjson', 'json']).default('csv'));
  addTelling(addReading(facts)).action(async (repository: string, options: FactsOptions) => {
    const { runFacts } = await import('./commands/facts.ts');
    finish(await runFacts(repository, options));
  });

  addTelling(command(program, 'rules').description('list every rule')).action(async () => {
    const { runRules } = await import('./commands/rules.ts');
    finish(await runRules());
  });
  return program;
}

function command(program: Command, name: string): Command {
  return program.command(name).helpOption('-h, --help', 'print this help').allowExcessArguments(false);
}

function addReading(command: Command): Command {
  return command
    .option('--rev <commit>', 'a commit, branch or tag, read from the object store without a checkout')
    .option('--config <file>', 'settings (default: audit.yaml of the repository, unless it is cloned from a URL)')
    .option('--no-config', "ignore the repository's audit.yaml")
    .addOption(
      new Option('--people <how>', 'how people are named (default: handle)').choices(['handle', 'raw', 'anonymous']),
    );
}

function addJudging(command: Command): Command {
  return command
    .option('--only <analyzer>', 'run only this analyzer; repeatable', collect)
    .option('--skip <analyzer>', 'leave this analyzer out; repeatable', collect)
    .addOption(
      new Option(
        '--depth <depth>',
        'quick leaves the close look at the worst files out (default: full, with a baseline quick)',
      ).choices(['quick', 'full']),
    )
    .option(
      '--coverage <file>',
      'an lcov or Istanbul report; repeatable (default: found in the usual places)',
      collectPaths,
    )
    .option(
      '--advisories <path>',
      'known vulnerabilities: an OSV file or a folder of them; without it they are not assessed',
    );
}

function addTelling(command: Command): Command {
  return command
    .option('-q, --quiet', 'no progress and no summary; only the gate and errors')
    .option('--no-color', 'no colours (as does the variable NO_COLOR)')
    .option('--debug', 'print the trace of an error');
}

/** `--only a --only b` and `--only a,b` mean the same. */
function collect(value: string, before: readonly string[] = []): string[] {
  return [
    ...before,
    ...value
      .split(',')
      .map(part => part.trim())
      .filter(Boolean),
  ];
}

function collectPaths(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
