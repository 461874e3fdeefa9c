import type { Register } from '../context.ts';
import { registerAdd } from './add.ts';
import { registerClaims } from './claims.ts';
import { registerDemo } from './demo.ts';
import { registerDiff } from './diff.ts';
import { registerDoctor } from './doctor.ts';
import { registerExport } from './export.ts';
import { registerImportPlaces } from './import-places.ts';
import { registerPin } from './pin.ts';
import { registerRead } from './read.ts';
import { registerReview } from './review.ts';
import { registerServe } from './serve.ts';
import { registerStanding } from './standing.ts';
import { registerWhy } from './why.ts';

/** Commands in the order in which help shows them: as a newcomer would meet them. */
export const COMMANDS: readonly Register[] = [
  registerDemo,
  registerRead,
  registerAdd,
  registerClaims,
  registerStanding,
  registerWhy,
  registerDiff,
  registerReview,
  registerPin,
  registerServe,
  registerExport,
  registerImportPlaces,
  registerDoctor,
];
