import { inside, type Range, type SpeechContext, trimmed } from './rule.ts';
import { childWith, relation } from './tree.ts';
import type { Quote } from './quotes.ts';

const subtree = ({ tree }: SpeechContext, index: number): Range => ({
  first: tree.left[index]!,
  last: tree.right[index]! + 1,
});

/** What a verb attributes: a clause, the sentence it is put into, words in quotes, or its object. */
export function contentOf(context: SpeechContext, verb: number, cluster: Range): readonly Range[] {
  const clauses = clausesOf(context, verb);
  const quoted = quotesBeside(context, verb, cluster);
  if (clauses.length === 0) return quoted;
  return merge([...clauses.map((clause) => withQuotes(context, clause, verb)), ...quoted]);
}

function clausesOf(context: SpeechContext, verb: number): readonly Range[] {
  const { tree, lexicon } = context;
  const token = tree.tokens[verb]!;
  if (isInserted(context, verb)) return around(context, token.head, verb);
  if (!lexicon.objectOnly.has(token.lemma)) {
    const clause = childWith(tree, verb, 'ccomp') ?? childWith(tree, verb, 'xcomp');
    if (clause !== undefined) return trimAll(context, [subtree(context, clause)]);
  }
  if (relation(token) === 'parataxis' && token.head >= 0) return around(context, token.head, verb);
  const after = tree
    .children(verb)
    .find((child) => tree.tokens[child]!.deprel === 'parataxis' && child > verb);
  return after === undefined ? [] : trimAll(context, [subtree(context, after)]);
}

/** "The city was lost, Daglo said, and …": joined without a conjunction, a comma before its subject. */
function isInserted({ tree }: SpeechContext, verb: number): boolean {
  const { head } = tree.tokens[verb]!;
  if (relation(tree.tokens[verb]!) !== 'conj' || head > verb) return false;
  const subject = childWith(tree, verb, 'nsubj');
  const joined = childWith(tree, verb, 'cc') !== undefined;
  return subject !== undefined && !joined && tree.tokens[tree.left[subject]! - 1]?.text === ',';
}

/** The sentence an attribution is put into, on both sides of it. */
function around(context: SpeechContext, host: number, verb: number): readonly Range[] {
  const whole = subtree(context, host);
  const hole = subtree(context, verb);
  return trimAll(context, [
    { first: whole.first, last: Math.min(hole.first, whole.last) },
    { first: Math.max(hole.last, whole.first), last: whole.last },
  ]);
}

const trimAll = (context: SpeechContext, ranges: readonly Range[]) =>
  ranges.flatMap((range) => (range.first < range.last ? (trimmed(context, range) ?? []) : []));

/** A clause grows to the marks of a quote that it fills or opens. */
function withQuotes({ quotes, quoteAt }: SpeechContext, clause: Range, verb: number): Range {
  const own = quoteAt[verb]!;
  // The quote that holds the cue is not what the cue attributes.
  if (own >= 0 && (quoteAt[clause.first] === own || quoteAt[clause.last - 1] === own)) {
    const { last } = quotes[own]!;
    return { ...clause, last: clause.last === last ? last - 1 : clause.last };
  }
  const opening = quotes[quoteAt[clause.first]!];
  const closing = quotes[quoteAt[clause.last - 1]!];
  const first = opening === undefined ? clause.first : Math.min(opening.first, clause.first);
  const last = closing === undefined ? clause.last : Math.max(closing.last, clause.last);
  return { first, last };
}

/** Quotes that touch the cue and its source, with nothing but punctuation and an addressee between. */
function quotesBeside(context: SpeechContext, verb: number, cluster: Range): readonly Range[] {
  const { text, quotes, quoteAt } = context;
  if (quoteAt[verb]! >= 0) return [];
  const sentence = text.sentences[text.tokens[verb]!.sentence]!;
  const found: Quote[] = [];
  for (let i = cluster.first - 1, steps = 0; i >= sentence.first && steps < 3; i--, steps++) {
    const quote = quotes[quoteAt[i]!];
    if (quote !== undefined) {
      found.push(quote);
      break;
    }
    if (!/^[,.?!–—-]+$/.test(text.tokens[i]!.text)) break;
  }
  const after = quoteAfter(context, cluster.last, sentence.last);
  if (after !== undefined) found.push(after);
  return found.map(({ first, last }) => ({ first, last }));
}

const FAR = 14;

/** A quote after the cue; words may stand between only when a comma or colon opens it. */
function quoteAfter(context: SpeechContext, from: number, to: number): Quote | undefined {
  const { text, quotes, quoteAt } = context;
  for (let i = from; i < Math.min(to, from + FAR); i++) {
    const quote = quotes[quoteAt[i]!];
    if (quote === undefined) continue;
    const opened = i === from || /^[,:.]$/.test(text.tokens[i - 1]!.text);
    return opened || quote.words > 3 ? quote : undefined;
  }
  return undefined;
}

/** Ranges in order, overlapping and touching ones made one. */
export function merge(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const previous = merged.at(-1);
    if (previous !== undefined && range.first <= previous.last)
      merged[merged.length - 1] = { ...previous, last: Math.max(previous.last, range.last) };
    else merged.push(range);
  }
  return merged;
}

/** Content must not swallow its own cue or source. */
export const clearOf = (ranges: readonly Range[], holes: readonly Range[]): readonly Range[] =>
  ranges.flatMap((range) => {
    let parts: Range[] = [range];
    for (const hole of holes)
      parts = parts.flatMap((part) =>
        !inside(part, hole.first) && !inside(part, hole.last - 1)
          ? [part]
          : [
              { first: part.first, last: Math.min(part.last, hole.first) },
              { first: Math.max(part.first, hole.last), last: part.last },
            ].filter(({ first, last }) => first < last),
      );
    return parts;
  });
