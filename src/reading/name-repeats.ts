import type { ParsedText } from '../domain/index.ts';
import type { NameSpan } from './drafts.ts';

type NameType = NameSpan['type'];

const LONGEST = 6;
const CAPITAL = /^\p{Lu}/u;
/** A name found with less certainty speaks for itself only. */
const SURE = 0.7;
/** Parts of a person's name that may stand for the whole: no particles, no initials. */
const SURNAME = /^\p{Lu}[\p{L}'’-]{2,}$/u;

interface Known {
  /** Certainty added up by type. */
  readonly weight: Map<NameType, number>;
}

/**
 * One sense a document: what is a name once is a name everywhere, of the type it has most often; the
 * last part of a person's full name is that person.
 */
export function repeatedNames(text: ParsedText, tagged: readonly NameSpan[]): readonly NameSpan[] {
  const known = knownNames(text, tagged);
  const spans = tagged.map((span) => {
    const type = favourite(known.get(textOf(text, span.first, span.last)));
    return type === undefined || type === span.type ? span : { ...span, type };
  });
  const taken = new Set<number>();
  for (const { first, last } of spans) for (let i = first; i < last; i++) taken.add(i);
  return [...spans, ...missed(text, known, taken)].sort((a, b) => a.first - b.first);
}

const textOf = ({ tokens }: ParsedText, first: number, last: number) =>
  tokens
    .slice(first, last)
    .map((token) => token.text)
    .join(' ');

function knownNames(text: ParsedText, tagged: readonly NameSpan[]): Map<string, Known> {
  const known = new Map<string, Known>();
  const add = (name: string, type: NameType, score: number) => {
    const entry = known.get(name) ?? { weight: new Map<NameType, number>() };
    entry.weight.set(type, (entry.weight.get(type) ?? 0) + score);
    known.set(name, entry);
  };
  for (const { first, last, type, score } of tagged) {
    if (score < SURE) continue;
    add(textOf(text, first, last), type, score);
    const surname = text.tokens[last - 1]!.text;
    if (type === 'person' && last - first > 1 && SURNAME.test(surname)) add(surname, type, score);
  }
  return known;
}

function favourite(entry: Known | undefined): NameType | undefined {
  let best: NameType | undefined;
  let most = 0;
  for (const [type, weight] of entry?.weight ?? []) {
    if (weight > most) {
      most = weight;
      best = type;
    }
  }
  return best;
}

/** Known names where the tagger saw none, longest first. */
function missed(
  text: ParsedText,
  known: ReadonlyMap<string, Known>,
  taken: ReadonlySet<number>,
): NameSpan[] {
  const found: NameSpan[] = [];
  if (known.size === 0) return found;
  const { tokens } = text;
  for (let first = 0; first < tokens.length; first++) {
    if (taken.has(first) || !CAPITAL.test(tokens[first]!.text)) continue;
    const end = Math.min(first + LONGEST, text.sentences[tokens[first]!.sentence]!.last);
    for (let last = end; last > first; last--) {
      const type = favourite(known.get(textOf(text, first, last)));
      if (type === undefined || anyTaken(taken, first, last)) continue;
      // Alone at the start of a sentence, a capital is no evidence: "Will", "March".
      if (last === first + 1 && tokens[first]!.upos !== 'PROPN') continue;
      found.push({ first, last, type, score: SURE });
      first = last - 1;
      break;
    }
  }
  return found;
}

function anyTaken(taken: ReadonlySet<number>, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (taken.has(i)) return true;
  return false;
}
