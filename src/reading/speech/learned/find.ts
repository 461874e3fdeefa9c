import { type Attribution, inside, lower, type SpeechContext } from '../rule.ts';
import { drawn } from './draw.ts';
import { judgedCandidates } from './judge.ts';
import type { SpeechModel } from './model.ts';

/**
 * How far below the threshold, in log odds, a rule's finding still stands. These constructions are plain where
 * they apply, and rarer in the corpus that the weights come from than in reports of war.
 */
const LENIENCE: Readonly<Record<string, number>> = {
  'speech.quoted-by': Infinity,
  'speech.according': Infinity,
  'speech.passive': 3,
  'speech.noun': 4,
  'speech.verb': 2,
  'speech.block': Infinity,
  'speech.colon': Infinity,
  'speech.dash': Infinity,
};

/** A verb is plain before a "that" clause or a quote; "disclosed their taxes" may say nothing. */
function lenience({ rule, head, content }: Attribution, context: SpeechContext): number {
  const most = LENIENCE[rule] ?? 0;
  if (rule !== 'speech.verb' || lower(context, head) === 'citing') return most;
  const { first } = content[0]!;
  const clause = [first - 1, first].some((index) => index >= 0 && lower(context, index) === 'that');
  return clause || context.quoteAt[first]! >= 0 ? most : 0;
}

/** What is said within what is said the corpus mostly leaves out; a ledger of who said what may not. */
const NESTED = 3;

const isNested = (index: number, found: readonly Attribution[]) =>
  found.slice(-3).some(({ content }) => content.some((range) => inside(range, index)));

/** What these rules mark off needs no weights: a quote, or the rest of a paragraph. */
const OWN_EDGES = new Set(['speech.block', 'speech.colon', 'speech.dash', 'speech.quoted-by']);

/** Every attribution: the rules propose, the weights decide and draw the edges. */
export function findLearned(context: SpeechContext, model: SpeechModel): readonly Attribution[] {
  const found: Attribution[] = [];
  let next = 0;
  for (const { candidate, odds } of judgedCandidates(context, model)) {
    const { index, rule } = candidate;
    const margin = odds - model.threshold;
    const allowed = rule?.act === 'speech' ? lenience(rule, context) : 0;
    const nested = allowed > 0 && isNested(index, found);
    const ruled = margin > -allowed - (nested ? NESTED : 0);
    if (index < next || (margin <= 0 && !ruled)) continue;
    // Below the threshold the rule stands alone, so its own edges do too.
    const own = margin <= 0 || OWN_EDGES.has(rule?.rule ?? '');
    const attribution = own ? rule : drawn(context, candidate);
    if (attribution === undefined) continue;
    const confidence = 1 / (1 + Math.exp(-model.slope * odds - model.offset));
    found.push({ ...attribution, confidence });
    // "was quoted by Interfax as saying" is one cue, not two.
    if (attribution.rule === 'speech.quoted-by') next = attribution.content[0]!.first;
  }
  return found;
}
