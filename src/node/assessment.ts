import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  PARAMETER_FILES,
  parseParameters,
  type AssessmentParameters,
} from '../assessment/parameters.ts';
import { packageRoot } from './package-root.ts';

/**
 * Loads the numbers of the assessment from `data/assessment/`.
 * @throws Error that names the file and the number that is missing or wrong.
 */
export async function loadParameters(root = packageRoot()): Promise<AssessmentParameters> {
  const files = await Promise.all(
    PARAMETER_FILES.map(async (name) => {
      const path = join(root, 'data', 'assessment', `${name}.json`);
      return [name, JSON.parse(await readFile(path, 'utf8')) as unknown] as const;
    }),
  );
  return parseParameters(Object.fromEntries(files));
}
