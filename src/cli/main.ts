import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { packageRoot } from '../node/package-root.ts';
import { COMMANDS } from './commands/index.ts';
import { createContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { report } from './failure.ts';
import { type CommandIo, processIo } from './io.ts';

const version = () =>
  (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string })
    .version;

/** The whole command line, with all its help. */
export function createProgram(io: CommandIo, done: (exit: number) => void): Command {
  const program = new Command('dateline')
    .description(
      'Reads news reports about armed conflict, keeps a ledger of claims, and works out who holds which place.',
    )
    .version(version(), '--version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) => write(text.replace(/^error: /, 'dateline: ')),
      getOutHelpWidth: () => io.columns ?? 100,
      getErrHelpWidth: () => io.columns ?? 100,
    });
  const context = createContext(io, done);
  for (const register of COMMANDS) register(program, context);
  // A subcommand must throw like the program, or it would end the process of a test.
  for (const command of program.commands) {
    command
      .exitOverride()
      .helpOption('-h, --help', 'show help')
      .showHelpAfterError('(--help shows how it is used)');
  }
  return program;
}

/** Runs one command and gives its exit code. Never throws. */
export async function main(argv: readonly string[], io: CommandIo = processIo()): Promise<number> {
  let exit: number = EXIT.ok.code;
  try {
    const program = createProgram(io, (code) => {
      exit = code;
    });
    if (argv.length === 0) {
      program.outputHelp();
      return EXIT.ok.code;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT.ok.code : EXIT.usage.code;
    }
    return report(error, io);
  }
}
