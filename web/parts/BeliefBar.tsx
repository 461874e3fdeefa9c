import type { Standing } from '../../src/domain/index.ts';
import { useSetting } from '../state/context.ts';
import { stateFill, stateKey } from './colours.ts';
import { percent, stateName } from './words.ts';

/** The whole distribution as one bar; the blank part is what nobody knows. */
export function BeliefBar({ beliefs }: { readonly beliefs: Standing['beliefs'] }) {
  const { holders } = useSetting();
  const shown = [...beliefs]
    .filter(({ probability }) => probability >= 0.005)
    .sort((a, b) => rank(a) - rank(b) || b.probability - a.probability);
  let from = 0;
  return (
    <figure className="belief">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {shown.map(({ state, probability }) => {
          const x = from;
          from += probability * 100;
          return (
            <rect
              key={stateKey(state)}
              x={x}
              width={probability * 100}
              height="10"
              fill={stateFill(state, holders)}
            />
          );
        })}
      </svg>
      <figcaption>
        {shown.map(({ state, probability }) => (
          <span key={stateKey(state)}>
            <svg viewBox="0 0 10 10" className="swatch" aria-hidden="true">
              <rect x="0.5" y="0.5" width="9" height="9" fill={stateFill(state, holders)} />
            </svg>
            {stateName(state, holders)} <b>{percent(probability)}</b>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

const rank = ({ state }: Standing['beliefs'][number]) =>
  state.state === 'held' ? 0 : state.state === 'contested' ? 1 : 2;
