import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Pin, Reliability } from '../../src/domain/index.ts';
import { percent } from '../parts/words.ts';
import { Effect } from './Effect.tsx';
import { remember, signature, writePin, type PinRequest } from './pin.ts';
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

const field = (data: FormData, name: string) => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** Sends the entry; keeps the dialog, with what went wrong, until the ledger has it. */
function useWriting(onDone: () => void) {
  const [state, setState] = useState<'idle' | 'writing' | { readonly failed: string }>('idle');
  const write = async (request: PinRequest) => {
    setState('writing');
    try {
      await writePin(request);
      onDone();
    } catch (error) {
      setState({ failed: error instanceof Error ? error.message : String(error) });
    }
  };
  return [state, write] as const;
}

/** How often it was borne out, for each way it speaks that was tried. */
function learnedText(learned: readonly Reliability[]): string {
  const tried = learned.filter(({ n }) => n >= 0.5);
  if (tried.length === 0) return 'Nothing it said could be tried yet.';
  const parts = tried.map(({ learned: mean, n }) => `${percent(mean)} of ${Math.round(n)}`);
  return `Of what could be tried was borne out: ${parts.join(', ')}.`;
}

function Signed() {
  return (
    <div className="row">
      <label className="why">
        Why
        <input name="reason" required maxLength={500} />
      </label>
      <label>
        Your name
        <input name="by" required maxLength={100} defaultValue={signature()} autoComplete="name" />
      </label>
    </div>
  );
}

/** Fixes what to believe of a source, or takes it back; shows first what that does to the picture. */
export function PinDialog({ pinning, onClose }: Props) {
  const { source, name, learned, current = null, takeBack = false } = pinning;
  const dialog = useRef<HTMLDialogElement>(null);
  const [pin, setPin] = useState<Pin | null>(
    current ?? (learned[0]?.pinned ? learned[0].grade : null),
  );
  const [state, write] = useWriting(onClose);
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
        {typeof state === 'object' && (
          <p role="alert" className="failure">
            It was not written. {state.failed}
          </p>
        )}
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
