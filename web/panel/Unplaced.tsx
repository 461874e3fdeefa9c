import type { UnplacedList } from '../../src/server/wire.ts';
import { plural } from '../parts/words.ts';
import { useAnswer } from '../state/answers.ts';
import { useSetting } from '../state/context.ts';
import { ClaimCard } from './ClaimCard.tsx';

type Named = UnplacedList['names'][number];

const Name = ({ each: { name, total, claims } }: { readonly each: Named }) => (
  <li>
    <details>
      <summary>
        <b>{name}</b> <span className="soft">{plural(total, 'claim')}</span>
      </summary>
      {claims.map((view) => (
        <ClaimCard key={view.claim.id} view={view} />
      ))}
      {total > claims.length && <p className="soft">and {total - claims.length} more</p>}
    </details>
  </li>
);

/** What the map cannot show: places that the reports name and the gazetteer lacks. */
export function Unplaced() {
  const { country } = useSetting();
  const answer = useAnswer<UnplacedList>(
    `api/unplaced${country ? `?country=${encodeURIComponent(country)}` : ''}`,
  );
  const names = answer.value?.names ?? [];
  if (names.length === 0) return null;
  const claims = names.reduce((sum, { total }) => sum + total, 0);
  return (
    <details className="others unplaced">
      <summary>
        {plural(names.length, 'place')} named by {plural(claims, 'claim')} of the record{' '}
        {names.length === 1 ? 'is' : 'are'} on no map
      </summary>
      <p className="soft">
        The gazetteer has no place of that name, or only ones too far from the text. What is said of
        them is in tables that are saved. <code>dateline import-places</code> adds places, for
        reports that are read after it.
      </p>
      <ul>
        {names.map((each) => (
          <Name key={each.name} each={each} />
        ))}
      </ul>
    </details>
  );
}
