import type { ReactNode } from 'react';
import type { Answer } from '../state/answers.ts';

interface Props<T> {
  readonly answer: Answer<T>;
  readonly what: string;
  readonly children: (value: T) => ReactNode;
}

/** The last answer while the next one loads; words when there is none, or when it failed. */
export function Loading<T>({ answer, what, children }: Props<T>) {
  return (
    <>
      {answer.state === 'failed' && (
        <p role="alert" className="failure">
          {what} could not be loaded. {answer.message}
        </p>
      )}
      {answer.value !== undefined
        ? children(answer.value)
        : answer.state === 'loading' && <p className="loading">Loading {what.toLowerCase()} …</p>}
    </>
  );
}
