/** What fits the numbers in `data/assessment/`; each prints before, after and held-out loss. */
const COMMANDS: Readonly<
  Record<string, () => Promise<{ run: (options: FitOptions) => Promise<void> }>>
> = {
  standing: () => import('./fit-standing.ts'),
};

export interface FitOptions {
  readonly data: readonly string[];
  readonly flags: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

async function main([name, ...rest]: readonly string[]): Promise<number> {
  const load = name === undefined ? undefined : COMMANDS[name];
  if (!load) {
    process.stderr.write('usage: npm run fit -- standing --data FILE… --truth FILE [--write]\n');
    return 64;
  }
  const data: string[] = [];
  const flags: Record<string, string> = {};
  for (let i = 0; i < rest.length; i++) {
    const flag = rest[i]!.replace(/^--/, '');
    const next = rest[i + 1];
    const value = next === undefined || next.startsWith('--') ? 'true' : rest[++i]!;
    if (flag === 'data') data.push(value);
    else flags[flag] = value;
  }
  await (await load()).run({ data, flags, log: (line) => process.stdout.write(`${line}\n`) });
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
