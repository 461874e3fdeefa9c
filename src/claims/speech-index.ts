import {
  contains,
  countWhile,
  type Mention,
  type Reading,
  type Span,
  type Speech,
} from '../domain/index.ts';

interface Covered extends Span {
  readonly speech: Speech;
}

/** Characters to a block: a few sentences, so that a look-up tries a handful of speeches. */
const BLOCK = 512;
/** A long report has thousands of speeches, and every claim asks which one it stands in. */
const blocksOf = new WeakMap<Reading, readonly (readonly Covered[] | undefined)[]>();

function blocks(reading: Reading): readonly (readonly Covered[] | undefined)[] {
  const known = blocksOf.get(reading);
  if (known) return known;
  const made: Covered[][] = [];
  for (const speech of reading.speech)
    for (const { start, end } of speech.content)
      for (let block = Math.floor(start / BLOCK); block * BLOCK < end; block++)
        (made[block] ??= []).push({ start, end, speech });
  blocksOf.set(reading, made);
  return made;
}

/** Innermost speech whose content covers a body position. */
export function speechAt(reading: Reading, position: number): Speech | undefined {
  let best: Covered | undefined;
  for (const one of blocks(reading)[Math.floor(position / BLOCK)] ?? [])
    if (one.start <= position && position < one.end)
      if (best === undefined || one.end - one.start < best.end - best.start) best = one;
  return best?.speech;
}

/** Mentions inside a span; mentions stand in order of their start. */
export function mentionsInside({ mentions }: Reading, span: Span): readonly Mention[] {
  const before = countWhile(mentions.length, (index) => mentions[index]!.start < span.start);
  const found: Mention[] = [];
  for (let at = before; at < mentions.length && mentions[at]!.start < span.end; at++)
    if (contains(span, mentions[at]!)) found.push(mentions[at]!);
  return found;
}
