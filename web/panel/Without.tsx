import type { Picture } from '../../src/server/wire.ts';
import { stateKey } from '../parts/colours.ts';
import { StateChip } from '../parts/StateChip.tsx';
import { plural } from '../parts/words.ts';
import { go } from '../state/address.ts';
import { useAnswer } from '../state/answers.ts';
import { pictureQuery, useSetting } from '../state/context.ts';

const nameOf = (source: string, holders: ReturnType<typeof useSetting>['holders']) => {
  const id = source.replace(/^side:/, '');
  return id === source
    ? source.replace(/^\w+:/, '').replaceAll('-', ' ')
    : `what ${holders.get(id)?.name ?? id} says`;
};

/** What the picture owes to the sources that are switched off: the places that would look different. */
export function Without({ picture }: { readonly picture: Picture }) {
  const setting = useSetting();
  const whole = useAnswer<Picture>(`api/picture?${pictureQuery({ ...setting, without: [] })}`);
  const now = new Map(picture.places.map(({ place, standing }) => [place.id, standing.state]));
  const other = (whole.value?.places ?? []).filter(({ place, standing }) => {
    const best = now.get(place.id);
    return best && stateKey(best) !== stateKey(standing.state);
  });
  return (
    <div className="notice">
      <p>
        Without {setting.without.map((source) => nameOf(source, setting.holders)).join(', ')}.{' '}
        <button type="button" className="link" onClick={() => go({ without: [] })}>
          Use every source
        </button>
      </p>
      {whole.value && (
        <p className="soft">
          {other.length === 0
            ? 'No place looks different.'
            : `${plural(other.length, 'place')} would look different:`}
        </p>
      )}
      <ul className="compared">
        {other.map(({ place, standing }) => (
          <li key={place.id}>
            <button type="button" className="link" onClick={() => go({ place: place.id })}>
              {place.name}
            </button>
            <span className="change-states">
              <StateChip state={standing.state} />
              <span aria-label="becomes">→</span>
              <StateChip state={now.get(place.id)!} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
