import {
  deniedBy,
  probabilityText,
  type Claim,
  type ClaimId,
  type Movement,
  type Place,
  type Standing,
  type StandingState,
} from '../domain/index.ts';
import { likelihoodWord } from '../assessment/index.ts';
import { chainText, kindText, rolesText } from './render-claim.ts';
import { plural, printable, signed, type Style } from './style.ts';

export interface StandingView {
  readonly place: Place;
  readonly standing: Standing;
  readonly actorName: (id: string) => string;
  readonly claim: (id: ClaimId) => Claim | undefined;
}

export function stateText(state: StandingState, actorName: (id: string) => string): string {
  return state.state === 'held' ? `held by ${actorName(state.by)}` : state.state;
}

function ageText({ newest, age }: Standing): string {
  if (newest === null || age === null) return 'no evidence';
  return `newest evidence of ${newest}, ${age === 0 ? 'the same day' : `${plural(age, 'day')} before`}`;
}

const SAYS: Readonly<Record<Standing['claimed'][number]['says'], string>> = {
  holds: 'holds it',
  lost: 'lost it',
  contested: 'fights in it',
  besieged: 'besieges it',
  denies: 'did not take it',
};

function claimedLines({ standing, actorName }: StandingView): readonly string[] {
  return standing.claimed.map(({ by, says, of, newest, claims }) => {
    const speaker = by === null ? 'others' : actorName(by);
    const whom = of === null ? 'somebody' : actorName(of);
    return `${speaker}: ${whom} ${SAYS[says]} (${newest}, ${plural(claims.length, 'claim')})`;
  });
}

/** The likeliest state; where it is less likely than not, it is not told outright. */
function assessedText({ standing, actorName }: StandingView): string {
  const { best, likelihood, probability } = standing;
  const state = stateText(best, actorName);
  const share = `(${probabilityText(probability)})`;
  if (probability >= 0.5) return `${state}: ${likelihood} ${share}`;
  return best.state === 'unknown' ? `not known ${share}` : `not clear, perhaps ${state} ${share}`;
}

/** Assessed and claimed are never merged; how likely and how well founded stand apart. */
export function standingText(view: StandingView, style: Style): string {
  const { place, standing, actorName } = view;
  const label = (name: string, text: string) => `  ${style.dim(name.padEnd(9))} ${printable(text)}`;
  const others = standing.beliefs
    .slice(1)
    .filter(({ probability }) => probability >= 0.005)
    .map(
      ({ state, probability }) => `${stateText(state, actorName)} ${probabilityText(probability)}`,
    );
  const lines = [
    `${style.bold(place.path.join(' › '))} ${style.dim(`(${place.level}, ${place.id})`)}`,
    `  at ${standing.at}, as known ${standing.known}`,
    label('assessed', assessedText(view)),
  ];
  if (others.length > 0) lines.push(label('', others.join(' · ')));
  if (standing.besieged) {
    const { by, probability } = standing.besieged;
    const besieger = by === null ? 'by somebody' : `by ${actorName(by)}`;
    const likely = `${likelihoodWord(probability)} (${probabilityText(probability)})`;
    lines.push(label('besieged', `${besieger}: ${likely}`));
  }
  for (const id of deniedBy(standing)) lines.push(label('disputed', `by ${actorName(id)}`));
  for (const [index, line] of claimedLines(view).entries()) {
    lines.push(label(index === 0 ? 'claimed' : '', line));
  }
  const grades = `source ${standing.source}, information ${standing.information}`;
  const found = `${plural(standing.origins, 'origin')}, ${ageText(standing)}; ${grades}`;
  lines.push(label('founded', found));
  return `${lines.join('\n')}\n`;
}

/** The claims behind a standing, newest first. */
export function claimLines(view: StandingView, style: Style): string {
  const claims = view.standing.claims.flatMap((id) => view.claim(id) ?? []);
  const day = (claim: Claim) => claim.when.end ?? '–';
  const sorted = [...claims].sort((a, b) => (day(a) < day(b) ? 1 : -1));
  const width = Math.max(19, ...claims.map((claim) => kindText(claim).length));
  return sorted
    .map(
      (claim) =>
        `  ${style.dim(claim.id)} ${day(claim)} ${kindText(claim).padEnd(width)} ${printable(rolesText(claim))} ${style.dim(printable(chainText(claim)))}\n`,
    )
    .join('');
}

/** What moved a standing, in order, and by how much, in log-odds, with the factors that made it. */
export function movementsText(view: StandingView, style: Style): string {
  const { standing, actorName, claim } = view;
  if (standing.movements.length === 0) return '  Nothing that is known speaks about this place.\n';
  const show = (movement: Movement) => {
    const found = claim(movement.claim);
    const quote = found ? `“${printable(found.evidence.exact.replace(/\s+/g, ' '))}”` : '';
    const lines = [
      `  ${movement.day}  ${style.bold(signed(movement.logOdds))} ${movement.logOdds < 0 ? 'against' : 'towards'} ${stateText(movement.towards, actorName)}  ${style.dim(movement.claim)}`,
      `      ${quote}`,
    ];
    if (found) lines.push(`      ${style.dim(printable(chainText(found)))}`);
    for (const { name, value, reason } of movement.factors) {
      lines.push(`        ${name} ${Number(value.toFixed(3))}: ${style.dim(reason)}`);
    }
    return `${lines.join('\n')}\n`;
  };
  return standing.movements.map(show).join('\n');
}
