import { argumentsOfVerb } from '../arguments.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { asWhole, territoriesAt } from '../territory/index.ts';

const HOLDING = /^(hold|control|capture|seize|take|enter|occupy)$/;

/** "the insurgents held only parts of the city": the city has not fallen. */
export const onlyPart: ClaimRule = {
  name: 'only-part',
  about: 'Somebody holds no more than a part of a place: the whole has not been taken.',
  examples: {
    yes: ['The ministry insisted that the rebels held only parts of the city of Goma.'],
    no: ['The rebels held parts of the city of Goma.'],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++)
      if (search.view.token(i).upos === 'VERB' && HOLDING.test(search.view.lemma(i))) {
        const draft = at(search, i);
        if (draft) drafts.push(draft);
      }
    return drafts;
  },
};

function at(search: Search, verb: number): Draft | undefined {
  const { view } = search;
  const args = argumentsOfVerb(view, verb);
  const [object] = args.object;
  const [subject] = args.subject;
  if (object === undefined || subject === undefined) return undefined;
  const only = [view.token(verb + 1), view.token(object - 1)].some((token) =>
    /^(only|just)$/i.test(token?.text ?? ''),
  );
  const actor = participantsAt(search, subject)[0];
  if (!only || !actor?.armed) return undefined;
  const parts = territoriesAt(search, object).filter(
    ({ facility, site }) => facility !== undefined && !site,
  );
  if (parts.length === 0) return undefined;
  return {
    kind: 'control.captured',
    rule: 'only-part',
    trigger: verb,
    tokens: [verb, object],
    actor,
    territories: parts.map(asWhole),
    polarity: 'negative',
    certainty: 0.8,
  };
}
