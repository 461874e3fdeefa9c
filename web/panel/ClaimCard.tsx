import type { Evidence } from '../../src/domain/index.ts';
import type { ClaimView, ReportBrief } from '../../src/server/wire.ts';
import { Badges } from '../parts/Badges.tsx';
import { Chain } from '../parts/Chain.tsx';
import { plural, shortDay } from '../parts/words.ts';
import { go } from '../state/address.ts';

/** The words before and after the evidence, whole words of its own paragraph only. */
const before = ({ prefix }: Evidence) => {
  const own = prefix.slice(prefix.lastIndexOf('\n') + 1);
  return own.length < prefix.length || own.length < CONTEXT ? own : `…${own.replace(/^\S*/, '')}`;
};
const after = ({ suffix }: Evidence) => {
  const own = suffix.split('\n', 1)[0] ?? '';
  return own.length < suffix.length || own.length < CONTEXT ? own : `${own.replace(/\S*$/, '')}…`;
};
const CONTEXT = 32;

/** A claim in its own words, with the way it came; the words lead to the report. */
export function ClaimCard({ view }: { readonly view: ClaimView }) {
  const { claim, report } = view;
  return (
    <div className="claim" data-claim={claim.id}>
      <Badges claim={claim} />
      <button
        type="button"
        className="quote"
        onClick={() => go({ report: report.id, claim: claim.id })}
        aria-label={`Read in the report: ${claim.evidence.exact}`}
      >
        <span className="context">{before(claim.evidence)}</span>
        <q>{claim.evidence.exact}</q>
        <span className="context">{after(claim.evidence)}</span>
      </button>
      <Chain links={claim.chain} />
    </div>
  );
}

/** The other printings of one origin, folded away: five copies are one witness. */
export function Copies({ reports }: { readonly reports: readonly ReportBrief[] }) {
  const [, ...copies] = reports;
  if (copies.length === 0) return null;
  return (
    <details className="copies">
      <summary>{plural(copies.length, 'copy', 'copies')}, counted once</summary>
      <ul>
        {copies.map((report) => (
          <li key={report.id}>
            <button
              type="button"
              className="link"
              onClick={() => go({ report: report.id, claim: null })}
            >
              {report.outlet}
            </button>{' '}
            {report.published && <span className="soft">{shortDay(report.published)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
