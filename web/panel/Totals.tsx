import { useState } from 'react';
import type { StandingState } from '../../src/domain/index.ts';
import type { Total } from '../../src/server/wire.ts';
import { stateFill, stateKey } from '../parts/colours.ts';
import { amount, expectedFigure, figure } from '../parts/measures.ts';
import { plural, stateName } from '../parts/words.ts';
import { useSetting, type Setting } from '../state/context.ts';

export const DENOMINATORS: Readonly<Record<Total['denominator'], string>> = {
  capitals: 'Provincial capitals',
  population: 'People in them',
  area: 'Area of provinces',
  provinces: 'Provinces',
  districts: 'Districts',
  places: 'Places with news',
};

/** One part of a total: the unknown falls into what reports leave open and what none speaks of. */
export interface Part {
  readonly key: string;
  readonly name: string;
  readonly fill: string;
  readonly best: number;
  readonly expected: number | null;
}

const RANK: Readonly<Record<StandingState['state'], number>> = {
  held: 0,
  contested: 1,
  unknown: 2,
};

export function partsOf(total: Total, holders: Setting['holders']): readonly Part[] {
  const rows = [...total.rows].sort(
    (a, b) => RANK[a.state.state] - RANK[b.state.state] || b.best - a.best,
  );
  return rows.flatMap(({ state, best, expected }): readonly Part[] => {
    const key = stateKey(state);
    if (state.state !== 'unknown') {
      const fill = stateFill(state, holders);
      return [{ key, name: stateName(state, holders), fill, best, expected }];
    }
    const open = Math.max(0, best - total.silent);
    const parts: Part[] = [
      {
        key: 'open',
        name: 'reports leave it open',
        fill: 'var(--open)',
        best: open,
        expected: null,
      },
      { key, name: 'nothing reported', fill: 'var(--paper)', best: total.silent, expected: null },
    ];
    return parts.filter((part) => part.best > 0);
  });
}

function Bar({ total, parts }: { readonly total: Total; readonly parts: readonly Part[] }) {
  let from = 0;
  return (
    <svg className="total-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {parts.map(({ key, best, fill }) => {
        const x = from;
        const width = total.of ? (100 * best) / total.of : 0;
        from += width;
        return <rect key={key} x={x} width={width} height="10" fill={fill} />;
      })}
    </svg>
  );
}

function Rows({ total, parts }: { readonly total: Total; readonly parts: readonly Part[] }) {
  return (
    <table className="total-table">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">State</th>
          <th scope="col">Number</th>
          <th scope="col">Expected</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ key, name, fill, best, expected }) => (
          <tr key={key}>
            <th scope="row">
              <span className="state">
                <svg viewBox="0 0 10 10" className="swatch" aria-hidden="true">
                  <rect x="0.5" y="0.5" width="9" height="9" fill={fill} />
                </svg>
                {name}
              </span>
            </th>
            <td className="number">{figure(best, total.denominator)}</td>
            <td
              className="soft"
              title="Sum of the probabilities: what the doubt leaves of the count"
            >
              {expected !== null && `expected ${expectedFigure(expected, total.denominator)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is counted, and what is not: a share of places is not a share of people. */
function noteOf({ denominator, counted, missing }: Total): string {
  switch (denominator) {
    case 'population':
      return `People of ${plural(counted, 'provincial capital')}${missing > 0 ? `; of ${missing} more the gazetteer has no number` : ''}. Those outside are not counted.`;
    case 'area':
      return `Square kilometres of ${plural(counted, 'province')}${missing > 0 ? `, ${missing} without a known boundary left out` : ''}, each as it is reported itself: a province is not held because its capital is.`;
    case 'districts':
      return 'News names towns more often than districts: most stay without a report.';
    case 'provinces':
      return 'Each as it is reported itself: a province is not held because its capital is.';
    case 'places':
      return 'Towns and districts that some report speaks of.';
    case 'capitals':
      return '';
  }
}

/** Who holds what, in the denominator that the reader chooses. */
export function Totals({ totals }: { readonly totals: readonly Total[] }) {
  const { holders } = useSetting();
  const [chosen, choose] = useState<Total['denominator']>('capitals');
  const total = totals.find(({ denominator }) => denominator === chosen) ?? totals[0];
  if (!total) return null;
  const parts = partsOf(total, holders);
  const note = noteOf(total);
  const order = Object.keys(DENOMINATORS);
  const sorted = [...totals].sort(
    (a, b) => order.indexOf(a.denominator) - order.indexOf(b.denominator),
  );
  return (
    <section aria-labelledby="totals">
      <div className="section-head">
        <h3 id="totals">Who holds what</h3>
        <select
          aria-label="Counted in"
          value={total.denominator}
          onChange={(event) => choose(event.target.value as Total['denominator'])}
        >
          {sorted.map(({ denominator, of }) => (
            <option key={denominator} value={denominator}>
              {DENOMINATORS[denominator]} ({amount(of, denominator)})
            </option>
          ))}
        </select>
      </div>
      <Bar total={total} parts={parts} />
      <Rows total={total} parts={parts} />
      {note && <p className="note">{note}</p>}
    </section>
  );
}
