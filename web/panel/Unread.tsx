import { useState } from 'react';
import type { UnreadList } from '../../src/server/wire.ts';
import { Loading } from '../parts/Loading.tsx';
import { longDay, plural } from '../parts/words.ts';
import { useAnswer } from '../state/answers.ts';

/** What is in the ledger and says nothing to the map: each with the reason why it could not be read. */
export function Unread({ count }: { readonly count: number }) {
  const [open, setOpen] = useState(false);
  const answer = useAnswer<UnreadList>(open ? 'api/unread' : null);
  return (
    <details
      className="others unread"
      onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}
    >
      <summary>{plural(count, 'item')} could not be read</summary>
      {open && (
        <Loading answer={answer} what="The list">
          {({ unread }) => (
            <ul>
              {unread.map(({ id, title, outlet, published, reason }) => (
                <li key={id}>
                  <b>{title ?? 'Untitled'}</b>{' '}
                  <span className="soft">
                    {[outlet, published && longDay(published)].filter(Boolean).join(', ')}
                  </span>
                  <br />
                  {reason}
                </li>
              ))}
            </ul>
          )}
        </Loading>
      )}
    </details>
  );
}
