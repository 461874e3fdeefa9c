import type { Picture, PlacePicture } from '../../src/server/wire.ts';
import { StateChip } from '../parts/StateChip.tsx';
import { levelName, percent, plural } from '../parts/words.ts';
import { go } from '../state/address.ts';

/** Places shown: the ones most is said of. */
const SHOWN = 8;

function Line({ each: { place, standing } }: { readonly each: PlacePicture }) {
  return (
    <button type="button" className="change" onClick={() => go({ place: place.id })}>
      <b>
        {place.name}
        <span className="soft"> {levelName(place).toLowerCase()}</span>
      </b>
      <span className="change-states">
        <StateChip state={standing.state} />
      </span>
      <span className="number soft">
        {standing.state.state === 'unknown' ? '' : percent(standing.probability)}
      </span>
    </button>
  );
}

/** The places inside an area that anything is said of, each as it stands itself. */
export function Inside({ id, picture }: { readonly id: string; readonly picture: Picture }) {
  const inside = picture.places
    .filter(({ place }) => place.within.some((outer) => outer === id))
    .sort((a, b) => b.standing.claims - a.standing.claims);
  if (inside.length === 0) return null;
  return (
    <section aria-labelledby="inside">
      <h3 id="inside">Inside it</h3>
      <ul className="changes">
        {inside.slice(0, SHOWN).map((each) => (
          <li key={each.place.id}>
            <Line each={each} />
          </li>
        ))}
      </ul>
      {inside.length > SHOWN && (
        <p className="soft">
          and {plural(inside.length - SHOWN, 'place')} more of which less is said
        </p>
      )}
    </section>
  );
}
