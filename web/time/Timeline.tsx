import { useEffect, useState } from 'react';
import { addDays, dayFromNumber, dayNumber, type Day } from '../../src/domain/index.ts';
import type { Timeline as TimelineAnswer } from '../../src/server/wire.ts';
import { dayWithin, longDay } from '../parts/words.ts';
import { go, useAddress } from '../state/address.ts';
import { retry, useAnswer } from '../state/answers.ts';
import { useSetting } from '../state/context.ts';
import { Histogram } from './Histogram.tsx';

/** Long enough to see what a day changed, short enough to watch a fortnight. */
const STEP_MS = 900;

interface HandleProps {
  readonly label: string;
  readonly value: Day;
  readonly onMove: (day: Day) => void;
  readonly className: string;
}

function Handle({ label, value, onMove, className }: HandleProps) {
  const { from, to } = useSetting();
  return (
    <input
      type="range"
      className={`handle ${className}`}
      min={dayNumber(from)}
      max={dayNumber(to)}
      value={dayNumber(value)}
      aria-label={label}
      aria-valuetext={longDay(value)}
      onChange={(event) => onMove(dayFromNumber(Number(event.target.value)))}
    />
  );
}

function usePlay(at: Day, to: Day, move: (day: Day) => void) {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    if (at >= to) return setPlaying(false);
    const timer = setTimeout(() => move(addDays(at, 1)), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, at, to, move]);
  return [playing, setPlaying] as const;
}

export function Timeline() {
  const { from, to, at, known, country } = useSetting();
  const together = useAddress().known === null;
  const answer = useAnswer<TimelineAnswer>(
    `api/timeline?from=${from}&to=${to}${country ? `&country=${country}` : ''}`,
  );
  const moveAt = (day: Day) => go({ at: day });
  const moveKnown = (day: Day) => go(together ? { at: day } : { known: day });
  const [playing, setPlaying] = usePlay(at, to, moveAt);
  const play = () => {
    if (!playing && at >= to) moveAt(from);
    setPlaying(!playing);
  };
  const clock = (day: Day) => dayWithin(day, { from, to });
  const share = (day: Day) =>
    (dayNumber(day) - dayNumber(from)) / Math.max(1, dayNumber(to) - dayNumber(from));

  return (
    <section className="timeline" aria-label="Time">
      <div className="timeline-head">
        <button
          type="button"
          className="round"
          onClick={play}
          aria-label={playing ? 'Stop' : 'Play day by day'}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={playing ? 'M4,3h3v10H4zM9,3h3v10H9z' : 'M5,2.5L13,8L5,13.5Z'} />
          </svg>
        </button>
        <dl className="clocks">
          <div>
            <dt>Happened by</dt>
            <dd>{clock(at)}</dd>
          </div>
          <div>
            <dt>Known by</dt>
            <dd>{clock(known)}</dd>
          </div>
        </dl>
        <button
          type="button"
          className="lock"
          aria-pressed={together}
          onClick={() => go({ known: together ? known : null })}
          title={
            together
              ? 'Both days move together. Press to move them apart.'
              : 'The two days move apart. Press to join them.'
          }
        >
          {together ? 'Moving together' : 'Moving apart'}
        </button>
      </div>
      <div
        className="timeline-track"
        style={{ ['--at' as string]: share(at), ['--known' as string]: share(known) }}
      >
        {answer.state === 'failed' && (
          <p role="alert" className="timeline-failure">
            The days could not be counted. {answer.message}{' '}
            <button type="button" className="link" onClick={retry}>
              Try again
            </button>
          </p>
        )}
        <Histogram days={answer.value?.days ?? []} from={from} to={to} at={at} known={known} />
        <span className="rule at" aria-hidden="true" />
        <span className="rule known" aria-hidden="true" />
        <Handle label="Happened by" value={at} onMove={moveAt} className="at" />
        <Handle label="Known by" value={known} onMove={moveKnown} className="known" />
      </div>
    </section>
  );
}
