import { isResolved, type PlaceMention } from '../domain/index.ts';
import type { TextView } from './text-view.ts';

/** Tokens between the pronoun and the verb: "which the army's spokesman said it was still". */
const REACH = 10;
const BETWEEN = /^(?:AUX|ADV|PART|PRON|SCONJ)$/;
const NAMING = /^(?:DET|ADJ|NOUN|PROPN|PRON|PART)$/;
const SAYING =
  /^(?:say|claim|announce|declare|state|confirm|insist|admit|report|boast|vow|pledge|promise|believe|manage|hope|try|seek|want)$/;

/** "the airport, which the army said it was defending": the pronoun that a verb has for its object, over a verb of saying. */
export function saidRelative(view: TextView, verb: number): number | undefined {
  const { sentence } = view.token(verb);
  const last = verb - REACH;
  const inside = (i: number) => i > last && view.tokens[i]?.sentence === sentence;
  let i = verb - 1;
  while (inside(i) && BETWEEN.test(view.token(i).upos) && !isPronoun(view, i)) i--;
  if (!inside(i) || !SAYING.test(view.lemma(i))) return undefined;
  i--;
  while (inside(i) && /^(?:AUX|ADV)$/.test(view.token(i).upos)) i--;
  let teller = false;
  while (inside(i) && !isPronoun(view, i)) {
    if (!NAMING.test(view.token(i).upos)) return undefined;
    teller = true;
    i--;
  }
  if (!inside(i) || !teller) return undefined;
  const isRelative =
    view.lemma(i) === 'which' || /^(?:NOUN|PROPN)$/.test(view.tokens[i - 1]?.upos ?? '');
  return isRelative ? i : undefined;
}

const isPronoun = (view: TextView, index: number) =>
  index > 0 &&
  /^(?:which|that)$/.test(view.token(index).text) &&
  !SAYING.test(view.lemma(index - 1));

const DIVISION = /^(?:province|state|region|governorate|oblast|county)$/;

/**
 * "Ghorband, in Parwan province, which they took", "the districts of Bano and Andarab in Baghlan,
 * which": where a town lies is not what was taken.
 */
export function narrower(view: TextView, token: number): number {
  const beyond = besideBorder(view, token);
  if (beyond !== undefined) return beyond;
  const called = DIVISION.test(view.lemma(token)) && token > 0 ? view.place(token - 1) : undefined;
  const wide = view.place(token) ?? called;
  if (!wide || !isWide(wide)) return token;
  let i = wide.first - 1;
  if (!/^(?:in|of|,)$/.test(view.tokens[i]?.text ?? '')) return token;
  while (
    /^(?:in|of|,|the|province|district|eastern|western|northern|southern)$/.test(
      view.tokens[i]?.text ?? '',
    )
  )
    i--;
  const town = view.tokens[i] ? view.place(i) : undefined;
  if (town) return town.sentence === wide.sentence && !isWide(town) ? town.head : token;
  return isBareName(view, i, wide.sentence) ? firstOfList(view, i) : token;
}

/** "Damasak, on the border with Niger, which they took": no neighbour was taken. */
function besideBorder(view: TextView, token: number): number | undefined {
  const country = view.place(token);
  if (!country) return undefined;
  let comma = country.first - 1;
  while (
    /^(?:on|near|along|at|the|border|frontier|with|to|of|and)$/i.test(
      view.tokens[comma]?.text ?? '',
    )
  )
    comma--;
  const bordering = view.tokens
    .slice(comma + 1, country.first)
    .some(({ text }) => /^(?:border|frontier)$/.test(text));
  if (!bordering || view.tokens[comma]?.text !== ',') return undefined;
  return view.place(comma - 1)?.head;
}

const isBareName = (view: TextView, index: number, sentence: number) =>
  view.tokens[index]?.sentence === sentence &&
  view.token(index).upos === 'PROPN' &&
  !view.actor(index) &&
  !view.time(index);

/** "Bano, Deh Salah and Pul-e-Hesar": the name that those after it are joined to. */
function firstOfList(view: TextView, name: number): number {
  let at = name;
  while (/^(?:conj|flat|compound|punct)$/.test(view.token(at).deprel) && view.token(at).head >= 0) {
    const { head } = view.token(at);
    if (!view.place(head) && view.token(head).upos !== 'PROPN') break;
    at = head;
  }
  return at;
}

const isWide = ({ place }: PlaceMention) =>
  isResolved(place) && (place.precision === 'province' || place.precision === 'country');
