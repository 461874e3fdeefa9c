import type { BenchTask } from './task.ts';

/** Every task by name; loaded only when asked for. */
const TASKS: Readonly<Record<string, () => Promise<{ task: BenchTask }>>> = {
  speed: () => import('./tasks/speed.ts'),
  uner: () => import('./tasks/uner.ts'),
  crossner: () => import('./tasks/crossner.ts'),
  re3d: () => import('./tasks/re3d.ts'),
  'letter-case': () => import('./tasks/letter-case.ts'),
  ud: () => import('./tasks/ud.ts'),
  cameo: () => import('./tasks/cameo.ts'),
  control: () => import('./tasks/control.ts'),
  seed: () => import('./tasks/seed.ts'),
  reports: () => import('./tasks/reports.ts'),
  peaceful: () => import('./tasks/peaceful.ts'),
  plain: () => import('./tasks/plain.ts'),
  surroundings: () => import('./tasks/surroundings.ts'),
  replay: () => import('./tasks/replay.ts'),
  origins: () => import('./tasks/origins.ts'),
  assess: () => import('./tasks/assess.ts'),
  toponyms: () => import('./tasks/toponyms.ts'),
  polnear: () => import('./tasks/polnear.ts'),
  plover: () => import('./tasks/plover.ts'),
  isaf: () => import('./tasks/isaf.ts'),
  muc4: () => import('./tasks/muc4.ts'),
  'india-police': () => import('./tasks/india-police.ts'),
  satp: () => import('./tasks/satp.ts'),
  ledger: () => import('./tasks/ledger.ts'),
  serving: () => import('./tasks/serving.ts'),
  without: () => import('./tasks/without.ts'),
  page: () => import('./tasks/page.ts'),
};

function parseArguments(argv: readonly string[]) {
  const data: string[] = [];
  const flags: Record<string, string> = {};
  for (let i = 0; i < argv.length; i++) {
    const name = argv[i]!;
    if (!name.startsWith('--')) throw new Error(`expected --data FILE or --flag, saw "${name}"`);
    const next = argv[i + 1];
    const value = next === undefined || next.startsWith('--') ? 'true' : argv[++i]!;
    if (name === '--data') data.push(value);
    else flags[name.slice(2)] = value;
  }
  return { data, flags };
}

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const load = name === undefined ? undefined : TASKS[name];
  if (!load) {
    process.stderr.write(`usage: npm run bench -- TASK [--data FILE]…\n`);
    process.stderr.write(`tasks: ${Object.keys(TASKS).join(', ')}\n`);
    return name === '--help' || name === '-h' ? 0 : 64;
  }
  const { task } = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`usage: npm run bench -- ${task.name} [--data FILE]…\n${task.about}\n`);
    return 0;
  }
  const print = (line: string) => process.stdout.write(`${line}\n`);
  print(JSON.stringify(await task.run({ ...parseArguments(rest), print })));
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
