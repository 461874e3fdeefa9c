import { type Arguments, argumentsOfVerb } from '../arguments.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { matchPattern } from '../frame-match.ts';
import { draftFrom } from '../frame-roles.ts';
import type { Pattern } from '../lexicon.ts';

/** Verbs of the lexicon in any voice and clause; the longest pattern that fits wins. */
export const verbFrame: ClaimRule = {
  name: 'verb-frame',
  about:
    'A verb of data/lexicon with its arguments: active, passive, relative, participial, joined.',
  examples: {
    yes: [
      'Rebels captured Goma on Monday.',
      'Goma, which the rebels seized on Monday, is a trade hub.',
      'The army managed to retake Wad Madani.',
    ],
    no: [
      'She captured the title in Goma.',
      'Ukrainian artillery shelled retreating Russian troops in Lyman.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      // "the surrounding areas" surround nothing.
      const { xpos, deprel } = search.view.token(i);
      if (xpos === 'VBG' && (deprel === 'amod' || isEpithet(search, i))) continue;
      // "Taliban-occupied Herat": whose it is, and no event.
      if (search.view.tokens[i - 1]?.text === '-' && HELD.test(search.view.token(i).text)) continue;
      const patterns = search.lexicon.verbs.get(lemmaOf(search, i));
      if (patterns) drafts.push(...atVerb(search, i, patterns));
    }
    return drafts;
  },
};

/** "advance against withdrawing Russian forces", should the tree make them what is withdrawn. */
function isEpithet({ view }: Search, index: number): boolean {
  const before = view.tokens[index - 1];
  return (
    LEAVING.test(view.lemma(index)) &&
    view.actor(index + 1) !== undefined &&
    before !== undefined &&
    (before.upos === 'VERB'
      ? !PHASE.test(before.lemma)
      : /^(?:against|at|on|onto|behind|upon)$/i.test(before.text))
  );
}

const LEAVING = /^(?:withdraw|retreat|flee|depart|surrender)$/;
/** "completed withdrawing troops" */
const PHASE =
  /^(?:complete|finish|begin|start|stop|continue|keep|resume|delay|consider|avoid|cease|end|be)$/;
const HELD = /^(held|controlled|occupied|ruled|run)$/i;

/** The verb's lemma; forms that the tagger took for a noun or adjective keep their verb. */
function lemmaOf({ view, lexicon }: Search, index: number): string {
  const { upos, text } = view.token(index);
  if (upos === 'VERB') return lexicon.verbOf(text.toLowerCase()) ?? view.lemma(index);
  const form = text.toLowerCase();
  // "overran" is a preposition to a tagger that has not met it.
  if (upos === 'ADP' || upos === 'X') return lexicon.verbOf(form) ?? '';
  if (upos !== 'ADJ' && upos !== 'NOUN' && upos !== 'PROPN') return '';
  return lexicon.verbOf(form) ?? (betweenNouns({ view }, index) ? form.replace(/s$/, '') : '');
}

/** "Taliban capture Aybak": a base form between an actor and what it takes. */
function betweenNouns({ view }: Pick<Search, 'view'>, index: number): boolean {
  let actor = index - 1;
  while (view.tokens[actor]?.upos === 'ADV') actor--;
  const before = view.tokens[actor];
  const next = view.tokens[index + 1];
  if (!before || !next || next.sentence !== before.sentence || !view.actor(actor)) return false;
  if (view.actor(index) || view.place(index)) return false;
  if (next.upos === 'DET' || view.place(index + 1) !== undefined || next.upos === 'ADJ')
    return true;
  // "El Obeid, which the army controls"
  const { first } = view.actor(actor)!;
  const opening = view.lemma(first - 1) === 'the' ? first - 2 : first - 1;
  return /^(which|that)$/i.test(view.tokens[opening]?.text ?? '');
}

/** "had gone in the night", "came in dozens of trucks": no particle, but the preposition of what follows. */
const governs = ({ view }: Search, last: number | undefined) =>
  last !== undefined &&
  view.lemma(last) === 'in' &&
  (view.tokens[last + 1]?.upos === 'DET' ||
    view.time(last + 1) !== undefined ||
    (view.token(last).deprel === 'case' && /^(NNS|CD)$/.test(view.tokens[last + 1]?.xpos ?? '')));

function atVerb(search: Search, verb: number, patterns: readonly Pattern[]): readonly Draft[] {
  // Most verbs that some pattern begins with have no pattern that fits.
  let args: Arguments | undefined;
  const drafts: Draft[] = [];
  let length = -1;
  for (const pattern of patterns) {
    if (drafts.length > 0 && pattern.words.length < length) break;
    const matched = matchPattern(search.view, verb, pattern);
    if (!matched || (pattern.frame.bare && governs(search, matched.at(-1)))) continue;
    args ??= argumentsOfVerb(search.view, verb);
    const preposition = pattern.preposition ? matched.at(-1) : undefined;
    const draft = draftFrom(search, {
      frame: pattern.frame,
      args,
      matched,
      ...(preposition === undefined ? {} : { preposition }),
      rule: `verb-frame:${pattern.frame.name}`,
    });
    if (!draft || drafts.some((other) => other.rule === draft.rule)) continue;
    drafts.push(draft);
    length = pattern.words.length;
  }
  return drafts;
}
