import type { AmountRange, Incident } from '../../src/domain/index.ts';
import type { ClaimView, IncidentList, IncidentView } from '../../src/server/wire.ts';
import { Loading } from '../parts/Loading.tsx';
import { kindName, plural, shortDay } from '../parts/words.ts';
import { go } from '../state/address.ts';
import { load, useAnswer } from '../state/answers.ts';
import { pictureQuery, useSetting } from '../state/context.ts';

/** What bears on who holds the place is told above; this is what else happened there. */
const BEARS: ReadonlySet<Incident['group']> = new Set([
  'gain',
  'leave',
  'hold',
  'fight',
  'siege',
  'words',
]);
const SHOWN = 6;

const days = ({ start, end }: IncidentView) =>
  start === end ? shortDay(start) : `${shortDay(start)}–${shortDay(end)}`;

/** Least, middle and most that is said, never averaged away: "8–20 people, most say 12". */
function amountText({ min, best, max, unit, role }: AmountRange): string {
  const range = max === null ? `${min} or more` : min === max ? `${min}` : `${min}–${max}`;
  const middle = max !== min && best !== min && best !== max ? `, middle ${best}` : '';
  return `${range} ${unit}${role ? ` ${role}` : ''}${middle}`;
}

async function open(id: string) {
  const view = await load<ClaimView>(`api/claims/${id}`);
  go({ report: view.report.id, claim: view.claim.id });
}

function Line({ incident }: { readonly incident: IncidentView }) {
  const { kinds, amounts, reports, origins, claims, denials } = incident;
  return (
    <li>
      <button type="button" className="link" onClick={() => void open(claims[0]!)}>
        {kinds.map(kindName).join(', ')}
      </button>{' '}
      <span className="soft">
        {days(incident)} · {plural(reports.length, 'report')}, {plural(origins.length, 'origin')}
        {denials.length > 0 && `, ${plural(denials.length, 'denial')}`}
      </span>
      {amounts.length > 0 && (
        <div className="amounts">
          {amounts.map((amount) => (
            <span key={`${amount.role}-${amount.unit}`}>{amountText(amount)}</span>
          ))}
        </div>
      )}
    </li>
  );
}

/** What else happened at a place by the day: reports counted, and witnesses. */
export function Incidents({ place }: { readonly place: string }) {
  const setting = useSetting();
  const answer = useAnswer<IncidentList>(
    `api/incidents?${pictureQuery(setting)}&place=${encodeURIComponent(place)}`,
  );
  return (
    <Loading answer={answer} what="What else happened here">
      {({ incidents }) => <List incidents={incidents.filter(({ group }) => !BEARS.has(group))} />}
    </Loading>
  );
}

function List({ incidents: others }: { readonly incidents: readonly IncidentView[] }) {
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="incidents">
      <h3 id="incidents">What else happened here</h3>
      <ul className="incidents">
        {others.slice(0, SHOWN).map((incident) => (
          <Line key={incident.id} incident={incident} />
        ))}
      </ul>
      {others.length > SHOWN && <p className="soft">and {others.length - SHOWN} before</p>}
    </section>
  );
}
