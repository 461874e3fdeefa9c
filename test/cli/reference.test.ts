import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandReference } from '../../src/cli/command-reference.ts';
import { createProgram } from '../../src/cli/main.ts';
import type { CommandIo } from '../../src/cli/io.ts';

const silent = { out: () => undefined, err: () => undefined } as unknown as CommandIo;

test('docs/commands.md says what the commands say (npx tsx scripts/commands-doc.ts)', async () => {
  const path = join(import.meta.dirname, '..', '..', 'docs', 'commands.md');
  expect(readFileSync(path, 'utf8')).toBe(await commandReference());
});

test('every command, argument and option says what it is, with an example', async () => {
  const reference = await commandReference();
  for (const command of createProgram(silent, () => undefined).commands) {
    expect(command.description()).not.toBe('');
    expect(command.summary()).not.toBe('');
    const section = reference.split(`\n## ${command.name()}\n`)[1]!.split('\n## ')[0]!;
    expect(section).toContain(`$ dateline ${command.name()}`);
    for (const option of command.options) expect(option.description).not.toBe('');
    for (const argument of command.registeredArguments) expect(argument.description).not.toBe('');
  }
});
