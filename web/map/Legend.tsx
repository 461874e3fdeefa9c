import type { ReactNode } from 'react';
import type { Picture, StandingBrief } from '../../src/server/wire.ts';
import { holderColour } from '../parts/colours.ts';
import { holderName } from '../parts/words.ts';
import { useSetting } from '../state/context.ts';
import { disputant } from './glyph.tsx';

/** Belief from which a holder's colour is seen in a mark. */
const SEEN = 0.15;

/** Holders whose colour is on the map: by belief, by a siege or by a flag. */
const coloursOf = (standing: StandingBrief): readonly string[] => [
  ...standing.beliefs.flatMap(({ state, probability }) =>
    state.state === 'held' && probability >= SEEN ? [state.by] : [],
  ),
  ...[disputant(standing)].filter((id) => id !== null),
  ...(standing.besieged?.by ? [standing.besieged.by] : []),
];

interface EntryProps {
  readonly children: ReactNode;
  readonly text: string;
}

const Entry = ({ children, text }: EntryProps) => (
  <span className="legend-entry">
    <svg viewBox="-8 -8 16 16" aria-hidden="true">
      {children}
    </svg>
    {text}
  </span>
);

/** What of the key is on this map; the rest is under "How to read the map". */
function shownOn({ places }: Picture) {
  const standings = places.map(({ standing }) => standing);
  const some = (found: (standing: StandingBrief) => boolean) => standings.some(found);
  return {
    contested: some(({ beliefs }) =>
      beliefs.some(({ state, probability }) => state.state === 'contested' && probability >= SEEN),
    ),
    silent: some(({ claims }) => claims === 0),
    besieged: some(({ besieged }) => (besieged?.probability ?? 0) >= 0.5),
    flagged: some((standing) => disputant(standing) !== null),
    hatched: places.some(
      ({ place, standing }) => place.level === 'province' && standing.best.state !== 'unknown',
    ),
  };
}

/** Names the holders in sight and how to read a mark. */
export function Legend({ picture }: { readonly picture: Picture }) {
  const { holders } = useSetting();
  const seen = new Set(picture.places.flatMap(({ standing }) => coloursOf(standing)));
  const named = [...seen].sort(
    (a, b) => (holders.get(a)?.index ?? 99) - (holders.get(b)?.index ?? 99),
  );
  const { contested, silent, besieged, flagged, hatched } = shownOn(picture);
  return (
    <div className="legend" role="group" aria-label="Key to the map">
      {named.map((id) => (
        <Entry key={id} text={holderName(id, holders)}>
          <circle r="6" fill={holderColour(id, holders)} />
        </Entry>
      ))}
      {contested && (
        <Entry text="contested">
          <circle r="6" fill="url(#contested)" />
        </Entry>
      )}
      {silent && (
        <Entry text="nothing reported">
          <circle r="3" className="glyph-edge is-unknown" />
        </Entry>
      )}
      <Entry text="filled as far as we believe it">
        <path d="M0,0V-6A6,6,0,1,1,-6,0Z" fill="var(--ink-soft)" />
        <circle r="6" className="glyph-edge" />
      </Entry>
      {besieged && (
        <Entry text="besieged">
          <circle r="3" className="glyph-edge" />
          <circle r="6.5" className="glyph-siege" stroke="var(--ink)" />
        </Entry>
      )}
      {flagged && (
        <Entry text="claimed or denied, not confirmed">
          <circle r="4" cx="-2" cy="3" className="glyph-edge" />
          <path d="M1,0v-7l6,2.5l-6,2.5" fill="var(--ink)" className="glyph-flag" />
        </Entry>
      )}
      {hatched && (
        <Entry text="a province as a whole">
          <path d="M-7,1l8,-8M-7,6l13,-13M-3,7l10,-10M2,7l5,-5" className="legend-hatch" />
        </Entry>
      )}
    </div>
  );
}
