import { useState } from 'react';
import type { Picture, PlacePicture } from '../../src/server/wire.ts';
import { StateChip } from '../parts/StateChip.tsx';
import { admiralty, holderName, dayWithin, percent, plural } from '../parts/words.ts';
import { go, useAddress } from '../state/address.ts';
import { useSetting } from '../state/context.ts';
import { SaveAs } from './SaveAs.tsx';

const ORDERS = {
  place: (a: PlacePicture, b: PlacePicture) => a.place.name.localeCompare(b.place.name),
  newest: (a: PlacePicture, b: PlacePicture) =>
    (b.standing.newest ?? '').localeCompare(a.standing.newest ?? ''),
  sure: (a: PlacePicture, b: PlacePicture) => b.standing.probability - a.standing.probability,
  origins: (a: PlacePicture, b: PlacePicture) => b.standing.origins - a.standing.origins,
} as const;
type Order = keyof typeof ORDERS;

function Row({ entry }: { readonly entry: PlacePicture }) {
  const setting = useSetting();
  const { holders } = setting;
  const { place: chosen } = useAddress();
  const { place, standing } = entry;
  const claimed = standing.claimed.find(({ says, of }) => says === 'holds' && of !== null)?.of;
  const known = standing.state.state !== 'unknown';
  return (
    <tr className={place.id === chosen ? 'is-chosen' : ''} data-level={place.level}>
      <th scope="row">
        <button
          type="button"
          className="link"
          onClick={() => go({ place: place.id, report: null, claim: null })}
        >
          {place.name}
        </button>{' '}
        <span className="soft">{place.path.slice(1, -1).join(' › ') || place.level}</span>
      </th>
      <td>
        <StateChip state={standing.state} />
        {standing.besieged && standing.besieged.probability >= 0.5 && (
          <span className="soft"> besieged</span>
        )}
      </td>
      <td className="number">{known ? percent(standing.probability) : ''}</td>
      <td>{known ? standing.likelihood : ''}</td>
      <td>{claimed ? holderName(claimed, holders) : ''}</td>
      <td className="number">{standing.origins || ''}</td>
      <td className="number">
        {standing.newest ? dayWithin(standing.newest, setting) : 'no news'}
      </td>
      <td title={admiralty(standing).text}>{known ? admiralty(standing).code : ''}</td>
    </tr>
  );
}

/** Everything the map shows, as a table: the same for those who do not see it. */
export function PlaceTable({ picture }: { readonly picture: Picture }) {
  const [order, setOrder] = useState<Order>('place');
  const [all, setAll] = useState(false);
  const reported = picture.places.filter(({ standing }) => standing.newest !== null);
  const places = (all ? [...picture.places] : reported).sort(
    (a, b) => ORDERS[order](a, b) || ORDERS.place(a, b),
  );
  const heading = (key: Order, text: string, className = '') => (
    <th scope="col" className={className} aria-sort={order === key ? 'ascending' : 'none'}>
      <button type="button" onClick={() => setOrder(key)}>
        {text}
      </button>
    </th>
  );
  return (
    <section className="table-view" aria-label="Places" tabIndex={-1}>
      <p className="table-choice">
        {plural(reported.length, 'place')} with news by this day,{' '}
        {picture.places.length - reported.length} without.{' '}
        <label>
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />{' '}
          Show those too
        </label>
      </p>
      <SaveAs />
      <table className="places-table">
        <thead>
          <tr>
            {heading('place', 'Place')}
            <th scope="col">Assessed</th>
            {heading('sure', 'Probability', 'number')}
            <th scope="col">In words</th>
            <th scope="col">Said to hold it</th>
            {heading('origins', 'Origins', 'number')}
            {heading('newest', 'Newest', 'number')}
            <th scope="col">Code</th>
          </tr>
        </thead>
        <tbody>
          {places.map((entry) => (
            <Row key={entry.place.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
