import type { ParsedToken } from '../../domain/index.ts';
import { plain } from '../../gazetteer/fold.ts';
import type { PlaceContext } from '../places.ts';
import { named } from './candidates.ts';
import { isCapital, runEnd, runStart, type IsWord } from './capital-run.ts';
import { textOf, type Lookup, type PlaceSpan } from './span.ts';
import type { Surroundings } from './surroundings.ts';
import { isTakenInWar } from './war-role.ts';

interface Found {
  readonly context: PlaceContext;
  readonly around: Surroundings;
  readonly lookup: Lookup;
}

/**
 * Names that no list has, told by those that are places: the other members of a list of places ("Hsipaw, Kyaukme and
 * Nawnghkio"), and the same name wherever else it stands.
 */
export function unlistedBeside(
  accepted: readonly PlaceSpan[],
  { context, around, lookup }: Found,
): readonly PlaceSpan[] {
  const { text } = context;
  const { tokens } = text;
  const taken = new Set(accepted.flatMap(({ first, last }) => range(first, last)));
  const added: PlaceSpan[] = [];
  const add = (first: number, last: number) => {
    const words = textOf(text, first, last);
    const { start, sentence } = tokens[first]!;
    const span = { first, last, start, end: tokens[last - 1]!.end, sentence, text: words };
    added.push({ ...span, ...named(words, lookup) });
    for (const i of range(first, last)) taken.add(i);
  };
  const isFree = (first: number, last: number, { actor, name } = NOBODY) =>
    range(first, last).every(
      (i) => !taken.has(i) && actor.test(around.actor[i]!) && name.test(around.name[i]!),
    );
  for (const { first, last } of accepted) {
    const runs = listedAround(tokens, { first, last });
    // "captured al-Bab and al-Rai": what is taken with a town is nobody, whatever it sounds like.
    const isTaken = [[first, last] as const, ...runs].some(([from, to]) =>
      isTakenInWar(tokens, { first: from, last: to }),
    );
    for (const run of runs)
      if (isFree(...run, isTaken ? SOUNDING : NOBODY) && !isSpeaking(tokens, run)) add(...run);
  }
  const unknown = new Set(
    [...accepted, ...added]
      .filter(({ candidates }) => candidates.length === 0)
      .map((span) => plain(span.text)),
  );
  if (unknown.size > 0)
    for (let first = 0; first < tokens.length; first++) {
      const last = runEnd(tokens, first, isName);
      if (last > first && isFree(first, last) && unknown.has(plain(textOf(text, first, last))))
        add(first, last);
      if (last > first) first = last - 1;
    }
  return added;
}

const NOBODY = { actor: /^$/, name: /^(?:|other)$/ };
const SOUNDING = {
  actor: /^(?:|person|organisation)$/,
  name: /^(?:|other|location|person|organisation)$/,
};

const range = (first: number, last: number) =>
  Array.from({ length: last - first }, (_, i) => first + i);

type Run = readonly [first: number, last: number];

/** Runs of capitals that stand in one list with the span; a list is closed by "and" or "or". */
function listedAround(
  tokens: readonly ParsedToken[],
  span: { readonly first: number; readonly last: number },
): readonly Run[] {
  const before: Run[] = [];
  const after: Run[] = [];
  let closed = false;
  for (let edge = span.last; ;) {
    const comma = tokens[edge]?.text === ',' ? 1 : 0;
    const and = /^(?:and|or)$/.test(tokens[edge + comma]?.text ?? '') ? 1 : 0;
    if (comma + and === 0) break;
    const first = edge + comma + and;
    if (tokens[first]?.sentence !== tokens[span.first]!.sentence) break;
    const last = runEnd(tokens, first, isName);
    if (last === first) break;
    after.push([first, last]);
    closed ||= and === 1;
    edge = last;
    if (and === 1) break;
  }
  for (let edge = span.first; ;) {
    const and = /^(?:and|or)$/.test(tokens[edge - 1]?.text ?? '') ? 1 : 0;
    const comma = tokens[edge - 1 - and]?.text === ',' ? 1 : 0;
    if (comma + and === 0) break;
    const last = edge - and - comma;
    if (tokens[last - 1]?.sentence !== tokens[span.first]!.sentence) break;
    const first = runStart(tokens, last, isName);
    if (first === last) break;
    before.unshift([first, last]);
    closed ||= and === 1;
    edge = first;
  }
  return closed ? [...before, ...after] : [];
}

/** A word that the tagger takes for no adjective or verb. */
const isName: IsWord = (token) => isCapital(token) && /^(?:PROPN|NOUN|X)$/.test(token.upos);

/** "… in Kabul, and Rahmani said": whoever speaks or does something is no member of the list. */
const isSpeaking = (tokens: readonly ParsedToken[], [, last]: Run) => {
  const next = tokens[last];
  return next?.upos === 'VERB' || /^(?:['’]s?|who|whose|\()$/.test(next?.text ?? '');
};
