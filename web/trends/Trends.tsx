import { useState } from 'react';
import type { TrendMeasure, Trends as TrendsAnswer } from '../../src/server/wire.ts';
import { Loading } from '../parts/Loading.tsx';
import { amount } from '../parts/measures.ts';
import { longDay } from '../parts/words.ts';
import { go, useAddress } from '../state/address.ts';
import { useAnswer } from '../state/answers.ts';
import { useSetting } from '../state/context.ts';
import { Count } from './Count.tsx';
import { Holdings } from './Holdings.tsx';
import { Outlook } from './Outlook.tsx';
import { WeekTables } from './Weeks.tsx';

const MEASURES: Readonly<
  Record<TrendsAnswer['unit'], Readonly<Record<TrendMeasure['measure'], string>>>
> = {
  capital: {
    places: 'Provincial capitals',
    population: 'People in them',
    area: 'Area of provinces',
  },
  district: { places: 'Districts', population: 'People in them', area: 'Area of districts' },
};

interface AreaChoiceProps {
  readonly areas: TrendsAnswer['areas'];
  readonly area: string | null;
}

function AreaChoice({ areas, area }: AreaChoiceProps) {
  return (
    <label>
      in{' '}
      <select
        aria-label="in which area"
        value={area ?? ''}
        onChange={(event) => go({ area: event.target.value || null })}
      >
        <option value="">the whole country</option>
        {areas.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ChoiceProps {
  readonly unit: TrendsAnswer['unit'];
  readonly measures: readonly TrendMeasure[];
  readonly chosen: TrendMeasure['measure'];
  readonly onChoose: (measure: TrendMeasure['measure']) => void;
}

function MeasureChoice({ unit, measures, chosen, onChoose }: ChoiceProps) {
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">Counted in</legend>
      {measures.map(({ measure, of }) => (
        <label key={measure}>
          <input
            type="radio"
            name="measure"
            className="visually-hidden"
            checked={measure === chosen}
            onChange={() => onChoose(measure)}
          />
          <span>
            {MEASURES[unit][measure]} <small>{amount(of, measure)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Checks({ answer }: { readonly answer: TrendsAnswer }) {
  const places = answer.measures.find(({ measure }) => measure === 'places');
  return (
    <>
      <section aria-labelledby="outlooks-title">
        <h3 id="outlooks-title">Judgements of how the war is going, beside the record</h3>
        {answer.outlooks.length === 0 && (
          <p className="soft">
            {answer.area ? 'Nobody has judged it here by name.' : 'Nobody has judged it yet.'}
          </p>
        )}
        <ol className="outlooks">
          {answer.outlooks.map((item, index) => (
            <Outlook
              key={item.view.claim.id}
              item={item}
              number={index + 1}
              daily={places?.daily ?? []}
              places={places?.of ?? 1}
            />
          ))}
        </ol>
      </section>
      {answer.counts.length > 0 && (
        <section aria-labelledby="counts-title">
          <h3 id="counts-title">Counts claimed, beside our own</h3>
          <ul className="outlooks">
            {answer.counts.map((item) => (
              <Count key={item.view.claim.id} item={item} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Body({ answer }: { readonly answer: TrendsAnswer }) {
  const { unit } = answer;
  const [chosen, choose] = useState<TrendMeasure['measure']>('places');
  const measured = answer.measures.find(({ measure }) => measure === chosen) ?? answer.measures[0];
  return (
    <>
      {measured && (
        <>
          <MeasureChoice
            unit={unit}
            measures={answer.measures}
            chosen={measured.measure}
            onChoose={choose}
          />
          <Holdings unit={unit} measured={measured} outlooks={answer.outlooks} />
          <WeekTables unit={unit} measured={measured} />
        </>
      )}
      {!measured && <p className="soft">The gazetteer knows no districts here to count.</p>}
      <Checks answer={answer} />
    </>
  );
}

export function Trends() {
  const { country, at } = useSetting();
  const { area } = useAddress();
  const within = area === null ? '' : `&area=${encodeURIComponent(area)}`;
  const answer = useAnswer<TrendsAnswer>(
    country ? `api/trends?country=${country}${within}&at=${at}` : null,
  );
  return (
    <section className="list-view is-wide" aria-labelledby="trends-title">
      <header>
        <h2 id="trends-title">Trends to {longDay(at)}</h2>
        {answer.value && <AreaChoice areas={answer.value.areas} area={area} />}
      </header>
      <Loading answer={answer} what="The trends">
        {(value) => <Body answer={value} />}
      </Loading>
    </section>
  );
}
