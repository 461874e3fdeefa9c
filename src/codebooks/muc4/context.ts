import type { TextView } from '../../claims/text-view.ts';
import type { ParsedToken } from '../../domain/index.ts';
import { hashText } from '../../reading/perceptron/hash.ts';
import type { WordSenses } from '../../reading/perceptron/word-senses.ts';
import { fold } from '../../reading/perceptron/words.ts';

/** A noun as its surroundings see it. */
export interface Noun {
  readonly view: TextView;
  readonly senses: WordSenses;
  readonly head: number;
  /** The noun whose role it shares. */
  readonly lead: number;
  readonly role: string;
  readonly mention: string;
}

const REACH = 4;

/** What the words at and around a noun mean, by their classes: "pylon" stands with "tower". */
export function senseFeatures(noun: Noun, features: string[]): void {
  const { view, head, lead, role, mention } = noun;
  const own = sensesOf(noun, head);
  own.forEach((sense, level) => features.push(`sense ${level} ${sense}`));
  const { head: governor } = view.token(lead);
  if (governor >= 0) {
    const above = sensesOf(noun, governor);
    above.forEach((sense, level) =>
      features.push(
        `sense of ${role} ${level} ${sense}`,
        `sense of ${role} ${level} ${sense} ${mention}`,
      ),
    );
    features.push(`senses ${own[0]} ${above[0]} ${role}`, `senses ${own[1]} ${above[1]} ${role}`);
    features.push(`senses ${own[0]} ${above[2]}`, `senses ${own[2]} ${above[1]}`);
  }
  for (let at = head - REACH; at <= head + REACH; at++) {
    if (at === head || beside(noun, at) === undefined) continue;
    const [, middle, fine] = sensesOf(noun, at);
    const side = at < head ? 'left' : 'right';
    features.push(`sense ${side} 1 ${middle}`, `sense ${side} 2 ${fine}`);
  }
}

/** Coarse, middle and fine. */
function sensesOf({ view, senses }: Noun, index: number): readonly [number, number, number] {
  const hash = hashText(fold(view.token(index).text));
  return [senses.coarse(hash), senses.middle(hash), senses.fine(hash)];
}

/** A word of the same sentence. */
const beside = ({ view, head }: Noun, at: number): ParsedToken | undefined => {
  const token = view.tokens[at];
  return token?.sentence === view.token(head).sentence ? token : undefined;
};

const OPENS = /^(?:DET|ADJ|NUM|PROPN|NOUN)$/;
const CLOSES = /^(?:PROPN|NOUN|NUM)$/;

/** The words in a row right before and after a noun's phrase, whatever the tree makes of them. */
export function orderFeatures(noun: Noun, features: string[]): void {
  const { head, mention } = noun;
  let first = head;
  while (OPENS.test(beside(noun, first - 1)?.upos ?? '')) first--;
  let last = head + 1;
  while (CLOSES.test(beside(noun, last)?.upos ?? '')) last++;
  const before = [3, 2, 1].map((back) => wordAt(noun, first - back));
  const after = [0, 1, 2].map((on) => wordAt(noun, last + on));
  for (let length = 1; length <= 3; length++) {
    const [left, right] = [before.slice(-length).join(' '), after.slice(0, length).join(' ')];
    features.push(`< ${left}`, `> ${right}`);
    if (length < 3) features.push(`< ${left} ${mention}`, `> ${right} ${mention}`);
  }
  features.push(`< ${before[2]} > ${after[0]}`, `opens ${wordAt(noun, first)}`);
}

function wordAt(noun: Noun, at: number): string {
  const token = beside(noun, at);
  if (token === undefined) return '';
  return token.upos === 'NUM' ? '0' : noun.view.lemma(at);
}

const TELLING = /^(?:acl|advcl|appos|conj|det|nmod)/;

/** What is said of a noun beneath it in the tree: "the men accused of", "employees of the bank". */
export function childFeatures({ view, head, mention }: Noun, features: string[]): void {
  for (const child of view.children(head)) {
    const { deprel } = view.token(child);
    if (!TELLING.test(deprel)) continue;
    const word = view.lemma(child);
    features.push(`child ${deprel} ${word}`, `child ${deprel} ${word} ${mention}`);
  }
}
