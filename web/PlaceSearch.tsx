import { useId, useState, type KeyboardEvent } from 'react';
import type { Place } from '../src/domain/index.ts';
import type { UnplacedList } from '../src/server/wire.ts';
import { levelName, plural } from './parts/words.ts';
import { go, useAddress } from './state/address.ts';
import { useAnswer } from './state/answers.ts';

const SHOWN = 8;

type Named = UnplacedList['names'][number];

/** Names in claims that the gazetteer lacks; asked for when it has no such place. */
function useNamed(query: string | null): readonly Named[] {
  const answer = useAnswer<UnplacedList>(
    query === null ? null : `api/unplaced?q=${encodeURIComponent(query)}`,
  );
  return query === null ? [] : (answer.value?.names ?? []).slice(0, SHOWN);
}

/** Finds a place by any spelling the gazetteer folds to it. */
export function PlaceSearch() {
  const list = useId();
  const { country } = useAddress();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const query = text.trim();
  const answer = useAnswer<{ places: readonly Place[] }>(
    query.length >= 2
      ? `api/places?q=${encodeURIComponent(query)}${country ? `&country=${country}` : ''}`
      : null,
  );
  const found = query.length >= 2 ? (answer.value?.places.slice(0, SHOWN) ?? []) : [];
  const isLacking = query.length >= 2 && answer.state === 'ready' && found.length === 0;
  const named = useNamed(isLacking ? query : null);
  const options = found.length > 0 ? found.length : named.length;
  const choose = (place: Place) => {
    setText('');
    go({ place: place.id, view: 'map', report: null, claim: null });
  };
  /** Its newest claim leads to what is told of it. */
  const chooseNamed = ({ claims: [newest] }: Named) => {
    setText('');
    go({ report: newest!.report.id, claim: newest!.claim.id });
  };
  const onKey = (event: KeyboardEvent) => {
    const [place, name] = [found[active], named[active]];
    if (event.key === 'Enter' && place) choose(place);
    else if (event.key === 'Enter' && name) chooseNamed(name);
    else if (event.key === 'Escape') setText('');
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, options - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <div className="search">
      <input
        type="search"
        role="combobox"
        placeholder="Find a place"
        aria-label="Find a place"
        aria-expanded={options > 0}
        aria-controls={list}
        aria-activedescendant={active < options ? `${list}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      {query.length >= 2 && answer.state !== 'loading' && (
        <ul id={list} role="listbox" className="found">
          {found.map((place, index) => (
            <li
              key={place.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={() => choose(place)}
              onMouseEnter={() => setActive(index)}
            >
              <b>{place.name}</b>{' '}
              <span className="soft">
                {[levelName(place), ...place.path.slice(0, -1).reverse()].join(', ')}
              </span>
            </li>
          ))}
          {named.map((each, index) => (
            <li
              key={each.name}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={() => chooseNamed(each)}
              onMouseEnter={() => setActive(index)}
            >
              <b>{each.name}</b>{' '}
              <span className="soft">on no map, named by {plural(each.total, 'claim')}</span>
            </li>
          ))}
          {answer.state === 'failed' ? (
            <li role="alert">The search failed. {answer.message}</li>
          ) : (
            options === 0 && <li className="soft">No place of that name.</li>
          )}
        </ul>
      )}
    </div>
  );
}
