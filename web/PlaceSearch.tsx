import { useId, useState, type KeyboardEvent } from 'react';
import type { Place } from '../src/domain/index.ts';
import type { UnplacedList } from '../src/server/wire.ts';
import { levelName, plural } from './parts/words.ts';
import { go, useAddress } from './state/address.ts';
import { useAnswer } from './state/answers.ts';

const SHOWN = 8;

/** A place that the gazetteer lacks may be told of all the same: its newest claim leads there. */
function NotFound({ query, onChoose }: { readonly query: string; readonly onChoose: () => void }) {
  const { value } = useAnswer<UnplacedList>(`api/unplaced?q=${encodeURIComponent(query)}`);
  const named = (value?.names ?? []).slice(0, SHOWN);
  if (named.length === 0) return <li className="soft">No place of that name.</li>;
  return named.map(({ name, total, claims: [newest] }) => (
    <li
      key={name}
      role="option"
      aria-selected={false}
      onMouseDown={() => {
        onChoose();
        go({ report: newest!.report.id, claim: newest!.claim.id });
      }}
    >
      <b>{name}</b> <span className="soft">on no map, named by {plural(total, 'claim')}</span>
    </li>
  ));
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
  const choose = (place: Place) => {
    setText('');
    go({ place: place.id, view: 'map', report: null, claim: null });
  };
  const onKey = (event: KeyboardEvent) => {
    const place = found[active];
    if (event.key === 'Enter' && place) choose(place);
    else if (event.key === 'Escape') setText('');
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1));
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
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={found[active] ? `${list}-${active}` : undefined}
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
          {answer.state === 'failed' ? (
            <li role="alert">The search failed. {answer.message}</li>
          ) : (
            found.length === 0 && <NotFound query={query} onChoose={() => setText('')} />
          )}
        </ul>
      )}
    </div>
  );
}
