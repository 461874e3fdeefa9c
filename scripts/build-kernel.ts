/** Compiles `kernel/` and writes it where the reader finds it: `src/reading/perceptron/kernel-bytes.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kernelModule } from './kernel-module.ts';

const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'src/reading/perceptron/kernel-bytes.ts'), kernelModule(root));
