import { useEffect, useState, type ReactNode } from 'react';
import { retry, type Answer } from '../state/answers.ts';

interface Props<T> {
  readonly answer: Answer<T>;
  readonly what: string;
  readonly children: (value: T) => ReactNode;
}

/** From when on waiting is worth a word. */
const SOON_MS = 250;
const LONG_MS = 5000;

function useWaited(waiting: boolean): 'not yet' | 'a moment' | 'long' {
  const [waited, setWaited] = useState<'not yet' | 'a moment' | 'long'>('not yet');
  useEffect(() => {
    setWaited('not yet');
    if (!waiting) return;
    const soon = setTimeout(() => setWaited('a moment'), SOON_MS);
    const long = setTimeout(() => setWaited('long'), LONG_MS);
    return () => {
      clearTimeout(soon);
      clearTimeout(long);
    };
  }, [waiting]);
  return waited;
}

/** The last answer while the next one loads; words when there is none, when it is slow, or when it failed. */
export function Loading<T>({ answer, what, children }: Props<T>) {
  const waited = useWaited(answer.state === 'loading');
  const first = answer.value === undefined;
  return (
    <>
      {answer.state === 'failed' && (
        <p role="alert" className="failure">
          {what} could not be loaded. {answer.message}
          {!first && ' What is shown is from before.'}{' '}
          <button type="button" className="link" onClick={retry}>
            Try again
          </button>
        </p>
      )}
      {answer.state === 'loading' && waited !== 'not yet' && (first || waited === 'long') && (
        <p className="loading" role="status">
          Loading {what.toLowerCase()} …
          {waited === 'long' && ' This takes longer than it should; it goes on by itself.'}
        </p>
      )}
      {answer.state === 'loading' && !first && waited !== 'not yet' && (
        <div className="progress" aria-hidden="true" />
      )}
      {answer.value !== undefined && children(answer.value)}
    </>
  );
}
