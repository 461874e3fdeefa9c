import { useState } from 'react';
import { addDays } from '../../src/domain/index.ts';
import type { ChangeList, Picture } from '../../src/server/wire.ts';
import { ClaimCard } from '../panel/ClaimCard.tsx';
import { ChangeLine } from '../panel/ChangeLine.tsx';
import { Loading } from '../parts/Loading.tsx';
import { longDay, plural } from '../parts/words.ts';
import { useAnswer } from '../state/answers.ts';
import { pictureQuery, useSetting } from '../state/context.ts';

const SPANS = {
  1: 'the day before',
  3: 'three days before',
  7: 'a week before',
  14: 'two weeks before',
} as const;

/** What is not as it was, and because of which reports. */
export function Changes({ picture }: { readonly picture: Picture }) {
  const setting = useSetting();
  const [days, setDays] = useState(1);
  const since = addDays(picture.at, -days);
  const answer = useAnswer<ChangeList>(`api/changes?${pictureQuery(setting)}&since=${since}`);
  return (
    <section className="list-view" aria-labelledby="changes-title">
      <header>
        <h2 id="changes-title">What changed by {longDay(picture.at)}</h2>
        <label>
          since{' '}
          <select value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {Object.entries(SPANS).map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      </header>
      <Loading answer={answer} what="The changes">
        {({ changes }) => (
          <>
            <p className="soft">
              {changes.length === 0 ? 'Nothing changed.' : plural(changes.length, 'change')}
            </p>
            <ol className="chronicle">
              {changes.map((change) => (
                <li key={change.place.id}>
                  <ChangeLine change={change} />
                  <div className="because">
                    {change.evidence.map((view) => (
                      <ClaimCard key={view.claim.id} view={view} />
                    ))}
                  </div>
                </li>
              ))}
            </ol>
          </>
        )}
      </Loading>
    </section>
  );
}
