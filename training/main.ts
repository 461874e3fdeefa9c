import { mkdirSync } from 'node:fs';

/** What builds the weights in `models/`; each takes its training files as `--data FILE`. */
const COMMANDS: Readonly<
  Record<string, () => Promise<{ run: (options: TrainingOptions) => void | Promise<void> }>>
> = {
  tagger: () => import('./tagger-command.ts'),
  parser: () => import('./parser-command.ts'),
  moves: () => import('./moves-command.ts'),
  'letter-case': () => import('./letter-case-command.ts'),
  clusters: () => import('./clusters-command.ts'),
  senses: () => import('./senses-command.ts'),
  vectors: () => import('./vectors-command.ts'),
  cards: () => import('./cards-command.ts'),
  names: () => import('./names-command.ts'),
  lemmas: () => import('./lemmas-command.ts'),
  speech: () => import('./speech-command.ts'),
  sureness: () => import('./sureness-command.ts'),
  cameo: () => import('./cameo-command.ts'),
  muc4: () => import('./muc4-command.ts'),
  'india-police': () => import('./india-police-command.ts'),
  satp: () => import('./satp-command.ts'),
};

export interface TrainingOptions {
  readonly data: readonly string[];
  readonly flags: Readonly<Record<string, string>>;
  /** File that the weights go to. */
  readonly out: string;
  readonly log: (line: string) => void;
}

/** Those that learn from no texts. */
const WITHOUT_TEXTS = new Set(['senses', 'vectors', 'cards']);
const USAGE = `usage: npm run train -- MODEL --data FILE [--data FILE …] [--out FILE]
models: ${Object.keys(COMMANDS).join(', ')}
The cards in models/ say how each is rebuilt, with which options.
`;

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if ([name, ...rest].some((argument) => argument === '--help' || argument === '-h')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const load = name === undefined ? undefined : COMMANDS[name];
  if (name === undefined || !load) {
    process.stderr.write(USAGE);
    return 64;
  }
  const data: string[] = [];
  const flags: Record<string, string> = {};
  for (let i = 0; i + 1 < rest.length; i += 2) {
    if (rest[i] === '--data') data.push(rest[i + 1]!);
    else flags[rest[i]!.replace(/^--/, '')] = rest[i + 1]!;
  }
  if (data.length === 0 && !WITHOUT_TEXTS.has(name)) {
    process.stderr.write(`saw no --data; expected the files that ${name} learns from\n${USAGE}`);
    return 64;
  }
  mkdirSync('models', { recursive: true });
  const log = (line: string) => process.stderr.write(`${line}\n`);
  await (await load()).run({ data, flags, out: flags['out'] ?? `models/${name}.bin`, log });
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
