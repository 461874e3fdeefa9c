import { useEffect, useMemo, useRef, useState } from 'react';
import { supplied, type Span } from '../../src/domain/index.ts';
import type { ClaimView, ReportView } from '../../src/server/wire.ts';
import { Loading } from '../parts/Loading.tsx';
import { longDay, plural } from '../parts/words.ts';
import { go, useAddress } from '../state/address.ts';
import { useAnswer } from '../state/answers.ts';
import { Explained } from './Explained.tsx';
import { ReviewDialog, type Reviewing } from './ReviewDialog.tsx';
import { paragraphs, segments } from './segments.ts';

type Layer =
  | { readonly type: 'claim'; readonly span: Span; readonly view: ClaimView }
  | { readonly type: 'speaker'; readonly span: Span };

interface BodyProps {
  readonly answer: ReportView;
  readonly chosen: string | null;
  /** Null when the pointer leaves: then it is the chosen claim that is explained. */
  readonly onLook: (views: readonly ClaimView[] | null) => void;
  readonly onEnter: (view: ClaimView) => void;
}

function layersOf({ claims, retracted, speech }: ReportView): readonly Layer[] {
  return [
    ...[...claims, ...retracted].map((view) => ({
      type: 'claim' as const,
      span: view.claim.evidence,
      view,
    })),
    ...speech.flatMap(({ source, relays }) =>
      [source, ...relays].flatMap((span) => (span ? [{ type: 'speaker' as const, span }] : [])),
    ),
  ];
}

function Body({ answer, chosen, onLook, onEnter }: BodyProps) {
  const { body } = answer.report;
  const layers = useMemo(() => layersOf(answer), [answer]);
  const standing = useMemo(() => new Set(answer.claims.map(({ claim }) => claim.id)), [answer]);
  return (
    <div className="body">
      {paragraphs(body).map((paragraph) => (
        <p key={paragraph.start}>
          {segments(paragraph, layers).map(({ start, end, over }) => {
            const views = over.flatMap((layer) => (layer.type === 'claim' ? [layer.view] : []));
            const text = body.slice(start, end);
            const words = over.some(({ type }) => type === 'speaker') ? (
              <span className="speaker">{text}</span>
            ) : (
              text
            );
            if (views.length === 0) return <span key={start}>{words}</span>;
            const strong = views.some(({ claim }) => claim.id === chosen);
            const counts = views.some(({ claim }) => standing.has(claim.id));
            const first = views.some(
              ({ claim }) => Math.max(claim.evidence.start, paragraph.start) === start,
            );
            return (
              <mark
                key={start}
                className={`${strong ? 'is-chosen' : ''}${counts ? '' : ' is-retracted'}`}
                data-claims={views.map(({ claim }) => claim.id).join(' ')}
                tabIndex={first ? 0 : undefined}
                onMouseEnter={() => onLook(views)}
                onMouseLeave={() => onLook(null)}
                onFocus={() => onLook(views)}
                onClick={() => go({ claim: views[0]!.claim.id })}
                onKeyDown={(event) => event.key === 'Enter' && onEnter(views[0]!)}
              >
                {words}
              </mark>
            );
          })}
        </p>
      ))}
    </div>
  );
}

function Head({ answer }: { readonly answer: ReportView }) {
  const { report, copies } = answer;
  const published = supplied(report.published);
  return (
    <header>
      <p className="path">
        {supplied(report.outlet) ?? 'Outlet unknown'}
        {published ? ` · ${longDay(published)}` : ' · date unknown'}
        {report.byline && ` · ${report.byline}`}
      </p>
      <h2 tabIndex={-1}>{report.title ?? 'Untitled report'}</h2>
      {copies.length > 0 && (
        <p className="soft">
          One origin with {plural(copies.length, 'other report')}:{' '}
          {copies.map(({ outlet }) => outlet).join(', ')}
        </p>
      )}
    </header>
  );
}

function Reading({ answer }: { readonly answer: ReportView }) {
  const { claim: chosen } = useAddress();
  const [looked, look] = useState<readonly ClaimView[] | null>(null);
  const [reviewing, review] = useState<Reviewing | null>(null);
  const read = [...answer.claims, ...answer.retracted];
  const views = looked ?? read.filter(({ claim }) => claim.id === chosen);
  const article = useRef<HTMLElement>(null);
  const explanation = useRef<HTMLElement>(null);
  // With the Tab key alone what is explained would be another mark's before its buttons are reached.
  const enter = ({ claim }: ClaimView) => {
    go({ claim: claim.id });
    explanation.current?.focus();
  };
  useEffect(() => {
    look(null);
    article.current?.querySelector('mark.is-chosen')?.scrollIntoView({ block: 'center' });
  }, [answer, chosen]);
  useEffect(
    () => article.current?.querySelector('h2')?.focus({ preventScroll: true }),
    [answer.report.id],
  );
  return (
    <article className="reading" ref={article}>
      <Head answer={answer} />
      <Body answer={answer} chosen={chosen} onLook={look} onEnter={enter} />
      <aside
        ref={explanation}
        className="explanation"
        tabIndex={-1}
        aria-live="polite"
        aria-label="What was read here"
      >
        {views.length > 0 ? (
          <Explained views={views} reviews={answer.reviews} onReview={review} />
        ) : (
          <p className="soft">
            Marked words carry a claim. Point at one, or move to it with the Tab key and press
            Enter.
          </p>
        )}
      </aside>
      {reviewing && <ReviewDialog reviewing={reviewing} onClose={() => review(null)} />}
    </article>
  );
}

export function ReadingPanel({ id }: { readonly id: string }) {
  const answer = useAnswer<ReportView>(`api/reports/${encodeURIComponent(id)}`);
  const { place } = useAddress();
  return (
    <>
      <button type="button" className="back" onClick={() => go({ report: null, claim: null })}>
        ← {place ? 'Back to the place' : 'Back to the map'}
      </button>
      <Loading answer={answer} what="The report">
        {(value) => <Reading answer={value} />}
      </Loading>
    </>
  );
}
