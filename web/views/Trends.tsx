import type { Interval, NetChange, OutlookCheck, Trend, Week } from '../../src/assessment/index.ts';
import type { Checked, Trends as TrendsAnswer } from '../../src/server/wire.ts';
import { ClaimCard } from '../panel/ClaimCard.tsx';
import { holderColour } from '../parts/colours.ts';
import { Loading } from '../parts/Loading.tsx';
import { holderName, shortDay } from '../parts/words.ts';
import { useAnswer } from '../state/answers.ts';
import { useSetting } from '../state/context.ts';
import { Holdings } from './Holdings.tsx';

const number = new Intl.NumberFormat('en-GB', {
  maximumFractionDigits: 1,
  minimumFractionDigits: 1,
});
const whole = new Intl.NumberFormat('en-GB', {
  maximumFractionDigits: 0,
  notation: 'compact',
  signDisplay: 'exceptZero',
});

const range = ({ low, high }: Interval) => `${number.format(low)}–${number.format(high)}`;
const moved = (weeks: readonly Week[]) =>
  weeks.some(
    ({ gained, lost, held }) => Math.max(gained.expected, lost.expected, held.expected) >= 0.5,
  );

interface BarProps {
  readonly value: Interval;
  readonly most: number;
  readonly colour: string;
}

/** A number as a bar with its 90 % interval as a line. */
function Bar({ value, most, colour }: BarProps) {
  const scale = (amount: number) => (100 * amount) / most;
  return (
    <svg className="week-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect y="1" height="8" width={scale(value.expected)} fill={colour} opacity="0.85" />
      <line x1={scale(value.low)} x2={scale(value.high)} y1="5" y2="5" />
    </svg>
  );
}

function Weeks({ trend, most }: { readonly trend: Trend; readonly most: number }) {
  const { holders } = useSetting();
  const colour = holderColour(trend.actor, holders);
  return (
    <div className="scroll">
      <table className="weeks">
        <caption>{holderName(trend.actor, holders)}</caption>
        <thead>
          <tr>
            <th scope="col">Week</th>
            <th scope="col" colSpan={2}>
              Gained
            </th>
            <th scope="col" colSpan={2}>
              Lost
            </th>
            <th scope="col" className="number">
              Held at its end
            </th>
            <th scope="col" className="number">
              People
            </th>
          </tr>
        </thead>
        <tbody>
          {trend.weeks.map((week) => (
            <tr key={week.from}>
              <th scope="row">
                {shortDay(week.from)}–{shortDay(week.to)}
              </th>
              {[week.gained, week.lost].map((value, index) => [
                <td key={`bar-${index}`} className="week-cell">
                  <Bar value={value} most={most} colour={colour} />
                </td>,
                <td
                  key={`number-${index}`}
                  className="number"
                  title={`90 % interval ${range(value)}`}
                >
                  {number.format(value.expected)}
                </td>,
              ])}
              <td className="number">
                {number.format(week.held.expected)}{' '}
                <span className="soft">({range(week.held)})</span>
              </td>
              <td className="number">{whole.format(week.population)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const turning = ({ changePoints }: Trend, name: string) =>
  changePoints.map(
    ({ from, before, after }) =>
      `${name}: the pace turned in the week of ${shortDay(from)}, from ${number.format(before)} to ${number.format(after)} a week.`,
  );

function Net({ title, change }: { readonly title: string; readonly change: NetChange | null }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {change
          ? `+${number.format(change.gained)} −${number.format(change.lost)}`
          : 'not yet known'}
      </dd>
    </div>
  );
}

/** What somebody said of how the war is going, beside what the record shows. */
function Outlook({
  item,
  index,
}: {
  readonly item: Checked<OutlookCheck>;
  readonly index: number;
}) {
  const { holders } = useSetting();
  const { check, view } = item;
  return (
    <li>
      <span className="pin-number">{index + 1}</span>
      <div>
        <ClaimCard view={view} />
        <dl
          className="facts is-row"
          aria-label={`What ${holderName(check.actor, holders)} gained and lost`}
        >
          <Net title="Two weeks before" change={check.before} />
          <Net title={`On ${shortDay(check.said)}`} change={check.onDay} />
          <Net title="Since" change={check.after} />
        </dl>
      </div>
    </li>
  );
}

function Body({ answer }: { readonly answer: TrendsAnswer }) {
  const { holders } = useSetting();
  const shown = answer.trends.filter(({ weeks }) => moved(weeks));
  const most = Math.max(
    1,
    ...shown.flatMap(({ weeks }) => weeks.flatMap(({ gained, lost }) => [gained.high, lost.high])),
  );
  return (
    <>
      <Holdings trends={answer} />
      <section>
        <h3>Week by week</h3>
        {shown.map((trend) => (
          <Weeks key={trend.actor} trend={trend} most={most} />
        ))}
        {shown
          .flatMap((trend) => turning(trend, holderName(trend.actor, holders)))
          .map((text) => (
            <p key={text}>{text}</p>
          ))}
      </section>
      <section>
        <h3>Judgements of how the war is going, beside the record</h3>
        {answer.outlooks.length === 0 && <p className="soft">Nobody has judged it yet.</p>}
        <ol className="outlooks">
          {answer.outlooks.map((item, index) => (
            <Outlook key={item.view.claim.id} item={item} index={index} />
          ))}
        </ol>
      </section>
      {answer.counts.length > 0 && (
        <section>
          <h3>Counts claimed, beside ours</h3>
          <ul className="outlooks">
            {answer.counts.map(({ check, view }) => (
              <li key={view.claim.id}>
                <div>
                  <ClaimCard view={view} />
                  <p>{check.text}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export function Trends() {
  const { country, at } = useSetting();
  const answer = useAnswer<TrendsAnswer>(country ? `api/trends?country=${country}&at=${at}` : null);
  return (
    <section className="list-view is-wide" aria-labelledby="trends-title">
      <header>
        <h2 id="trends-title">Trends</h2>
      </header>
      <Loading answer={answer} what="The trends">
        {(value) => <Body answer={value} />}
      </Loading>
    </section>
  );
}
