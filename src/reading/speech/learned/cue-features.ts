import { join, mix } from '../../perceptron/hash.ts';
import type { Attribution, SpeechContext } from '../rule.ts';
import { EDGE } from './atoms.ts';
import { frameOf } from './frame.ts';
import type { FrameContext } from './cue-frame.ts';

/** Parts of speech that ever head a cue; the rest are not asked about. */
const HEADS = new Set(['VERB', 'NOUN', 'ADJ', 'ADP', 'AUX', 'ADV', 'PROPN', 'INTJ']);

export const mayBeCue = ({ text }: SpeechContext, index: number) => {
  const token = text.tokens[index]!;
  return HEADS.has(token.upos) || token.text === ':';
};

/** Features of the question whether a token heads a cue; returns how many were written to `out`. */
export function cueFeatures(
  frames: FrameContext,
  { index, rule }: { readonly index: number; readonly rule: Attribution | undefined },
  out: Int32Array,
): number {
  const { context, atoms } = frames;
  const { text, tree, quoteAt } = context;
  const token = text.tokens[index]!;
  const sentence = text.sentences[token.sentence]!;
  const at = (array: Int32Array, i: number) =>
    i < sentence.first || i >= sentence.last ? EDGE : array[i]!;
  const { word, lemma, fine, xpos, upos, deprel, kind } = atoms;
  const frame = frameOf(context, index);
  const head = token.head;
  const l0 = lemma[index]!;
  const x0 = xpos[index]!;
  const subject = Math.max(frame.child('nsubj'), frame.child('nsubj:pass'));
  const object = frame.child('obj');
  const clause = Math.max(frame.child('ccomp'), frame.child('xcomp'));
  const oblique = frame.child('obl');
  const marker = oblique < 0 ? -1 : tree.left[oblique]!;
  const found = rule === undefined ? 0 : rule.rule.length + rule.content.length * 64;
  const beside =
    (at(quoteAt, index - 2) >= 0 && at(quoteAt, index - 2) !== EDGE ? 1 : 0) +
    (at(quoteAt, index + 1) >= 0 && at(quoteAt, index + 1) !== EDGE ? 2 : 0) +
    (quoteAt[index]! >= 0 ? 4 : 0);
  let n = 0;
  let template = 0;
  const add = (atom: number) => {
    out[n++] = mix(template++, atom);
  };
  add(1);
  add(word[index]!);
  add(l0);
  add(join(l0, x0));
  add(join(l0, deprel[index]!));
  add(join(l0, frame.bits));
  add(join(l0, at(lemma, index + 1)));
  add(join(l0, at(lemma, index - 1)));
  add(join(l0, at(xpos, index + 1)));
  add(join(l0, at(xpos, index - 1)));
  add(join(l0, beside));
  add(join(l0, found));
  add(join(l0, subject < 0 ? EDGE : xpos[subject]!));
  add(join(l0, object < 0 ? EDGE : lemma[object]!));
  add(join(l0, object < 0 ? EDGE : xpos[object]!));
  add(join(l0, clause < 0 ? EDGE : at(xpos, tree.left[clause]!)));
  add(join(l0, marker < 0 ? EDGE : lemma[marker]!));
  add(join(l0, head < 0 ? EDGE : lemma[head]!));
  add(kind[index]!);
  add(join(kind[index]!, frame.bits));
  add(join(kind[index]!, beside));
  add(join(x0, frame.bits));
  add(join(x0, join(deprel[index]!, beside)));
  add(join(found, x0));
  add(join(found, frame.bits));
  add(join(found, kind[index]!));
  add(join(found, subject < 0 ? EDGE : lemma[subject]!));
  add(join(x0, subject < 0 ? EDGE : lemma[subject]!));
  add(join(x0, subject < 0 ? EDGE : xpos[subject]!));
  add(join(x0, clause < 0 ? EDGE : at(word, tree.left[clause]!)));
  add(join(x0, at(word, index + 1)));
  add(join(x0, at(word, index - 1)));
  add(join(at(xpos, index - 1), join(x0, at(xpos, index + 1))));
  add(join(at(word, index + 1), at(word, index + 2)));
  add(join(at(xpos, index + 1), join(at(xpos, index + 2), x0)));
  add(join(at(xpos, index - 1), join(at(xpos, index - 2), x0)));
  add(join(deprel[index]!, head < 0 ? EDGE : lemma[head]!));
  add(join(deprel[index]!, head < 0 ? EDGE : join(kind[head]!, upos[head]!)));
  add(join(upos[index]!, object < 0 ? EDGE : lemma[object]!));
  add(join(upos[index]!, oblique < 0 ? EDGE : join(lemma[marker]!, xpos[oblique]!)));
  const f0 = fine[index]!;
  add(f0);
  add(join(f0, frame.bits));
  add(join(f0, found));
  add(join(f0, deprel[index]!));
  add(join(f0, subject < 0 ? EDGE : fine[subject]!));
  add(join(f0, object < 0 ? EDGE : fine[object]!));
  add(join(f0, marker < 0 ? EDGE : lemma[marker]!));
  add(join(f0, at(fine, index + 1)));
  add(join(f0, clause < 0 ? EDGE : at(word, tree.left[clause]!)));
  add(join(l0, subject < 0 ? EDGE : fine[subject]!));
  add(join(l0, object < 0 ? EDGE : fine[object]!));
  add(hashSuffix(token.lemma));
  add(join(deprel[index]!, index === sentence.first ? 1 : 0));
  return n;
}

/** Last four letters, so that a word not seen in training still looks like one. */
function hashSuffix(lemma: string): number {
  let hash = 7;
  for (let i = Math.max(0, lemma.length - 4); i < lemma.length; i++)
    hash = join(hash, lemma.charCodeAt(i));
  return hash;
}
