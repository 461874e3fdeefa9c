import { plural } from '../parts/words.ts';
import { go } from '../state/address.ts';
import type { Sent } from './send.ts';

function Line({ sent }: { readonly sent: Sent }) {
  if (!sent.ok) {
    return (
      <>
        <b>{sent.name}</b> was not added. {sent.message}
      </>
    );
  }
  const { id, title, outcome, claims, problems } = sent.report;
  return (
    <>
      <button type="button" className="link" onClick={() => go({ report: id, claim: null })}>
        {title ?? 'Untitled report'}
      </button>{' '}
      {outcome === 'added' && `added: ${plural(claims, 'claim')}.`}
      {outcome === 'known' && 'is in the ledger already; nothing was added.'}
      {outcome === 'unread' && 'is kept, but could not be read.'}
      {problems.map(({ code, message }) => (
        <span key={code} className="soft">
          {' '}
          {message}
        </span>
      ))}
    </>
  );
}

/** What became of each item, until the reader puts it away. */
export function Results({
  sent,
  onClose,
}: {
  readonly sent: readonly Sent[];
  readonly onClose: () => void;
}) {
  return (
    <div className="results" role="status">
      <ul>
        {sent.map((item, index) => (
          <li
            key={item.ok ? item.report.id : `${item.name}-${index}`}
            className={item.ok ? '' : 'failure'}
          >
            <Line sent={item} />
          </li>
        ))}
      </ul>
      <button type="button" className="round" onClick={onClose} aria-label="Close">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path className="stroke" d="M4,4l8,8M12,4l-8,8" />
        </svg>
      </button>
    </div>
  );
}
