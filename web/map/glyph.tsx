import { deniedBy, type StandingState } from '../../src/domain/index.ts';
import type { PlacePicture } from '../../src/server/wire.ts';
import { holderColour, stateFill, stateKey } from '../parts/colours.ts';
import type { Setting } from '../state/context.ts';

type Belief = { readonly state: StandingState; readonly probability: number };

const TURN = Math.PI * 2;

/** Sector of a circle from `from` to `to`, in turns clockwise from the top. */
function sector(radius: number, from: number, to: number): string {
  if (to - from > 0.999)
    return `M0,${-radius}A${radius},${radius},0,1,1,0,${radius}A${radius},${radius},0,1,1,0,${-radius}Z`;
  const point = (turn: number) => {
    const angle = turn * TURN - Math.PI / 2;
    return `${(radius * Math.cos(angle)).toFixed(2)},${(radius * Math.sin(angle)).toFixed(2)}`;
  };
  const wide = to - from > 0.5 ? 1 : 0;
  return `M0,0L${point(from)}A${radius},${radius},0,${wide},1,${point(to)}Z`;
}

/** Best first; what is unknown stays blank, so that doubt is the part that is not filled. */
function sectors(beliefs: readonly Belief[]) {
  const known = beliefs
    .filter(({ state }) => state.state !== 'unknown')
    .sort((a, b) => b.probability - a.probability);
  let from = 0;
  return known.map(({ state, probability }) => {
    const start = from;
    from += probability;
    return { state, start, end: from };
  });
}

/** Evidence fades to half in two weeks, and no further: what is old still was said. */
export const freshness = (days: number | null) =>
  days === null ? 0.5 : Math.max(0.5, 1 - days / 28);

/** Days after which a claim that was never borne out is no longer flagged. */
const FLAGGED_DAYS = 7;

/** Who is newly said to hold a place that the assessment does not give them, or denies that another took it. */
export function disputant(standing: PlacePicture['standing']): string | null {
  const { best, claimed, age } = standing;
  if (age === null || age > FLAGGED_DAYS) return null;
  const newest = claimed.find(({ says }) => says === 'holds');
  const claimant = best.state === 'held' && best.by === newest?.of ? null : newest?.of;
  return claimant ?? deniedBy(standing)[0] ?? null;
}

interface GlyphProps {
  readonly picture: PlacePicture;
  readonly radius: number;
  readonly holders: Setting['holders'];
}

/** The mark of a place: a disc filled as far as belief goes, a ring for a siege, a flag for a claim or a denial. */
export function Glyph({ picture, radius, holders }: GlyphProps) {
  const { standing } = picture;
  const flag = disputant(standing);
  return (
    <g className="glyph">
      <circle r={radius + 1.5} className="glyph-ground" />
      <g opacity={freshness(standing.age)}>
        {sectors(standing.beliefs).map(({ state, start, end }) => (
          <path
            key={stateKey(state)}
            d={sector(radius, start, end)}
            fill={stateFill(state, holders)}
          />
        ))}
      </g>
      <circle r={radius} className={`glyph-edge is-${standing.state.state}`} />
      {standing.besieged && standing.besieged.probability >= 0.5 && (
        <circle
          r={radius + 4}
          className="glyph-siege"
          stroke={standing.besieged.by ? holderColour(standing.besieged.by, holders) : 'var(--ink)'}
        />
      )}
      {flag && (
        <path
          className="glyph-flag"
          d={`M${radius * 0.7},${-radius * 0.7}v${-radius * 1.5}l${radius},${radius * 0.45}l${-radius},${radius * 0.45}`}
          fill={holderColour(flag, holders)}
        />
      )}
    </g>
  );
}

/** Stripes for "contested", in the ink of the page: the holders are in the other sectors. */
export function Patterns() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="patterns">
      <defs>
        <pattern
          id="contested"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="4" height="4" fill="var(--contested-ground)" />
          <rect width="2" height="4" fill="var(--contested)" />
        </pattern>
      </defs>
    </svg>
  );
}
