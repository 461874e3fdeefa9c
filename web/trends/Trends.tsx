import { useState } from 'react';
import type { TrendMeasure, Trends as TrendsAnswer } from '../../src/server/wire.ts';
import { Loading } from '../parts/Loading.tsx';
import { amount } from '../parts/measures.ts';
import { longDay } from '../parts/words.ts';
import { useAnswer } from '../state/answers.ts';
import { useSetting } from '../state/context.ts';
import { Count } from './Count.tsx';
import { Holdings } from './Holdings.tsx';
import { Outlook } from './Outlook.tsx';
import { WeekTables } from './Weeks.tsx';

const MEASURES: Readonly<Record<TrendMeasure['measure'], string>> = {
  places: 'Provincial capitals',
  population: 'People in them',
  area: 'Area of provinces',
};

interface ChoiceProps {
  readonly measures: readonly TrendMeasure[];
  readonly chosen: TrendMeasure['measure'];
  readonly onChoose: (measure: TrendMeasure['measure']) => void;
}

function MeasureChoice({ measures, chosen, onChoose }: ChoiceProps) {
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
            {MEASURES[measure]} <small>{amount(of, measure)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Checks({ answer }: { readonly answer: TrendsAnswer }) {
  const capitals = answer.measures.find(({ measure }) => measure === 'places');
  return (
    <>
      <section aria-labelledby="outlooks-title">
        <h3 id="outlooks-title">Judgements of how the war is going, beside the record</h3>
        {answer.outlooks.length === 0 && <p className="soft">Nobody has judged it yet.</p>}
        <ol className="outlooks">
          {answer.outlooks.map((item, index) => (
            <Outlook
              key={item.view.claim.id}
              item={item}
              number={index + 1}
              daily={capitals?.daily ?? []}
              places={capitals?.of ?? 1}
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
  const [chosen, choose] = useState<TrendMeasure['measure']>('places');
  const measured = answer.measures.find(({ measure }) => measure === chosen) ?? answer.measures[0];
  return (
    <>
      {measured && (
        <>
          <MeasureChoice measures={answer.measures} chosen={measured.measure} onChoose={choose} />
          <Holdings measured={measured} outlooks={answer.outlooks} />
          <WeekTables measured={measured} />
        </>
      )}
      <Checks answer={answer} />
    </>
  );
}

export function Trends() {
  const { country, at } = useSetting();
  const answer = useAnswer<TrendsAnswer>(country ? `api/trends?country=${country}&at=${at}` : null);
  return (
    <section className="list-view is-wide" aria-labelledby="trends-title">
      <header>
        <h2 id="trends-title">Trends to {longDay(at)}</h2>
      </header>
      <Loading answer={answer} what="The trends">
        {(value) => <Body answer={value} />}
      </Loading>
    </section>
  );
}
