import type { CommandIo } from './io.ts';
import { EXIT } from './exit-codes.ts';
import { createProgram, main } from './main.ts';

/** Text of a command's own `--help`, as a terminal of 100 columns shows it. */
async function helpOf(argv: readonly string[]): Promise<string> {
  const out: string[] = [];
  const io: CommandIo = {
    out: (text) => void out.push(text),
    err: (text) => void out.push(text),
    stdin: () => Promise.resolve(new Uint8Array()),
    env: {},
    cwd: '/',
    colour: false,
    columns: 100,
    progress: false,
    now: () => new Date(0),
    stopped: () => Promise.resolve(),
  };
  await main([...argv, '--help'], io);
  return out.join('').trimEnd();
}

const SETTINGS = [
  ['DATELINE_LEDGER', 'folder of the ledger, instead of `.dateline` here'],
  ['DATABASE_URL', 'PostgreSQL server, instead of a folder; `--ledger` goes before it'],
  ['DATELINE_PLACES', 'folder of imported places, instead of `.dateline/places` here'],
  ['NO_COLOR', 'anything but empty: no colours'],
  ['DATELINE_DEBUG', 'anything but empty: internal errors show where they happened'],
] as const;

const fenced = (text: string) => `\`\`\`text\n${text}\n\`\`\`\n`;

/** `docs/commands.md`: the help of every command, and the exit codes. */
export async function commandReference(): Promise<string> {
  const silent = { out: () => undefined, err: () => undefined } as unknown as CommandIo;
  const names = createProgram(silent, () => undefined).commands.map((command) => command.name());
  const parts = [
    '# Commands\n',
    'Written by `npx tsx scripts/commands-doc.ts` from what each command says of itself; a test keeps it current.\n',
    fenced(await helpOf([])),
  ];
  for (const name of names) parts.push(`## ${name}\n`, fenced(await helpOf([name])));
  const codes = Object.values(EXIT).map(({ code, means }) => `- \`${code}\`: ${means}`);
  parts.push(
    '## Exit codes\n',
    codes.join('\n'),
    '',
    '## Errors\n',
    'Every error says what was seen (and what was expected) on one line of the error stream, and what to do on the next.',
    '`DATELINE_DEBUG=1` adds where in the code an internal error happened.\n',
    '## Settings\n',
    SETTINGS.map(([name, about]) => `- \`${name}\`: ${about}`).join('\n'),
  );
  return `${parts.join('\n')}\n`;
}
