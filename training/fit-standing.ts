import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCapitals, loadItems, type Capital } from '../bench/replay/data.ts';
import { readItems } from '../bench/replay/read.ts';
import { thinned } from '../bench/replay/resample.ts';
import { placeOfCapital, replay, type ReplayInput } from '../bench/replay/run.ts';
import { scoreCourses, type Course } from '../bench/replay/score.ts';
import type { AssessmentParameters, Parameter } from '../src/assessment/parameters.ts';
import { parseParameters, PARAMETER_FILES } from '../src/assessment/parameters.ts';
import { actorId, type Claim, type PlaceId } from '../src/domain/index.ts';
import type { Gazetteer } from '../src/gazetteer/gazetteer.ts';
import { packageRoot } from '../src/node/package-root.ts';
import type { FitOptions } from './fit.ts';

/** Numbers of `standing.json` that are fitted; the others stay as judged. */
const FITTED = [
  'points.gain.falsely',
  'points.gain.contested',
  'points.gain.unknown',
  'points.hold.falsely',
  'points.hold.contested',
  'points.hold.unknown',
  'points.fight.subject',
  'points.fight.other',
  'points.fight.unknown',
  'points.fight.falsely',
  'points.lastFight.subject',
  'points.leave.falsely',
  'points.leave.contested',
  'points.notGained.falsely',
  'points.partGain.subject',
  'points.partGain.unknown',
  'points.partGain.falsely',
  'points.partHold.subject',
  'points.partHold.falsely',
  'points.siege.falsely',
  'points.opposedGain.contested',
  'points.before.subject',
  'change.heldToContested',
  'change.heldToOther',
  'change.heldToUnknown',
  'change.contestedToUnknown',
  'change.unknownToHeld',
  'change.late',
  'change.silence',
  'initial.held',
  'time.still',
  'time.implied',
  'time.before',
  'time.beforeImplied',
  'witness.corroboration',
  'witness.confidence',
  'modality.hedged',
  'containment.capital',
] as const;

const COMMAND = 'npm run fit -- standing';
/** Standard deviation, in log-odds, of what the data may do to our judgement; `--freedom` sets another. */
const FREEDOM = 3;
/**
 * Besides the whole record, records in which some reports are missing: what is learnt of one record
 * should hold of the one that another archive would have. `--thinned`, `--share` and `--seed` set others.
 */
const THINNED = { records: 2, share: 0.7, seed: 7 };
const STEPS = [0.8, 0.3];
const PASSES = 2;
const FLOOR = 1e-4;

type Files = Record<string, unknown>;
type Fitted = Parameter & { expert?: number };

interface Sample {
  readonly input: ReplayInput;
}

const at = (files: Files, path: string): Fitted => {
  let value: unknown = files.standing;
  for (const key of path.split('.')) value = (value as Record<string, unknown>)[key];
  return value as Fitted;
};

const set = (files: Files, path: string, value: number) =>
  Object.assign(at(files, path), { value });

/**
 * Mean log loss over days and capitals. Days on which a capital had fallen and nobody had said so yet
 * count too: that some falls are not told yet is part of what is known.
 */
function loss(courses: readonly Course[]): number {
  let sum = 0;
  let n = 0;
  for (const course of courses) {
    if (course.reports < 2) continue;
    for (const { day, probability } of course.days) {
      const clipped = Math.min(1 - FLOOR, Math.max(FLOOR, probability));
      sum -= Math.log(day >= course.capital.fell ? clipped : 1 - clipped);
      n++;
    }
  }
  return n === 0 ? 0 : sum / n;
}

function objective(samples: readonly Sample[], files: Files, only?: ReadonlySet<string>): number {
  const parameters = parseParameters(files);
  let total = 0;
  for (const { input } of samples) {
    const capitals = only
      ? input.capitals.filter(({ capital }) => only.has(capital))
      : input.capitals;
    const result = replay({ ...input, capitals }, parameters);
    total += loss(result.filtered) + loss(result.smoothed);
  }
  return total / samples.length;
}

const logit = (value: number) => Math.log(value / (1 - value));
const probability = (odds: number) => 1 / (1 + Math.exp(-odds));

function penalty(files: Files, freedom: number): number {
  return FITTED.reduce((sum, path) => {
    const { value, expert } = at(files, path);
    return sum + ((logit(value) - logit(expert ?? value)) / freedom) ** 2 / 2;
  }, 0);
}

interface Descent {
  /** Capitals it learns from. */
  readonly only: ReadonlySet<string>;
  readonly freedom: number;
  /** Numbers it moves. */
  readonly paths: readonly string[];
}

/** Coordinate descent on log-odds; `weight` sets the data against our judgement. */
function descend(
  samples: readonly Sample[],
  files: Files,
  { only, freedom, paths }: Descent,
): void {
  // A course of sixteen days is one observation more than sixteen: neighbouring days repeat it.
  const weight = 2 * only.size;
  const cost = () => weight * objective(samples, files, only) + penalty(files, freedom);
  let best = cost();
  for (let pass = 0; pass < PASSES; pass++) {
    for (const path of paths) {
      for (const step of STEPS.flatMap((size) => [size, -size])) {
        const { value } = at(files, path);
        set(files, path, probability(logit(value) + step));
        const now = cost();
        if (now < best - 1e-6) best = now;
        else set(files, path, value);
      }
    }
  }
}

async function loadFiles(): Promise<Files> {
  const files: Files = {};
  for (const name of PARAMETER_FILES) {
    const path = join(packageRoot(), 'data', 'assessment', `${name}.json`);
    files[name] = JSON.parse(await readFile(path, 'utf8'));
  }
  for (const path of FITTED) {
    const number = at(files, path);
    Object.assign(number, { expert: number.expert ?? number.value });
  }
  return files;
}

