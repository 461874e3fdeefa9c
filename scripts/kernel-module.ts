import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OPTIONS = '--runtime stub --enable simd -O3 --noAssert --importMemory'.split(' ');

/** The kernel, compiled, as a module of text: so it goes wherever the code goes, and nobody has to fetch it. */
export function kernelModule(root: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'));
  try {
    const file = join(folder, 'kernel.wasm');
    const compiler = join(root, 'node_modules/assemblyscript/bin/asc.js');
    const args = [compiler, 'kernel/index.ts', '--outFile', file, ...OPTIONS];
    execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    return [
      '/** Made from `kernel/` by `npm run build`. */',
      'export const KERNEL =',
      `  '${readFileSync(file, 'base64')}';`,
      '',
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
