import type { Draft, Search } from './draft.ts';
import type { TextView } from './text-view.ts';

const CLAIMS = /^(held|captured|recaptured)$/;
/** What stands before "who" or "which" where it asks. */
const ASKING =
  /^(clear|unclear|uncertain|certain|sure|unsure|know|tell|say|see|ask|wonder|determine|question|of|over|about|on|to)$/;
/** Words between "who" and the verb: "which of the two sides now". */
const REACH = 6;

/** Who holds a place, where the text leaves it open: asked, or claimed by both. */
export const withoutOpen = (search: Search, drafts: readonly Draft[]): readonly Draft[] =>
  drafts.flatMap((draft) => {
    if (!CLAIMS.test(draft.kind.replace('control.', ''))) return [draft];
    const { first } = search.view.reading.sentences[search.view.token(draft.trigger).sentence]!;
    if (isAsked(search.view, draft.trigger, first)) return [];
    return claimBoth(search.view, draft, first) ? [contested(draft)] : [draft];
  });

/** "Who controls Goma?", "it is unclear which side holds it": somebody asks, and nobody says. */
function isAsked(view: TextView, trigger: number, first: number): boolean {
  if (!/^(VERB|AUX)$/.test(view.token(trigger).upos)) return false;
  for (let i = trigger - 1; i >= Math.max(first, trigger - REACH); i--) {
    if (/^(who|which)$/i.test(view.token(i).text)) {
      const before = i - 1;
      if (before < first || /^["“‘']$/.test(view.token(before).text)) return true;
      return ASKING.test(view.lemma(before)) && (view.lemma(i) === 'who' || i + 1 < trigger);
    }
    if (!/^(NOUN|AUX|ADV|ADP|DET|NUM|PART)$/.test(view.token(i).upos)) return false;
  }
  return false;
}

/** "Both sides claim control of Goma": it is one of the two that has it. */
function claimBoth(view: TextView, { trigger, actor }: Draft, first: number): boolean {
  let claim = trigger;
  while (claim > first && !isClaiming(view, claim)) claim--;
  // "Both say that M23 took it": they speak of somebody else.
  const own = actor
    ? actor.head < claim || view.token(actor.head).upos === 'PRON'
    : view.token(trigger).xpos === 'VB' || view.tokens[trigger - 1]?.text === 'have';
  if (claim === first || !own) return false;
  for (let i = claim - 1; i >= first; i--) {
    if (/^(both|each)$/.test(view.lemma(i))) return true;
    if (/^(VERB|PUNCT)$/.test(view.token(i).upos)) return false;
  }
  return false;
}

const isClaiming = (view: TextView, token: number) =>
  /^(claim|say)$/.test(view.lemma(token)) &&
  (view.token(token).upos === 'VERB' || view.tokens[token + 1]?.text === 'to') &&
  view.tokens[token - 1]?.upos !== 'AUX';

function contested(draft: Draft): Draft {
  const { actor, target, ...rest } = draft;
  return {
    ...rest,
    kind: 'control.contested',
    tokens: [...draft.tokens, ...[actor, target].flatMap((party) => (party ? [party.head] : []))],
    open: true,
  };
}
