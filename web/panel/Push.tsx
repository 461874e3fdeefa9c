import type { Movement } from '../../src/domain/index.ts';
import { StateChip } from '../parts/StateChip.tsx';

/** Log-odds at which the bar is full: a push no single origin should exceed. */
const FULL = 5;
const signed = new Intl.NumberFormat('en-GB', {
  signDisplay: 'always',
  maximumFractionDigits: 1,
  minimumFractionDigits: 1,
});

/** How far one origin moved the standing, which way, and out of what factors. */
export function Push({ movement }: { readonly movement: Movement }) {
  const share = Math.min(1, Math.abs(movement.logOdds) / FULL);
  return (
    <details className="push">
      <summary>
        <span className="push-bar" aria-hidden="true">
          <i style={{ width: `${share * 100}%` }} />
        </span>
        <span className="push-value number">{signed.format(movement.logOdds)}</span>
        <span>
          {movement.logOdds < 0 ? 'against' : 'towards'} <StateChip state={movement.towards} />
        </span>
      </summary>
      <table>
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
    </details>
  );
}
