import type { TextView } from '../../claims/text-view.ts';
import { hashText } from '../../reading/perceptron/hash.ts';
import { fold } from '../../reading/perceptron/words.ts';
import { featureHashes } from '../../reading/perceptron/logistic.ts';
import type { Candidate, Place } from './candidates.ts';
import type { Scene } from './features.ts';
import { logit } from './relevance.ts';
import { type Slot, SLOTS } from './slots.ts';

type Words = Pick<Scene, 'view' | 'senses' | 'sentences'>;

/** Features of each wording of a unit that fills a slot: is it the one to give? */
export function wordingFeatures(
  scene: Words,
  candidates: readonly Candidate[],
  slot: Slot,
): readonly Int32Array[] {
  const told = candidates.map((candidate) => likeliest(scene, candidate, slot));
  const most = Math.max(...told);
  return candidates.map((candidate, i) => {
    const features = new Set(['bias']);
    formFeatures(scene, candidate, features);
    for (const place of candidate.places) edgeFeatures(scene, place, features);
    for (const place of candidate.places.slice(0, MOST_PLACES))
      meaningFeatures(scene, place, features);
    besideOthers(scene, candidate, candidates, features);
    features.add(`told ${Math.min(4, Math.round(most - told[i]!))}`);
    const here = [...features];
    for (const feature of here) features.add(`${slot} ${feature}`);
    return featureHashes(features);
  });
}

/** Log odds that the sentence which tells most of a wording has a filler of the slot. */
const likeliest = ({ view, sentences }: Words, { places }: Candidate, slot: Slot) =>
  Math.max(
    ...places.map(({ head }) => logit(sentences[view.token(head).sentence]![SLOTS.indexOf(slot)]!)),
  );

/** Places of a wording whose surroundings are looked up by meaning. */
const MOST_PLACES = 3;
const CAPITAL = /^\p{Lu}/u;

function formFeatures(scene: Words, { key, places }: Candidate, features: Set<string>): void {
  const { view } = scene;
  const words = key.split(' ');
  const length = Math.min(words.length, 6);
  const first = places[0]!;
  const head = view.lemma(first.head);
  features.add(`words ${length}`);
  features.add(`first ${words[0]}`);
  features.add(`first ${view.token(first.first).xpos}`);
  features.add(`words ${length} ${head}`);
  features.add(`times ${Math.min(places.length, 4)}`);
  features.add(`left ${first.head - first.first} right ${first.last - first.head}`);
  for (const word of words) features.add(`word ${word}`);
  features.add(`tags ${tagsOf(scene, first)}`);
}

const tagsOf = ({ view }: Words, { first, last }: Place) =>
  view.tokens
    .slice(first, Math.min(last, first + 6))
    .map(({ xpos }) => xpos)
    .join(' ');

/** What stands right outside a wording says whether it is whole. */
function edgeFeatures({ view }: Words, place: Place, features: Set<string>): void {
  const { first, last, head } = place;
  const before = view.tokens[first - 1];
  const after = view.tokens[last];
  const { sentence } = view.token(head);
  const previous = before?.sentence === sentence ? before : undefined;
  const next = after?.sentence === sentence ? after : undefined;
  const joined = previous && previous.index >= 0 && isWithin(view, previous.index, head);
  features.add(`before ${previous?.lemma.toLowerCase() ?? ''}`);
  features.add(`before ${previous?.xpos ?? ''} ${joined ? 'within' : ''}`);
  features.add(`before ${previous?.deprel ?? ''} ${joined ? 'within' : ''} ${last - first}`);
  features.add(`after ${next?.lemma.toLowerCase() ?? ''}`);
  features.add(`after ${next?.xpos ?? ''} ${next && isWithin(view, next.index, head)}`);
  features.add(`after ${next?.text ?? ''} ${view.lemma(head)}`);
  if (joined) features.add(`cut ${previous.lemma.toLowerCase()}`);
}

function isWithin(view: TextView, index: number, head: number): boolean {
  let at = index;
  for (let step = 0; step < 6 && at >= 0; step++) {
    if (at === head) return true;
    at = view.token(at).head;
  }
  return false;
}

/** What the words at the edges of a wording mean: titles before names share classes. */
function meaningFeatures({ view, senses }: Words, place: Place, features: Set<string>): void {
  const { first, last, head } = place;
  const { sentence } = view.token(head);
  const add = (at: number, side: string) => {
    const token = view.tokens[at];
    if (token?.sentence !== sentence) return features.add(`${side} none`);
    const hash = hashText(fold(token.text));
    features.add(`${side} coarse ${senses.coarse(hash)}`);
    features.add(`${side} middle ${senses.middle(hash)}`);
    features.add(`${side} fine ${senses.fine(hash)}`);
    return features.add(`${side} capital ${CAPITAL.test(token.text)} ${token.upos}`);
  };
  add(first - 1, 'before');
  add(first, 'opens');
  add(head, 'head');
  add(last - 1, 'closes');
  add(last, 'after');
  features.add(`opens ${view.token(first).deprel}`);
}

const lengthOf = ({ key }: Candidate) => key.split(' ').length;

/** How a wording stands among the others of its unit: longest, most frequent, never without more. */
function besideOthers(
  { view }: Words,
  candidate: Candidate,
  all: readonly Candidate[],
  features: Set<string>,
): void {
  const { places } = candidate;
  const [length, lengths] = [lengthOf(candidate), all.map(lengthOf)];
  const less = Math.min(Math.max(...lengths) - length, 4);
  const more = Math.min(length - Math.min(...lengths), 4);
  const most = Math.max(...all.map((other) => other.places.length));
  const longest = less === 0;
  features.add(`longest ${longest}`).add(`shortest ${more === 0}`);
  features.add(`less ${less}`).add(`more ${more}`).add(`less ${less} more ${more}`);
  features.add(`most ${places.length === most} longest ${longest}`);
  features.add(`share ${Math.round((4 * places.length) / most)}`);
  const { first, last, head } = places[0]!;
  const capitals = view.tokens.slice(first, last).filter(({ text }) => CAPITAL.test(text)).length;
  features.add(`capitals ${capitals} of ${last - first}`);
  const others = all.filter((other) => other !== candidate).flatMap((other) => other.places);
  const isInner = (one: Place) =>
    others.some((other) => other.first <= one.first && one.last <= other.last);
  const always = places.every(isInner);
  features.add(`inner ${places.some(isInner)}`).add(`always inner ${always}`);
  features.add(`always inner ${always} longest ${longest} capitals ${capitals}`);
  const sentence = Math.min(...all.map((one) => view.token(one.places[0]!.head).sentence));
  features.add(`later ${Math.min(3, view.token(head).sentence - sentence)}`);
}
