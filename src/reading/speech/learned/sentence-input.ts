import { hashText, join, mix, remembered } from '../../perceptron/hash.ts';
import type { Attribution, Range, SpeechContext } from '../rule.ts';
import { type Atoms, EDGE } from './atoms.ts';
import type { RecurrentInput } from './recurrent.ts';

/** Categories of each place. */
const EACH = 14;
/** Places this far from an edge of the sentence, and sentences this far from the text's beginning, are alike. */
const WITHIN = 3;

/** A text with what the rules make of it. */
export interface RuledText {
  readonly context: SpeechContext;
  readonly atoms: Atoms;
  readonly rules: readonly (Attribution | undefined)[];
  /** By token: nothing, content of some rule's finding, source, both. */
  readonly painted: Int8Array;
}

export function ruledText(
  context: SpeechContext,
  atoms: Atoms,
  rules: readonly (Attribution | undefined)[],
): RuledText {
  const painted = new Int8Array(context.text.tokens.length);
  const paint = ({ first, last }: Range, bit: number) => {
    for (let i = first; i < last; i++) painted[i]! |= bit;
  };
  for (const rule of rules) {
    if (rule === undefined) continue;
    for (const range of rule.content) paint(range, 1);
    if (rule.source !== null) paint(rule.source, 2);
  }
  return { context, atoms, rules, painted };
}

/** Row by hash of a category. */
type Rows = Pick<ReadonlyMap<number, number>, 'get'>;

/** What a network reads of a stretch of text that asks about no word in particular. */
export function sentenceInput(text: RuledText, { first, last }: Range, rows: Rows): RecurrentInput {
  const length = last - first;
  const words = text.atoms.row.subarray(first, last);
  const categories = new Int32Array(length * EACH);
  const here = new Int32Array(EACH);
  for (let i = 0; i < length; i++) {
    setAtoms(text, first + i, here);
    for (let k = 0; k < EACH; k++)
      categories[i * EACH + k] = rows.get(mix(800 + k, here[k]!)) ?? -1;
  }
  return { length, cue: NO_CUE, words, cueWord: -1, categories, common: NOTHING };
}

/** A place that is none: no word is the cue beforehand. */
const NO_CUE = -1;
const NOTHING = new Int32Array(0);
const ruleName = remembered(hashText);

function setAtoms({ context, atoms, rules, painted }: RuledText, index: number, out: Int32Array) {
  const { text, cueLike } = context;
  const { sentence, head } = text.tokens[index]!;
  const { first, last } = text.sentences[sentence]!;
  const rule = rules[index];
  out[0] = atoms.xpos[index]!;
  out[1] = join(atoms.deprel[index]!, head < index ? 1 : 2);
  out[2] = atoms.quote[index]!;
  out[3] = join(atoms.kind[index]!, cueLike[index]!);
  out[4] = rule === undefined ? EDGE : join(ruleName(rule.rule), rule.act === 'speech' ? 1 : 2);
  out[5] = painted[index]! * 2 + cueLike[index]!;
  out[6] = atoms.lemma[index]!;
  out[7] = atoms.word[index]!;
  out[8] = atoms.fine[index]!;
  out[9] = head < 0 ? EDGE : join(atoms.xpos[head]!, atoms.deprel[index]!);
  out[10] = head < 0 ? EDGE : join(atoms.kind[head]!, cueLike[head]!);
  out[11] = head < 0 ? EDGE : atoms.lemma[head]!;
  out[12] = join(Math.min(index - first, WITHIN), Math.min(last - 1 - index, WITHIN));
  out[13] = Math.min(sentence, WITHIN);
}
