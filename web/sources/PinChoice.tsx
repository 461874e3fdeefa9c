import type { Pin, Reliability } from '../../src/domain/index.ts';
import { RELIABILITY } from '../parts/words.ts';

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const satisfies readonly Reliability['grade'][];

interface Props {
  readonly value: Pin | null;
  readonly onChange: (pin: Pin | null) => void;
}

const shareOf = (text: string): Pin | null => {
  const value = Number(text) / 100;
  return text.trim() !== '' && value >= 0 && value <= 1 ? value : null;
};

/** An Admiralty letter, or a share of claims to be believed. */
export function PinChoice({ value, onChange }: Props) {
  return (
    <fieldset className="pin-choice">
      <legend>Reliability of the source</legend>
      {LETTERS.map((letter) => (
        <label key={letter}>
          <input
            type="radio"
            name="grade"
            checked={value === letter}
            onChange={() => onChange(letter)}
          />
          <b>{letter}</b> {RELIABILITY[letter]}
        </label>
      ))}
      <label className="share">
        or believe
        <input
          type="number"
          min="0"
          max="100"
          inputMode="numeric"
          aria-label="Per cent of its claims to believe"
          value={typeof value === 'number' ? Math.round(value * 100) : ''}
          onChange={(event) => onChange(shareOf(event.target.value))}
        />
        % of its claims
      </label>
    </fieldset>
  );
}
