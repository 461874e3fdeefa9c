import type { Day } from '../../src/domain/index.ts';
import type { ClaimView, ReviewView } from '../../src/server/wire.ts';
import { Badges } from '../parts/Badges.tsx';
import { Chain } from '../parts/Chain.tsx';
import { kindName, longDay, percent } from '../parts/words.ts';
import { go } from '../state/address.ts';
import type { Reviewing } from './ReviewDialog.tsx';

interface Props {
  readonly views: readonly ClaimView[];
  /** Entries about the report and its claims, oldest first. */
  readonly reviews: readonly ReviewView[];
  readonly onReview: (reviewing: Reviewing) => void;
}

const SAID: Readonly<Record<ReviewView['verdict'], string>> = {
  retracted: 'Set aside, it counts nowhere',
  restored: 'Counts again',
  confirmed: 'Checked',
  noted: 'Note',
};

const Said = ({ entry: { verdict, reason, by, recorded } }: { readonly entry: ReviewView }) => (
  <p className="review">
    <b>{SAID[verdict]}:</b> “{reason}”{' '}
    <span className="soft">
      {by}, {longDay(recorded.slice(0, 10) as Day)}
    </span>
  </p>
);

function PlaceOf({ claim: { place } }: Pick<ClaimView, 'claim'>) {
  if (!('id' in place)) {
    return <span title={place.unresolved}>{place.text || 'no place'} (unresolved)</span>;
  }
  const open = () => go({ place: place.id, report: null, claim: null });
  return (
    <button type="button" className="link" onClick={open}>
      {place.name}
    </button>
  );
}

function Item({ view, reviews, onReview }: { readonly view: ClaimView } & Omit<Props, 'views'>) {
  const { claim } = view;
  const entries = reviews.filter(({ claim: id }) => id === null || id === claim.id);
  const turns = entries.filter(
    ({ claim: id, verdict }) =>
      id === claim.id && (verdict === 'retracted' || verdict === 'restored'),
  );
  const verdict = turns.at(-1)?.verdict === 'retracted' ? 'restored' : 'retracted';
  return (
    <li>
      <Badges claim={claim} />
      <p>
        {claim.actor?.name ?? 'somebody'} · {kindName(claim.kind).toLowerCase()} ·{' '}
        <PlaceOf claim={claim} />
      </p>
      <Chain links={claim.chain} />
      {entries.map((entry) => (
        <Said key={`${entry.recorded} ${entry.claim}`} entry={entry} />
      ))}
      <p className="soft">
        Reading {percent(claim.confidence)} sure, by rule <code>{claim.rule}</code>.{' '}
        <button type="button" className="link" onClick={() => onReview({ view, verdict })}>
          {verdict === 'restored' ? 'Let it count again' : 'Read wrongly?'}
        </button>
      </p>
    </li>
  );
}

/** What was read out of the words under the pointer, where it leads, and what people said of that. */
export const Explained = ({ views, ...rest }: Props) => (
  <ul className="explained">
    {views.map((view) => (
      <Item key={view.claim.id} view={view} {...rest} />
    ))}
  </ul>
);
