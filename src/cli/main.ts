import { CommanderError } from 'commander';
import { tellError } from './errors.ts';
import { EXIT } from './exit-codes.ts';
import { buildProgram } from './program.ts';

// Node's own exit code for what nobody caught is 1, which would say that the gate failed.
process.on('uncaughtException', error => process.exit(tellError(error, process.argv.includes('--debug'))));

// Whoever reads our output may stop early (`| head`): that is no error of ours, and the gate still has its say.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await main(process.argv);

async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.passed;
  const program = buildProgram(outcome => {
    code = outcome;
  });
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    // Commander has already said what was wrong with the command line, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.passed : EXIT.unusable;
    return tellError(error, argv.includes('--debug'));
  }
}
