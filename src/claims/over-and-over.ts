import type { Draft, Search } from './draft.ts';

const OFTEN =
  /^(?:repeatedly|times|twice|thrice|often|frequently|constantly|regularly|daily|again|forth|since|back|keeps?|kept|keeping)$/i;
/** Words before and behind the verb. */
const [BEFORE, BEHIND] = [3, 8];

/** "has changed hands three times": fought over, and nobody's gain. */
export function overAndOver({ view }: Search, draft: Draft): Draft {
  if (!draft.rule.endsWith(':change-hands')) return draft;
  const { last } = view.reading.sentences[view.token(draft.trigger).sentence]!;
  const from = Math.max(0, draft.trigger - BEFORE);
  const around = view.tokens.slice(from, Math.min(last, draft.trigger + BEHIND));
  const isOften = around.some(({ text }) => OFTEN.test(text));
  return isOften ? { ...draft, kind: 'control.contested' } : draft;
}
