/** Writes the numbers of the assessment, each with its reason, between the marks in `docs/assessment.md`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadParameters } from '../src/node/assessment.ts';
import { withNumbers } from './assessment-table.ts';

const path = join(import.meta.dirname, '..', 'docs', 'assessment.md');
writeFileSync(path, withNumbers(readFileSync(path, 'utf8'), await loadParameters()));
