import type { NetChange, OutlookCheck } from '../../src/assessment/index.ts';
import { addDays, dayNumber } from '../../src/domain/index.ts';
import type { Checked, DailyHolding } from '../../src/server/wire.ts';
import { ClaimCard } from '../panel/ClaimCard.tsx';
import { holderColour, stateKey } from '../parts/colours.ts';
import { expectedFigure } from '../parts/measures.ts';
import { holderName, shortDay } from '../parts/words.ts';
import { useSetting } from '../state/context.ts';

const WIDTH = 280;
const HEIGHT = 44;
const DAYS = 14;

interface StripProps {
  readonly check: OutlookCheck;
  readonly daily: readonly DailyHolding[];
  readonly places: number;
}

/** What the side held from two weeks before it was said to two weeks after, each day as known then. */
function Strip({ check: { actor, said }, daily, places }: StripProps) {
  const { holders } = useSetting();
  const [first, last] = [dayNumber(said) - DAYS, dayNumber(said) + DAYS];
  const x = (day: number) => ((day - first) / (last - first)) * WIDTH;
  const points = daily
    .filter(({ day }) => dayNumber(day) >= first && dayNumber(day) <= last)
    .map(({ day, states }) => {
      const held = states.find(({ state }) => stateKey(state) === `held:${actor}`)?.expected ?? 0;
      return [x(dayNumber(day)), HEIGHT * (1 - held / places)] as const;
    });
  if (points.length < 2) return null;
  const line = points.map(([a, b]) => `${a.toFixed(1)},${b.toFixed(1)}`).join('L');
  const area = `M${points[0]![0].toFixed(1)},${HEIGHT}L${line}L${points.at(-1)![0].toFixed(1)},${HEIGHT}Z`;
  return (
    <figure className="outlook-strip">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Capitals that ${holderName(actor, holders)} held, two weeks before and after`}
      >
        <rect width={WIDTH} height={HEIGHT} className="history-ground" />
        <path d={area} fill={holderColour(actor, holders)} />
        <line x1={x(dayNumber(said))} x2={x(dayNumber(said))} y2={HEIGHT} className="history-at" />
      </svg>
      <figcaption className="soft">
        <span>{shortDay(addDays(said, -DAYS))}</span>
        <span>said {shortDay(said)}</span>
        <span>{shortDay(addDays(said, DAYS))}</span>
      </figcaption>
    </figure>
  );
}

function Net({ title, change }: { readonly title: string; readonly change: NetChange | null }) {
  const signed = (sign: '+' | '−', value: number) =>
    `${value < 0.05 ? '' : sign}${expectedFigure(value, 'places')}`;
  return (
    <tr>
      <th scope="row">{title}</th>
      {change ? (
        <>
          <td className="number">{signed('+', change.gained)}</td>
          <td className="number">{signed('−', change.lost)}</td>
        </>
      ) : (
        <td colSpan={2} className="number soft">
          not yet known
        </td>
      )}
    </tr>
  );
}

interface Props extends Omit<StripProps, 'check'> {
  readonly item: Checked<OutlookCheck>;
  readonly number: number;
}

/** What somebody said of how the war is going, beside what the record shows before, on the day and since. */
export function Outlook({ item: { check, view }, number, daily, places }: Props) {
  const { holders, from } = useSetting();
  const { actor, said, before, onDay, after } = check;
  const cut = before.from < from;
  return (
    <li>
      <span className="pin-number">{number}</span>
      <div>
        <ClaimCard view={view} />
        <div className="beside">
          <table className="net">
            <caption>What {holderName(actor, holders)} gained and lost of the capitals</caption>
            <thead>
              <tr>
                <td />
                <th scope="col" className="number">
                  gained
                </th>
                <th scope="col" className="number">
                  lost
                </th>
              </tr>
            </thead>
            <tbody>
              <Net title={cut ? 'Before, in this record' : 'Two weeks before'} change={before} />
              <Net title={`On ${shortDay(said)}`} change={onDay} />
              <Net title={after ? `Then, to ${shortDay(after.to)}` : 'Then'} change={after} />
            </tbody>
          </table>
          <Strip check={check} daily={daily} places={places} />
        </div>
      </div>
    </li>
  );
}
