import { loadToponymResources } from '../bench/toponyms/documents.ts';
import { trainAcceptance } from './toponym-names.ts';
import { holdOutResolution, trainResolution } from './toponym-places.ts';

/** `tsx training/toponyms.ts acceptance|resolution|resolution-halves FILE…` */
const COMMANDS = {
  acceptance: trainAcceptance,
  resolution: trainResolution,
  'resolution-halves': holdOutResolution,
};

const [what = '', ...paths] = process.argv.slice(2);
if (!(what in COMMANDS)) throw new Error(`one of ${Object.keys(COMMANDS).join(', ')}`);
const resources = await loadToponymResources();
COMMANDS[what as keyof typeof COMMANDS](paths, resources, (line) =>
  process.stdout.write(`${line}\n`),
);
