import type { Pin } from '../../src/domain/index.ts';
import type { PinChange, PinEffect } from '../../src/server/wire.ts';
import { Loading } from '../parts/Loading.tsx';
import { StateChip } from '../parts/StateChip.tsx';
import { percent, shortDay } from '../parts/words.ts';
import { useAnswer } from '../state/answers.ts';
import { pictureQuery, useSetting } from '../state/context.ts';
import { pinFields } from './pin.ts';

const SHOWN = 12;

/** What is said outright; where nothing is, what is likeliest. */
const shown = ({ state, best, probability }: PinChange['before']) => (
  <>
    {state.state === 'unknown' && best.state !== 'unknown' && (
      <span className="soft">perhaps </span>
    )}
    <StateChip state={best} /> <span className="soft">{percent(probability)}</span>
  </>
);

function Line({ change }: { readonly change: PinChange }) {
  return (
    <li className={change.turned ? 'is-turned' : ''}>
      <b>
        {change.place.name}
        {change.place.level === 'province' && <span className="soft"> province</span>}
      </b>
      <span>{shown(change.before)}</span>
      <span aria-label="becomes">→</span>
      <span>{shown(change.after)}</span>
    </li>
  );
}

interface Props {
  readonly source: string;
  readonly pin: Pin;
}

/** What a pin does to the picture of the day that is shown: places before and after. */
export function Effect({ source, pin }: Props) {
  const setting = useSetting();
  const fields = Object.entries(pinFields(pin)).map(([key, value]) => [key, String(value)]);
  const query = new URLSearchParams([['source', source], ...fields]);
  const answer = useAnswer<PinEffect>(`api/pins/effect?${query}&${pictureQuery(setting)}`);
  return (
    <div className="effect" aria-live="polite" aria-busy={answer.state === 'loading'}>
      <Loading answer={answer} what="What it changes">
        {({ changes, places }) => {
          const turned = changes.filter((change) => change.turned).length;
          return (
            <>
              <p className="soft">
                {changes.length === 0
                  ? `On ${shortDay(setting.at)} none of ${places} places looks different.`
                  : `On ${shortDay(setting.at)}, of ${places} places: ${turned} told otherwise, ${changes.length - turned} more or less surely.`}
              </p>
              <ul className="before-after">
                {changes.slice(0, SHOWN).map((change) => (
                  <Line key={change.place.id} change={change} />
                ))}
              </ul>
              {changes.length > SHOWN && (
                <p className="soft">and {changes.length - SHOWN} more, less moved</p>
              )}
            </>
          );
        }}
      </Loading>
    </div>
  );
}
