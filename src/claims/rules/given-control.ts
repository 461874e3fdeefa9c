import { behind } from '../clause.ts';
import { contextTerritory } from '../context.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { giverOf, receiverEnd } from '../given.ts';
import { participantsAt } from '../participant.ts';
import { governing } from '../side.ts';
import { territoriesAt } from '../territory/index.ts';

/** "left the town, giving the rebels full control of it": who is given control has gained it. */
export const givenControl: ClaimRule = {
  name: 'given-control',
  about: 'A side to which somebody or something gives control of a place.',
  examples: {
    yes: [
      'The army left Goma on Monday, giving M23 full control of the city.',
      'The last defenders surrendered, handing M23 control of Goma.',
    ],
    no: [
      'The minister gave the company control of a mine near Goma.',
      'The treaty gave M23 control of a mine near Goma.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first + 2; i < last - 1; i++) {
      if (search.view.lemma(i) !== 'control') continue;
      const draft = at(search, i);
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

function receiverOf(search: Search, control: number) {
  const token = receiverEnd(search.view, control) - 1;
  const armed = participantsAt(search, token).filter((one) => one.armed);
  const place = search.view.place(token)?.place;
  const country = place && 'id' in place && place.precision === 'country';
  const state = armed.length === 0 && country ? governing(search, token) : undefined;
  return state ? [state] : armed;
}
