import { useState } from 'react';
import type { Change, Picture, Total } from '../../src/server/wire.ts';
import { stateFill, stateKey } from '../parts/colours.ts';
import { StateChip } from '../parts/StateChip.tsx';
import { longDay, plural, stateName } from '../parts/words.ts';
import { go } from '../state/address.ts';
import { useSetting } from '../state/context.ts';
import { ChangeLine } from './ChangeLine.tsx';
import { HowToRead } from './HowToRead.tsx';
import { Without } from './Without.tsx';

const DENOMINATORS: Readonly<Record<Total['denominator'], string>> = {
  capitals: 'Provincial capitals',
  provinces: 'Provinces',
  districts: 'Districts',
  places: 'Places with news',
  population: 'Population of these places',
};

const count = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0, notation: 'compact' });
const tenth = new Intl.NumberFormat('en-GB', {
  maximumFractionDigits: 1,
  minimumFractionDigits: 1,
});

function TotalBar({ total }: { readonly total: Total }) {
  const { holders } = useSetting();
  const rows = [...total.rows].sort(
    (a, b) => rank(a.state.state) - rank(b.state.state) || b.best - a.best,
  );
  let from = 0;
  return (
    <>
      <svg className="total-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {rows.map(({ state, best }) => {
          const x = from;
          const width = total.of ? (100 * best) / total.of : 0;
          from += width;
          return (
            <rect
              key={stateKey(state)}
              x={x}
              width={width}
              height="10"
              fill={stateFill(state, holders)}
            />
          );
        })}
      </svg>
      <table className="total-table">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">State</th>
            <th scope="col">Number</th>
            <th scope="col">Expected</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ state, best, expected }) => (
            <tr key={stateKey(state)}>
              <th scope="row">
                <StateChip state={state} />
              </th>
              <td className="number">
                {total.denominator === 'population' ? count.format(best) : best}
              </td>
              <td
                className="soft"
                title="Sum of the probabilities: what the doubt leaves of the count"
              >
                expected{' '}
                {total.denominator === 'population'
                  ? count.format(expected)
                  : tenth.format(expected)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const rank = (state: string) => (state === 'held' ? 0 : state === 'contested' ? 1 : 2);

function Totals({ totals }: { readonly totals: readonly Total[] }) {
  const [chosen, choose] = useState<Total['denominator']>('capitals');
  const total = totals.find(({ denominator }) => denominator === chosen) ?? totals[0];
  if (!total) return null;
  return (
    <section aria-labelledby="totals">
      <div className="section-head">
        <h3 id="totals">Who holds what</h3>
        <select
          aria-label="Counted in"
          value={total.denominator}
          onChange={(event) => choose(event.target.value as Total['denominator'])}
        >
          {totals.map(({ denominator, of }) => (
            <option key={denominator} value={denominator}>
              {DENOMINATORS[denominator]} ({count.format(of)})
            </option>
          ))}
        </select>
      </div>
      <TotalBar total={total} />
    </section>
  );
}

/** One sentence for the day: the first thing to read. */
function useSummary(picture: Picture): string {
  const { holders } = useSetting();
  const capitals =
    picture.totals.find(({ denominator }) => denominator === 'capitals') ?? picture.totals[0];
  if (!capitals) return '';
  const held = capitals.rows
    .filter(({ state, best }) => state.state === 'held' && best > 0)
    .sort((a, b) => b.best - a.best);
  const unknown = capitals.rows.find(({ state }) => state.state === 'unknown')?.best ?? 0;
  const contested = capitals.rows.find(({ state }) => state.state === 'contested')?.best ?? 0;
  const parts = held.map(({ state, best }) => `${stateName(state, holders)} ${best}`);
  if (contested) parts.push(`contested ${contested}`);
  if (unknown) parts.push(`unknown ${unknown}`);
  return `Of ${capitals.of} ${DENOMINATORS[capitals.denominator].toLowerCase()}: ${parts.join(', ')}.`;
}

const ChangeItems = ({ changes }: { readonly changes: readonly Change[] }) => (
  <ul className="changes">
    {changes.map((change) => (
      <li key={change.place.id}>
        <ChangeLine change={change} />
      </li>
    ))}
  </ul>
);

export function Overview({ picture }: { readonly picture: Picture }) {
  const { meta, without } = useSetting();
  // The days of the picture that is shown: the slider may be a step ahead of it.
  const { at, known } = picture;
  const summary = useSummary(picture);
  const provinces = picture.changes.filter(({ place }) => place.level === 'province');
  return (
    <div className="overview">
      <h2>{longDay(at)}</h2>
      <p className="lede">
        {at === known ? 'As known that day.' : `As known on ${longDay(known)}.`} {summary}
      </p>
      {without.length > 0 && <Without picture={picture} />}
      <Totals totals={picture.totals} />
      <section aria-labelledby="changes">
        <h3 id="changes">Changed on this day</h3>
        {picture.changes.length === 0 ? (
          <p className="soft">Nothing changed hands.</p>
        ) : (
          <ChangeItems
            changes={picture.changes.filter(({ place }) => place.level !== 'province')}
          />
        )}
        {provinces.length > 0 && (
          <details className="others">
            <summary>and {plural(provinces.length, 'province')} with them</summary>
            <ChangeItems changes={provinces} />
          </details>
        )}
      </section>
      <HowToRead />
      <p className="colophon">
        {plural(meta.claims, 'claim')} from {plural(meta.reports, 'report')} and{' '}
        {plural(meta.origins, 'independent origin')}. Choose a place to see who says so.
        {meta.pinned > 0 && (
          <>
            {' '}
            <button type="button" className="link" onClick={() => go({ view: 'sources' })}>
              What to believe of {plural(meta.pinned, 'source')} is fixed by hand.
            </button>
          </>
        )}
      </p>
    </div>
  );
}
