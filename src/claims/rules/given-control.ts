import type { ActorMention } from '../../domain/index.ts';
import { behind } from '../clause.ts';
import { contextTerritory } from '../context.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { giverOf, GIVES, receiverEnd } from '../given.ts';
import { participantsAt } from '../participant.ts';
import { governing } from '../side.ts';
import { territoriesAt } from '../territory/index.ts';
import type { TextView } from '../text-view.ts';

/** "left the town, giving the rebels full control of it": who is given control has gained it. */
export const givenControl: ClaimRule = {
  name: 'given-control',
  about: 'A side to which somebody or something gives a place, or control of it.',
  examples: {
    yes: [
      'The army left Goma on Monday, giving M23 full control of the city.',
      'The last defenders surrendered, handing M23 control of Goma.',
      'A two-day advance has given M23 the town of Goma.',
      'M23 fighters began an offensive that on Monday gave them Goma.',
    ],
    no: [
      'The minister gave the company control of a mine near Goma.',
      'The treaty gave M23 control of a mine near Goma.',
      'The offensive gave M23 Goma airport staff as hostages.',
      'The offensive gave M23 Goma’s airport.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last - 1; i++) {
      const gives = search.view.token(i).upos === 'VERB' && GIVES.test(search.view.lemma(i));
      if (!gives && search.view.lemma(i) !== 'control') continue;
      const draft = gives ? placeGiven(search, i) : i > first + 1 ? at(search, i) : undefined;
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, control: number): Draft | undefined {
  const { view } = search;
  const verb = giverOf(view, control);
  const of = behind(view, control, 'of');
  if (verb === undefined || of.length === 0) return undefined;
  const [receiver] = receiverOf(search, control);
  // Of a mine near the town, or of its port, less is given than the town.
  const [what] = of;
  const isTown = view.place(what!) ?? search.lexicon.has('placeClasses', view.lemma(what!));
  if (!isTown) return undefined;
  const named = of.flatMap((token) => territoriesAt(search, token));
  const known = named.some(({ place }) => 'id' in place);
  const territories = known || view.place(what!) ? named : contextTerritory(search, control);
  if (!receiver || territories.length === 0) return undefined;
  return {
    kind: 'control.captured',
    rule: 'given-control',
    trigger: verb,
    tokens: [verb, control],
    actor: receiver,
    territories,
    certainty: 0.8,
  };
}

/** "gave them Goma", "handed the rebels the town of Goma" */
function placeGiven(search: Search, verb: number): Draft | undefined {
  const { view } = search;
  const receiver = view.actor(skipped(view, verb + 1));
  if (!receiver) return undefined;
  const start = skipped(view, receiver.last);
  const place = view.place(start) ?? view.place(classed(search, start));
  const next = view.tokens[place?.last ?? -1];
  if (!place || /^(?:NOUN|PART)$/.test(next?.upos ?? '')) return undefined;
  const [actor] = receivers(search, receiver).filter(({ armed }) => armed);
  const territories = territoriesAt(search, place.head).filter(
    (one) => 'id' in one.place && one.place.precision !== 'country' && one.facility === undefined,
  );
  if (!actor || territories.length === 0) return undefined;
  return {
    kind: 'control.captured',
    rule: 'given-control',
    trigger: verb,
    tokens: [verb],
    actor,
    territories,
    certainty: 0.8,
  };
}

/** "Militants seized Tikrit, witnesses said, after an advance that gave them Mosul": theirs who act. */
function receivers(search: Search, receiver: ActorMention) {
  const { view } = search;
  const own = participantsAt(search, receiver.head);
  if (receiver.rule !== 'link.pronoun') return own;
  const { first } = view.reading.sentences[receiver.sentence]!;
  for (let i = first; i < receiver.first; i++)
    if (view.token(i).deprel.startsWith('nsubj') && view.actor(i)) {
      const acting = participantsAt(search, i);
      return acting.some(({ armed }) => armed) ? acting : own;
    }
  return own;
}

/** Behind articles and adjectives that are of no name. */
function skipped(view: TextView, from: number): number {
  let i = from;
  while (/^(?:DET|ADJ)$/.test(view.tokens[i]?.upos ?? '') && !view.actor(i) && !view.place(i)) i++;
  return i;
}

/** The name in "town of Goma". */
const classed = ({ view, lexicon }: Search, noun: number) =>
  lexicon.has('placeClasses', view.lemma(noun)) && view.tokens[noun + 1]?.text === 'of'
    ? noun + 2
    : noun;

function receiverOf(search: Search, control: number) {
  const token = receiverEnd(search.view, control) - 1;
  const armed = participantsAt(search, token).filter((one) => one.armed);
  const place = search.view.place(token)?.place;
  const country = place && 'id' in place && place.precision === 'country';
  const state = armed.length === 0 && country ? governing(search, token) : undefined;
  return state ? [state] : armed;
}
