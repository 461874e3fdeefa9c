import type { Movement, StandingState } from '../../src/domain/index.ts';
import { stateKey } from '../parts/colours.ts';
import { StateChip } from '../parts/StateChip.tsx';

/** Log-odds at which the bar is full: a push no single origin should exceed. */
const FULL = 5;
/** Log-odds below which a push is not worth a line. */
const TELLING = 0.05;
const signed = new Intl.NumberFormat('en-GB', {
  signDisplay: 'always',
  maximumFractionDigits: 1,
  minimumFractionDigits: 1,
});

interface Sum {
  readonly towards: StandingState;
  readonly movements: readonly Movement[];
  readonly logOdds: number;
}

/** What one origin moved, state by state; the largest first. */
function sumsOf(movements: readonly Movement[]): readonly Sum[] {
  const byState = new Map<string, Movement[]>();
  for (const movement of movements) {
    if (Math.abs(movement.logOdds) < TELLING) continue;
    const key = stateKey(movement.towards);
    byState.set(key, [...(byState.get(key) ?? []), movement]);
  }
  return [...byState.values()]
    .map((list) => ({
      towards: list[0]!.towards,
      movements: list,
      logOdds: list.reduce((sum, { logOdds }) => sum + logOdds, 0),
    }))
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
}

function Factors({ movement }: { readonly movement: Movement }) {
  return (
    <table>
      <caption>
        {signed.format(movement.logOdds)} on {movement.day}
      </caption>
      <tbody>
        {movement.factors.map((factor) => (
          <tr key={factor.name}>
            <th scope="row">{factor.name}</th>
            <td className="number">{factor.value.toFixed(2)}</td>
            <td>{factor.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How far one origin moved the standing, which way, and out of what factors. */
export function Pushes({ movements }: { readonly movements: readonly Movement[] }) {
  return sumsOf(movements).map(({ towards, movements: parts, logOdds }) => (
    <details key={stateKey(towards)} className="push">
      <summary>
        <span className="push-bar" aria-hidden="true">
          <i style={{ width: `${Math.min(1, Math.abs(logOdds) / FULL) * 100}%` }} />
        </span>
        <span className="push-value number">{signed.format(logOdds)}</span>
        <span>
          {logOdds < 0 ? 'against' : 'towards'} <StateChip state={towards} />
        </span>
      </summary>
      {parts.map((movement) => (
        <Factors key={`${movement.claim}-${movement.day}`} movement={movement} />
      ))}
    </details>
  ));
}
