import type { Pattern } from './lexicon.ts';
import type { TextView } from './text-view.ts';

/** Words a pattern may step over: "took *back full* control of". */
const FILLER = new Set(['ADV', 'ADJ', 'DET', 'PART', 'NUM', 'PUNCT', 'PRON']);
const STOPS = new Set([',', ';', ':']);
const REACH = 5;
/** Particles may stand behind an object: "drove the rebels out of". */
const FAR = 9;

/** Tokens of the words after the trigger, in order; undefined when the pattern is not there. */
export function matchPattern(
  view: TextView,
  trigger: number,
  { words }: Pattern,
): readonly number[] | undefined {
  // "have retaken control of" is no "have control of".
  if (view.lemma(trigger) === 'have' && /(ed|en)$/.test(view.tokens[trigger + 1]?.text ?? ''))
    return undefined;
  const found: number[] = [];
  let from = trigger + 1;
  for (const word of words) {
    const at = findWord(view, trigger, from, word);
    if (at === undefined) return undefined;
    found.push(at);
    from = at + 1;
  }
  return found;
}

function findWord(view: TextView, trigger: number, from: number, word: string): number | undefined {
  const { sentence } = view.token(trigger);
  let near = true;
  for (let i = from; i < from + FAR; i++) {
    const token = view.tokens[i];
    if (!token || token.sentence !== sentence) return undefined;
    const same = view.lemma(i) === word || token.text.toLowerCase() === word;
    if (same && (near || hangsOn(view, i, trigger))) return i;
    if (STOPS.has(token.text) || token.upos === 'VERB') return undefined;
    if (!FILLER.has(token.upos) || i - from >= REACH) near = false;
  }
  return undefined;
}

function hangsOn(view: TextView, token: number, trigger: number): boolean {
  const { head, deprel } = view.token(token);
  if (head === trigger) return deprel !== 'punct';
  // "driven the rebels from Goma", where the tree has rebels from Goma; "cleared the state of rebels".
  const from = head >= 0 && deprel === 'case' && /^(from|of)$/.test(view.lemma(token));
  const host = from ? view.token(head).head : -1;
  if (host > trigger && view.token(host).head === trigger && view.token(host).deprel === 'obj')
    return true;
  return (
    head >= 0 &&
    view.token(head).head === trigger &&
    /^(case|compound:prt|advmod|mark|amod|xcomp|acl)$/.test(deprel)
  );
}

/** Heads of the noun phrases that a preposition at `token` governs. */
export function governedBy(view: TextView, token: number): readonly number[] {
  const { deprel, head, sentence } = view.token(token);
  // "an offensive on Kidal, witnesses said": to the tree, what "on" opens is the saying.
  const named = deprel === 'mark' ? view.tokens[token + 1] && view.place(token + 1) : undefined;
  if (named) return [named.head];
  if ((deprel === 'case' || deprel === 'mark') && head > token)
    return [head, ...conjoined(view, head)];
  for (let i = token + 1; i <= token + 8; i++) {
    const next = view.tokens[i];
    if (!next || next.sentence !== sentence || next.upos === 'VERB') return [];
    const mention = view.place(i) ?? view.actor(i) ?? view.facility(i);
    if (mention) return [mention.head];
    const nominal = /^(NOUN|PROPN|PRON)$/.test(next.upos);
    if (nominal && !/^(NOUN|PROPN)$/.test(view.tokens[i + 1]?.upos ?? '')) return [i];
  }
  return [];
}

const conjoined = (view: TextView, token: number): readonly number[] =>
  view.children(token).filter((child) => view.token(child).deprel === 'conj');
