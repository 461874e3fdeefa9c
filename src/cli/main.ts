/** Runs one command and gives its exit code. */
export function main(argv: readonly string[]): Promise<number> {
  process.stderr.write(`dateline: no such command: ${argv.join(' ')}\n`);
  return Promise.resolve(64);
}
