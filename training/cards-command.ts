import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/node/package-root.ts';
import type { TrainingOptions } from './main.ts';

const FILE_LINE = /^File: `([^`]+)`.*$/m;

/** What a card says of its file: name, size and checksum. */
export function fileLine(folder: string, name: string): string {
  const bytes = readFileSync(join(folder, name));
  const sum = createHash('sha256').update(bytes).digest('hex');
  return `File: \`${name}\`, ${bytes.length} bytes, SHA-256 \`${sum}\``;
}

/** Brings the `File:` line of every card in `models/` up to date. */
export function run({ log }: TrainingOptions): void {
  const folder = join(packageRoot(), 'models');
  for (const card of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    const path = join(folder, card);
    const text = readFileSync(path, 'utf8');
    const name = FILE_LINE.exec(text)?.[1];
    if (name === undefined) continue;
    writeFileSync(path, text.replace(FILE_LINE, fileLine(folder, name)));
    log(`${card}: ${name}`);
  }
}
