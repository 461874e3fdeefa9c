import type { Change } from '../../src/server/wire.ts';
import { StateChip } from '../parts/StateChip.tsx';
import { percent } from '../parts/words.ts';
import { go } from '../state/address.ts';

/** A place, what it was and what it is; leads to the place. */
export function ChangeLine({ change }: { readonly change: Change }) {
  return (
    <button
      type="button"
      className="change"
      onClick={() => go({ place: change.place.id, view: 'map', report: null, claim: null })}
    >
      <b>
        {change.place.name}
        {change.place.level === 'province' && <span className="soft"> province</span>}
      </b>
      <span className="change-states">
        <StateChip state={change.before} />
        <span aria-label="to">→</span>
        <StateChip state={change.after} />
      </span>
      <span className="number soft">{percent(change.probability)}</span>
    </button>
  );
}
