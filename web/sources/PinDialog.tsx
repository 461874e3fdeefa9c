import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Pin, Reliability } from '../../src/domain/index.ts';
import { field, NotWritten, remember, Signed, useWriting } from '../parts/entry.tsx';
import { percent } from '../parts/words.ts';
import { Effect } from './Effect.tsx';
import { writePin } from './pin.ts';
import { PinChoice } from './PinChoice.tsx';

export interface Pinning {
  readonly source: string;
  readonly name: string;
  readonly learned: readonly Reliability[];
  /** What is fixed of it now. */
  readonly current?: Pin | null;
  readonly takeBack?: boolean;
}

interface Props {
  readonly pinning: Pinning;
  readonly onClose: () => void;
}

/** How often it was borne out, for each way it speaks that was tried. */
function learnedText(learned: readonly Reliability[]): string {
  const tried = learned.filter(({ n }) => n >= 0.5);
  if (tried.length === 0) return 'Nothing it said could be tried yet.';
  const parts = tried.map(({ learned: mean, n }) => `${percent(mean)} of ${Math.round(n)}`);
  return `Of what could be tried was borne out: ${parts.join(', ')}.`;
}

/** Fixes what to believe of a source, or takes it back; shows first what that does to the picture. */
export function PinDialog({ pinning, onClose }: Props) {
  const { source, name, learned, current = null, takeBack = false } = pinning;
  const dialog = useRef<HTMLDialogElement>(null);
  const [pin, setPin] = useState<Pin | null>(
    current ?? (learned[0]?.pinned ? learned[0].grade : null),
  );
  const [state, write] = useWriting(writePin, onClose);
  useEffect(() => dialog.current?.showModal(), []);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const by = field(data, 'by');
    remember(by);
    void write({ source, pin: takeBack ? null : pin, reason: field(data, 'reason'), by });
  };
  return (
    <dialog ref={dialog} aria-labelledby="pin-title" onClose={onClose} className="pin-dialog">
      <form onSubmit={onSubmit}>
        <h2 id="pin-title">{takeBack ? `Learn of ${name} again` : `What to believe of ${name}`}</h2>
        <p className="soft">
          {takeBack
            ? 'What the record shows of it counts again instead of what was fixed.'
            : learned.length > 0 && `${learnedText(learned)} `}
          {!takeBack &&
            'What you fix counts for all that it says, on every day. It says nothing about a single piece of information.'}
        </p>
        {!takeBack && <PinChoice value={pin} onChange={setPin} />}
        {!takeBack && pin !== null && <Effect source={source} pin={pin} />}
        <Signed />
        <NotWritten state={state} />
        <div className="row is-end">
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="submit"
            className="is-main"
            disabled={state === 'writing' || (!takeBack && pin === null)}
          >
            {state === 'writing' ? 'Writing …' : takeBack ? 'Take it back' : 'Fix it'}
          </button>
        </div>
      </form>
    </dialog>
  );
}