const FOLDS = 5;

/**
 * Fits the numbers of `standing.json` on reports whose truth is known, by log loss of the filtered
 * and the smoothed probability over days and capitals, held near our judgement by a
 * normal prior on log-odds. Prints the loss on capitals held out, fold by fold; `--write` keeps the fit on
 * all. `--gold` uses annotations alone; else annotations and what the reader finds, half and half.
 * Each of them counts as it is and thinned. `--only change,pace` moves the numbers whose paths begin
 * so, and leaves the others as they are.
 */
export async function run({ data, flags, log }: FitOptions): Promise<void> {
  const files = await loadFiles();
  const freedom = Number(flags.freedom ?? FREEDOM);
  const capitals = await loadCapitals(flags.truth!);
  const items = await loadItems(data);
  const sources = flags.gold === 'true' ? [true] : [true, false];
  const samples: Sample[] = [];
  for (const gold of sources) {
    const parameters = parseParameters(files);
    const { read, resources } = await readItems(items, gold && capitals, parameters);
    const near = placesNear(capitals, resources.gazetteer);
    const bearing = read.map((item) => ({
      ...item,
      claims: item.claims.filter(
        ({ kind, place }) => 'id' in place && (near.has(place.id) || GAINS.has(kind)),
      ),
    }));
    const input = { items: bearing, capitals, holder: actorId('taliban'), resources };
    const records = [bearing, ...thinned(bearing, thinning(flags))];
    samples.push(...records.map((items) => ({ input: { ...input, items } })));
  }
  const used = usedCapitals(samples, parseParameters(files));
  const judged = structuredClone(files);
  const starts = flags.only?.split(',') ?? [''];
  const paths = FITTED.filter((path) => starts.some((start) => path.startsWith(start)));
  for (const path of paths) set(judged, path, at(judged, path).expert!);
  log(
    `capitals ${used.length}; log loss as judged ${objective(samples, judged, new Set(used)).toFixed(4)}`,
  );
  let heldOut = 0;
  let before = 0;
  for (let fold = 0; fold < FOLDS && flags.folds !== '0'; fold++) {
    const out = new Set(used.filter((_, i) => i % FOLDS === fold));
    const rest = new Set(used.filter((name) => !out.has(name)));
    const trial = structuredClone(judged);
    descend(samples, trial, { only: rest, freedom, paths });
    const [judgedLoss, fittedLoss] = [judged, trial].map((set) => objective(samples, set, out));
    before += judgedLoss! * out.size;
    heldOut += fittedLoss! * out.size;
    log(
      `fold ${fold + 1}: ${[...out].join(', ')}: as judged ${judgedLoss!.toFixed(4)}, fitted on the others ${fittedLoss!.toFixed(4)}`,
    );
  }
  log(
    `held out: as judged ${(before / used.length).toFixed(4)}, fitted ${(heldOut / used.length).toFixed(4)}`,
  );
  const final = structuredClone(judged);
  descend(samples, final, { only: new Set(used), freedom, paths });
  report(samples, final, used, log);
  if (flags.write === 'true') await write(final);
}

const thinning = ({ thinned, share, seed }: FitOptions['flags']) => ({
  records: Number(thinned ?? THINNED.records),
  share: Number(share ?? THINNED.share),
  seed: Number(seed ?? THINNED.seed),
});

/** Told of any place, these say how fast a war goes. */
const GAINS: ReadonlySet<Claim['kind']> = new Set([
  'control.captured',
  'control.recaptured',
  'control.surrendered',
]);

/** The capitals and what they lie in: other claims about other places move them through reliabilities alone. */
function placesNear(capitals: readonly Capital[], gazetteer: Gazetteer): ReadonlySet<PlaceId> {
  return new Set(
    capitals.flatMap((capital) => {
      const id = placeOfCapital(capital, gazetteer);
      return id === undefined ? [] : [id, ...(gazetteer.place(id)?.within ?? [])];
    }),
  );
}

const usedCapitals = (samples: readonly Sample[], parameters: AssessmentParameters) =>
  samples[0]!.input.capitals
    .map(({ capital }) => capital)
    .filter((name) =>
      replay(
        {
          ...samples[0]!.input,
          capitals: samples[0]!.input.capitals.filter(({ capital }) => capital === name),
        },
        parameters,
      ).filtered.some(({ reports }) => reports >= 2),
    )
    .sort();

function report(
  samples: readonly Sample[],
  files: Files,
  used: readonly string[],
  log: (line: string) => void,
) {
  for (const path of FITTED) {
    const { value, expert } = at(files, path);
    if (Math.abs(Math.log(value / expert!)) > 0.01) {
      log(`${path}: ${expert!.toPrecision(3)} → ${value.toPrecision(3)}`);
    }
  }
  log(`log loss fitted on all ${objective(samples, files, new Set(used)).toFixed(4)}`);
  for (const { input } of samples) {
    const { filtered, smoothed } = replay(input, parseParameters(files));
    log(`filtered ${JSON.stringify(scoreCourses(filtered))}`);
    log(`smoothed ${JSON.stringify(scoreCourses(smoothed))}`);
  }
}

async function write(files: Files) {
  for (const path of FITTED) {
    const number = at(files, path) as Fitted & { fitted?: string };
    Object.assign(number, { value: Number(number.value.toPrecision(3)), fitted: COMMAND });
  }
  const path = join(packageRoot(), 'data', 'assessment', 'standing.json');
  await writeFile(path, `${JSON.stringify(files.standing, null, 2)}\n`);
}
