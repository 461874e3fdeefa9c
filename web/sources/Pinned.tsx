import type { Pin } from '../../src/domain/index.ts';
import type { PinList, PinView } from '../../src/server/wire.ts';
import { fixedPercent, longDay, plural, RELIABILITY } from '../parts/words.ts';
import type { Day } from '../../src/domain/index.ts';
import { Effect } from './Effect.tsx';
import type { Pinning } from './PinDialog.tsx';

/** "grade B, usually reliable", "reliability 40 %". */
export const pinText = (pin: Pin) =>
  typeof pin === 'number'
    ? `reliability ${fixedPercent(pin)}`
    : `grade ${pin}, ${RELIABILITY[pin]}`;

const signed = ({ by, recorded }: PinView) => `${by}, ${longDay(recorded.slice(0, 10) as Day)}`;

interface Props {
  readonly list: PinList;
  readonly onPin: (pinning: Pinning) => void;
}

function Item({ view, onPin }: { readonly view: PinView; readonly onPin: Props['onPin'] }) {
  const { source, name, pin } = view;
  const open = (takeBack: boolean) => onPin({ source, name, learned: [], current: pin, takeBack });
  return (
    <li>
      <p>
        <b>{name}</b>: {pinText(pin!)}
      </p>
      <p className="soft">
        “{view.reason}” {signed(view)}
      </p>
      <details className="others">
        <summary>What it changes</summary>
        <Effect source={source} pin={pin!} />
      </details>
      <p className="acts">
        <button type="button" className="link" onClick={() => open(false)}>
          Change
        </button>{' '}
        <button type="button" className="link" onClick={() => open(true)}>
          Take back
        </button>
      </p>
    </li>
  );
}

/** What users have fixed of sources, and everything that was ever written about it. */
export function Pinned({ list: { pins, entries }, onPin }: Props) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="pinned-title">
      <h3 id="pinned-title">Fixed by hand</h3>
      {pins.length === 0 && <p className="soft">Nothing now.</p>}
      <ul className="pinned">
        {pins.map((view) => (
          <Item key={view.source} view={view} onPin={onPin} />
        ))}
      </ul>
      <details className="others">
        <summary>{plural(entries.length, 'entry', 'entries')} in the ledger</summary>
        <ul>
          {entries.map((view) => (
            <li key={`${view.source} ${view.recorded}`}>
              {view.name}: {view.pin === null ? 'taken back' : pinText(view.pin)}.{' '}
              <span className="soft">
                “{view.reason}” {signed(view)}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
