import { useEffect, useRef, type FormEvent } from 'react';
import type { ClaimView, ReviewAnswer } from '../../src/server/wire.ts';
import { field, NotWritten, remember, sendEntry, Signed, useWriting } from '../parts/entry.tsx';

export interface Reviewing {
  readonly view: ClaimView;
  readonly verdict: 'retracted' | 'restored';
}

interface Entry {
  readonly claim: string;
  readonly verdict: Reviewing['verdict'];
  readonly reason: string;
  readonly by: string;
}

const send = (entry: Entry) => sendEntry<ReviewAnswer>('api/reviews', entry);

const WORDS = {
  retracted: {
    title: 'Set this claim aside',
    says: 'It then counts nowhere: not on the map, not in a table. Nothing is deleted, and it can count again.',
    act: 'Set it aside',
  },
  restored: {
    title: 'Let this claim count again',
    says: 'It counts as it did before it was set aside. Both entries stay in the ledger.',
    act: 'Let it count',
  },
} as const;

/** Takes back a claim that was read wrongly, or lets it count again, with a reason and a name. */
export function ReviewDialog(props: {
  readonly reviewing: Reviewing;
  readonly onClose: () => void;
}) {
  const { view, verdict } = props.reviewing;
  const { title, says, act } = WORDS[verdict];
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, write] = useWriting(send, props.onClose);
  useEffect(() => dialog.current?.showModal(), []);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const by = field(data, 'by');
    remember(by);
    void write({ claim: view.claim.id, verdict, reason: field(data, 'reason'), by });
  };
  return (
    <dialog ref={dialog} aria-labelledby="review-title" onClose={props.onClose} className="signed">
      <form onSubmit={onSubmit}>
        <h2 id="review-title">{title}</h2>
        <blockquote>{view.claim.evidence.exact}</blockquote>
        <p className="soft">{says}</p>
        <Signed />
        <NotWritten state={state} />
        <div className="row is-end">
          <button type="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="submit" className="is-main" disabled={state === 'writing'}>
            {state === 'writing' ? 'Writing …' : act}
          </button>
        </div>
      </form>
    </dialog>
  );
}
