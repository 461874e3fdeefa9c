import { useEffect, useRef, useState } from 'react';
import type { Claimed as ClaimedOf } from '../../src/domain/index.ts';
import type { OriginGroup, Picture, PlaceLedger } from '../../src/server/wire.ts';
import { BeliefBar } from '../parts/BeliefBar.tsx';
import { History } from '../parts/History.tsx';
import { Loading } from '../parts/Loading.tsx';
import {
  admiralty,
  holderName,
  longDay,
  otherwise,
  percent,
  plural,
  dayWithin,
  statement,
  verb,
} from '../parts/words.ts';
import { go } from '../state/address.ts';
import { useAnswer } from '../state/answers.ts';
import { pictureQuery, useSetting } from '../state/context.ts';
import { ClaimCard, Copies } from './ClaimCard.tsx';
import { Incidents } from './Incidents.tsx';
import { Inside } from './Inside.tsx';
import { Path } from './Path.tsx';
import { Pushes } from './Pushes.tsx';

function Group({ group, ledger }: { readonly group: OriginGroup; readonly ledger: PlaceLedger }) {
  const movements = ledger.standing.movements.filter(({ origin }) => origin === group.origin);
  const denies = group.denies.length > 0;
  return (
    <li className={`origin${denies ? ' is-denial' : ''}`}>
      {denies && <p className="denies">Denies the above</p>}
      {group.claims.map(({ view }) => (
        <ClaimCard key={view.claim.id} view={view} />
      ))}
      <Copies reports={group.reports} />
      <Pushes movements={movements} />
    </li>
  );
}

/** Origins shown at first: more than anybody reads at once. */
const ORIGINS_SHOWN = 25;

function GroupList({
  groups,
  ledger,
}: {
  readonly groups: readonly OriginGroup[];
  readonly ledger: PlaceLedger;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? groups : groups.slice(0, ORIGINS_SHOWN);
  return (
    <>
      <ol className="origins">
        {shown.map((group) => (
          <Group key={group.origin} group={group} ledger={ledger} />
        ))}
      </ol>
      {shown.length < groups.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          Show all {groups.length}
        </button>
      )}
    </>
  );
}

function Groups({ ledger }: { readonly ledger: PlaceLedger }) {
  const counted = ledger.groups.filter((group) => group.counted);
  const others = ledger.groups.filter((group) => !group.counted);
  return (
    <>
      <section aria-labelledby="claims">
        <h3 id="claims">What it stands on</h3>
        {counted.length === 0 && <p className="soft">Nothing said by this day bears on it.</p>}
        <GroupList groups={counted} ledger={ledger} />
      </section>
      {others.length > 0 && (
        <details className="others">
          <summary>{plural(others.length, 'origin')} more that did not move it</summary>
          <p className="soft">Said or happened later, hypothetical, or only context.</p>
          <GroupList groups={others} ledger={ledger} />
        </details>
      )}
    </>
  );
}

function Facts({ ledger }: { readonly ledger: PlaceLedger }) {
  const { standing } = ledger;
  const grade = admiralty(standing);
  const setting = useSetting();
  return (
    <dl className="facts">
      <div>
        <dt>Independent origins</dt>
        <dd>{standing.origins}</dd>
      </div>
      <div>
        <dt>Newest evidence</dt>
        <dd>{standing.newest ? dayWithin(standing.newest, setting) : 'none'}</dd>
      </div>
      <div title={grade.text}>
        <dt>Admiralty code</dt>
        <dd>
          {grade.code} <span className="visually-hidden">{grade.text}</span>
        </dd>
      </div>
      <div>
        <dt>Days since</dt>
        <dd>{standing.age ?? '–'}</dd>
      </div>
    </dl>
  );
}

/** What is said of a holder, after its name or "it"/"they". */
function saying(says: ClaimedOf['says'], name: string): string {
  switch (says) {
    case 'holds':
      return `${verb(name, 'hold')} it`;
    case 'lost':
      return 'lost it';
    case 'contested':
      return `${verb(name, 'fight')} in it`;
    case 'besieged':
      return `${verb(name, 'besiege')} it`;
    case 'denies':
      return 'did not take it';
  }
}
const CLAIMS_SHOWN = 4;

type Parties = PlaceLedger['parties'];

interface ClaimedWordsProps {
  readonly entry: ClaimedOf;
  readonly parties: Parties;
}

function ClaimedWords({ entry: { by, of, says }, parties }: ClaimedWordsProps) {
  const speaker = by === null ? 'Others' : parties[by]!;
  const subject = of === null ? 'somebody' : parties[of]!;
  const itself = verb(subject, 'say') === 'say' ? 'they' : 'it';
  return (
    <span>
      <b>{speaker}</b> {verb(speaker, 'say')} {by === of && by !== null ? itself : subject}{' '}
      {saying(says, subject)}
    </span>
  );
}

/** What each side says, unweighed, apart from what is assessed. */
function Claimed({ ledger: { standing, parties } }: { readonly ledger: PlaceLedger }) {
  const { claimed } = standing;
  const setting = useSetting();
  if (claimed.length === 0) return null;
  const key = ({ by, says, of }: ClaimedOf) => `${by}-${says}-${of}`;
  return (
    <section aria-labelledby="claimed">
      <h3 id="claimed">What is claimed</h3>
      <ul className="claimed">
        {claimed.slice(0, CLAIMS_SHOWN).map((entry) => (
          <li key={key(entry)}>
            <ClaimedWords entry={entry} parties={parties} />
            <span className="soft number">
              {plural(entry.claims.length, 'claim')}, {dayWithin(entry.newest, setting)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ledger({ ledger, picture }: { readonly ledger: PlaceLedger; readonly picture: Picture }) {
  const { holders } = useSetting();
  const { place, standing } = ledger;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [place.id]);
  return (
    <article className="place">
      <Path place={place} picture={picture} />
      <h2 ref={heading} tabIndex={-1}>
        {place.name}
      </h2>
      <p className="lede" aria-live="polite">
        {statement(place.name, standing, holders)}
        {standing.best.state !== 'unknown' && standing.probability >= 0.5 && (
          <> ({percent(standing.probability)})</>
        )}
        {standing.claims.length === 0 && ` by ${longDay(standing.known)}`}.
        {otherwise(standing, holders).map((says) => ` ${says}.`)}
        {standing.besieged && standing.besieged.probability >= 0.5 && (
          <>
            {' '}
            Besieged{standing.besieged.by && ` by ${holderName(standing.besieged.by, holders)}`} (
            {percent(standing.besieged.probability)}).
          </>
        )}
      </p>
      {standing.claims.length > 0 && (
        <>
          <BeliefBar beliefs={standing.beliefs} />
          <Facts ledger={ledger} />
        </>
      )}
      <Claimed ledger={ledger} />
      <History points={ledger.history} />
      <Inside id={place.id} picture={picture} />
      <Groups ledger={ledger} />
      <Incidents place={place.id} />
    </article>
  );
}

export function PlacePanel({ id, picture }: { readonly id: string; readonly picture: Picture }) {
  const setting = useSetting();
  const answer = useAnswer<PlaceLedger>(
    `api/places/${encodeURIComponent(id)}?${pictureQuery(setting)}`,
  );
  return (
    <>
      <button
        type="button"
        className="back"
        onClick={() => go({ place: null, report: null, claim: null })}
      >
        ← All places
      </button>
      <Loading answer={answer} what="The ledger of this place">
        {(ledger) => <Ledger ledger={ledger} picture={picture} />}
      </Loading>
    </>
  );
}
