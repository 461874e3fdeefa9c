import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

const OPTIONS =
  '--outFile kernel.wasm --runtime stub --enable simd -O3 --noAssert --importMemory'.split(' ');

/** The kernel, compiled, as a module of text: so that it goes wherever the code goes and nobody has to fetch it. */
export async function kernelModule(root: string): Promise<string> {
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main(['kernel/index.ts', ...OPTIONS], {
    readFile: (name: string, base: string) => readOrNull(join(root, base, name)),
    writeFile: (_name: string, contents: string | Uint8Array) => {
      if (typeof contents !== 'string') bytes = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || bytes === undefined) throw new Error(`kernel: ${stderr.toString()}`);
  const text = Buffer.from(bytes).toString('base64');
  return [
    '/** Made from `kernel/` by `npm run build`. */',
    'export const KERNEL =',
    `  '${text}';`,
    '',
  ].join('\n');
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
