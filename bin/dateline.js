#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/src/cli/main.js', import.meta.url);
if (!existsSync(fileURLToPath(built))) {
  process.stderr.write('dateline: not built yet; run `npm run build` first\n');
  process.exit(70);
}
const { main } = await import(built.href);
process.exitCode = await main(process.argv.slice(2));
