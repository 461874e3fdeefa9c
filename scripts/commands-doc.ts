/** Writes `docs/commands.md` from the help of every command. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandReference } from '../src/cli/command-reference.ts';

const path = join(import.meta.dirname, '..', 'docs', 'commands.md');
writeFileSync(path, await commandReference());
