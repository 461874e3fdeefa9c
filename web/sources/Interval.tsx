import type { Reliability } from '../../src/domain/index.ts';
import { fixedPercent, percent } from '../parts/words.ts';

/** What was learned with its 90 % interval, from never to always borne out; a ring where a user fixed it. */
export function Interval({ reliability }: { readonly reliability: Reliability }) {
  const { mean, learned, low, high, pinned } = reliability;
  const words = `borne out ${percent(learned)}, 90 % interval ${percent(low)} to ${percent(high)}${
    pinned ? `; fixed at ${fixedPercent(mean)}` : ''
  }`;
  return (
    <span className="interval" role="img" aria-label={words} title={words}>
      <i className="range" style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
      <i className="mean" style={{ left: `${learned * 100}%` }} />
      {pinned && <i className="fixed" style={{ left: `${mean * 100}%` }} />}
    </span>
  );
}
