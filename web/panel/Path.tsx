import type { Picture } from '../../src/server/wire.ts';
import type { Place } from '../../src/domain/index.ts';
import { levelName } from '../parts/words.ts';
import { go } from '../state/address.ts';

/** What kind of place it is and what it lies in; areas of which something is said lead to themselves. */
export function Path({ place, picture }: { readonly place: Place; readonly picture: Picture }) {
  const known = new Set<string>(picture.places.map(({ place: { id } }) => id));
  const outer = place.path.slice(0, -1).map((name, i) => ({ name, id: place.within[i] }));
  return (
    <p className="path">
      {levelName(place)}
      {outer.reverse().map(({ name, id }) => (
        <span key={id ?? name}>
          {', '}
          {id !== undefined && known.has(id) ? (
            <button type="button" className="link" onClick={() => go({ place: id })}>
              {name}
            </button>
          ) : (
            name
          )}
        </span>
      ))}
    </p>
  );
}
