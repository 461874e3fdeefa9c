import type { Picture } from '../../src/server/wire.ts';
import { holderColour } from '../parts/colours.ts';
import { holderName } from '../parts/words.ts';
import { useSetting } from '../state/context.ts';

/** Names the holders in sight and how to read a mark. */
export function Legend({ picture }: { readonly picture: Picture }) {
  const { holders } = useSetting();
  const seen = new Set(
    picture.places.flatMap(({ standing }) =>
      standing.state.state === 'held' ? [standing.state.by as string] : [],
    ),
  );
  const named = [...seen].sort(
    (a, b) => (holders.get(a)?.index ?? 99) - (holders.get(b)?.index ?? 99),
  );
  return (
    <div className="legend" aria-label="Key to the map">
      {named.map((id) => (
        <span key={id} className="legend-entry">
          <svg viewBox="-8 -8 16 16" aria-hidden="true">
            <circle r="6" fill={holderColour(id, holders)} />
          </svg>
          {holderName(id, holders)}
        </span>
      ))}
      <span className="legend-entry">
        <svg viewBox="-8 -8 16 16" aria-hidden="true">
          <circle r="6" fill="url(#contested)" />
        </svg>
        contested
      </span>
      <span className="legend-entry">
        <svg viewBox="-8 -8 16 16" aria-hidden="true">
          <path d="M0,0V-6A6,6,0,1,1,-6,0Z" fill="var(--ink-soft)" />
          <circle r="6" className="glyph-edge" />
        </svg>
        filled as far as we believe it
      </span>
      <span className="legend-entry">
        <svg viewBox="-8 -8 16 16" aria-hidden="true">
          <circle r="3" className="glyph-edge" />
          <circle r="6.5" className="glyph-siege" stroke="var(--ink)" />
        </svg>
        besieged
      </span>
      <span className="legend-entry">
        <svg viewBox="-8 -8 16 16" aria-hidden="true">
          <circle r="4" cx="-2" cy="3" className="glyph-edge" />
          <path d="M1,0v-7l6,2.5l-6,2.5" fill="var(--ink)" className="glyph-flag" />
        </svg>
        claimed, not confirmed
      </span>
    </div>
  );
}
