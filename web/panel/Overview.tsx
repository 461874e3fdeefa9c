import type { Change, Picture, Total } from '../../src/server/wire.ts';
import { longDay, plural } from '../parts/words.ts';
import { go } from '../state/address.ts';
import { useSetting, type Setting } from '../state/context.ts';
import { ChangeLine } from './ChangeLine.tsx';
import { HowToRead } from './HowToRead.tsx';
import { DENOMINATORS, partsOf, Totals } from './Totals.tsx';
import { Unread } from './Unread.tsx';
import { Unplaced } from './Unplaced.tsx';
import { Without } from './Without.tsx';

/** One sentence for the day: the first thing to read. */
function summaryOf(capitals: Total, holders: Setting['holders']): string {
  const parts = partsOf(capitals, holders).filter(({ best }) => best > 0);
  const said = parts
    .filter(({ expected }) => expected !== null)
    .map(({ name, best }) => `${name} ${best}`);
  const left = parts.filter(({ expected }) => expected === null);
  const words = left.map(({ key, best }) =>
    key === 'open' ? `reports leave ${best} open` : `of ${best} nothing has been reported`,
  );
  const outright = said.length > 0 ? said.join(', ') : 'none is told outright';
  return `Of ${capitals.of} ${DENOMINATORS[capitals.denominator].toLowerCase()}: ${[outright, ...words].join('; ')}.`;
}

/** Share of silence from which a newcomer should be told why. */
const MOSTLY = 0.3;

function Summary({ picture }: { readonly picture: Picture }) {
  const { holders, from } = useSetting();
  const { at, known, totals } = picture;
  const capitals = totals.find(({ denominator }) => denominator === 'capitals') ?? totals[0];
  return (
    <>
      <p className="lede">
        {at === known ? 'As known that day.' : `As known on ${longDay(known)}.`}{' '}
        {capitals && summaryOf(capitals, holders)}
      </p>
      {capitals && capitals.silent >= MOSTLY * capitals.of && (
        <p className="note">
          Dateline shows what reports say and assumes nothing. This record begins on {longDay(from)}
          : who held a place before then is not in it.
        </p>
      )}
    </>
  );
}

const ChangeItems = ({ changes }: { readonly changes: readonly Change[] }) => (
  <ul className="changes">
    {changes.map((change) => (
      <li key={change.place.id}>
        <ChangeLine change={change} />
      </li>
    ))}
  </ul>
);

export function Overview({ picture }: { readonly picture: Picture }) {
  const { meta, without } = useSetting();
  // The days of the picture that is shown: the slider may be a step ahead of it.
  const { at } = picture;
  const provinces = picture.changes.filter(({ place }) => place.level === 'province');
  return (
    <div className="overview">
      <h2>{longDay(at)}</h2>
      <Summary picture={picture} />
      {without.length > 0 && <Without picture={picture} />}
      <Totals totals={picture.totals} />
      <section aria-labelledby="changes">
        <h3 id="changes">Changed on this day</h3>
        {picture.changes.length === 0 ? (
          <p className="soft">Nothing changed hands.</p>
        ) : (
          <ChangeItems
            changes={picture.changes.filter(({ place }) => place.level !== 'province')}
          />
        )}
        {provinces.length > 0 && (
          <details className="others">
            <summary>and {plural(provinces.length, 'province')} with them</summary>
            <ChangeItems changes={provinces} />
          </details>
        )}
      </section>
      <Unplaced />
      {meta.unread > 0 && <Unread count={meta.unread} />}
      <HowToRead />
      <p className="colophon">
        {plural(meta.claims, 'claim')} from {plural(meta.reports, 'report')} and{' '}
        {plural(meta.origins, 'independent origin')}. Choose a place to see who says so.
        {meta.pinned > 0 && (
          <>
            {' '}
            <button type="button" className="link" onClick={() => go({ view: 'sources' })}>
              What to believe of {plural(meta.pinned, 'source')} is fixed by hand.
            </button>
          </>
        )}
      </p>
    </div>
  );
}
