import {
  probabilityText,
  type ClaimId,
  type Place,
  type ReportId,
  type Standing,
  type StandingState,
} from '../../domain/index.ts';
import type { ActorSides } from '../context.ts';
import type { AssessmentContext, Change } from '../types.ts';
import { likelihoodWord } from '../words.ts';
import { stateKey } from './totals.ts';

/** Movement of belief from which a change is told although the most likely state is the same. */
const TELLING = 0.2;

/** Log-odds below this are not worth a line. */
const SLIGHT = 0.05;

export function wordsOf(state: StandingState, actors: ActorSides): string {
  if (state.state !== 'held') return state.state;
  const name = actors.actor(state.by)?.name ?? state.by.replace(/^name:/, '');
  return `held by ${name}`;
}

type Beliefs = Standing['beliefs'];

const probabilityOf = (beliefs: Beliefs, state: StandingState) =>
  beliefs.find((belief) => stateKey(belief.state) === stateKey(state))?.probability ?? 0;

/** Whether two beliefs about a place are far enough apart to be told; the most likely state first. */
export function differs(before: Beliefs, after: Beliefs): boolean {
  const [was, is] = [before[0]!, after[0]!];
  const moved = is.probability - probabilityOf(before, is.state);
  return stateKey(was.state) !== stateKey(is.state) || Math.abs(moved) >= TELLING;
}

/** A change whose claims are not yet traced to their reports. */
type ClaimsChange = Omit<Change, 'because'> & {
  readonly because: readonly Omit<Change['because'][number], 'report'>[];
};

/** What changed at one place between two questions, and by which claims; undefined when too little. */
function changeOf(
  before: Standing,
  after: Standing,
  place: Place | undefined,
  actors: ActorSides,
): ClaimsChange | undefined {
  if (!differs(before.beliefs, after.beliefs)) return undefined;
  const same = stateKey(before.best) === stateKey(after.best);
  const because = newMovements(before, after);
  const likelihood = `${likelihoodWord(after.probability)}, ${probabilityText(after.probability)}`;
  const from = same
    ? `${wordsOf(before.best, actors)} (${probabilityText(before.probability)})`
    : wordsOf(before.best, actors);
  return {
    place: after.place,
    from: before.best,
    fromProbability: before.probability,
    to: after.best,
    toProbability: after.probability,
    because,
    text: `${place?.name ?? after.place}: ${from} → ${wordsOf(after.best, actors)} (${likelihood})`,
  };
}

/** What changed between pairs of standings of one place each, the surest first. */
export function diffOf(
  pairs: readonly (readonly [Standing, Standing])[],
  { places, actors }: Pick<AssessmentContext, 'places' | 'actors'>,
  reportOf: (claim: ClaimId) => ReportId,
): Change[] {
  return pairs
    .flatMap(([before, after]): Change[] => {
      const change = changeOf(before, after, places.place(after.place), actors);
      if (!change) return [];
      const because = change.because.map((item) => ({ ...item, report: reportOf(item.claim) }));
      return [{ ...change, because }];
    })
    .sort((a, b) => b.toProbability - a.toProbability || (a.place < b.place ? -1 : 1));
}

/**
 * What moved belief now and had not before, one line a claim, the strongest first. Positive log-odds
 * speak for the new state: what speaks against another holder speaks for it.
 */
function newMovements(before: Standing, after: Standing): ClaimsChange['because'] {
  const had = new Map(before.movements.map((movement) => [keyOf(movement), movement.logOdds]));
  const best = stateKey(after.best);
  const moved = new Map<ClaimId, number>();
  for (const movement of after.movements) {
    const push = movement.logOdds - (had.get(keyOf(movement)) ?? 0);
    const logOdds = stateKey(movement.towards) === best ? push : -push;
    const strongest = moved.get(movement.claim) ?? 0;
    if (Math.abs(logOdds) > Math.max(SLIGHT, Math.abs(strongest))) {
      moved.set(movement.claim, logOdds);
    }
  }
  return [...moved]
    .map(([claim, logOdds]) => ({ claim, logOdds }))
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
}

const keyOf = ({
  claim,
  day,
  towards,
}: Pick<Standing['movements'][number], 'claim' | 'day' | 'towards'>) =>
  `${claim}|${day}|${stateKey(towards)}`;
