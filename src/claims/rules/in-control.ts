import { behind } from '../clause.ts';
import { surfaceSubject } from '../subject.ts';
import { contextTerritory } from '../context.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { labelPlace } from '../line-label.ts';
import { participantsAt } from '../participant.ts';
import type { Participant } from '../side.ts';
import { territoriesAt, type Territory } from '../territory/index.ts';

const STATES = new Set(['control', 'charge', 'possession', 'master', 'masters']);

/** "X is in control of P", "where the government is still in control". */
export const inControl: ClaimRule = {
  name: 'in-control',
  about: 'Somebody who is or remains in control or in charge of a place.',
  examples: {
    yes: [
      'The Taliban are now in control of the capital, Kabul.',
      'The army said that it was again master of the city of Goma.',
      'Rebels remained in full control of Goma on Friday.',
      'Goma: M23 in full control.',
      'Residents woke to find M23 rebels in control of Goma.',
      'The retreat left M23 in charge of the town of Sake.',
      'The day ended with M23 in control of the town of Sake.',
      'There is fighting in parts of Kunduz where the government is still in control.',
    ],
    no: [
      'The pilot was in control of the aircraft over Kabul.',
      'She is in charge of a school in Herat.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      if (!STATES.has(search.view.lemma(i))) continue;
      const draft = at(search, i);
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, noun: number): Draft | undefined {
  const { view } = search;
  const master = view.lemma(noun).startsWith('master');
  // "is again master of the town"
  const preposition = view
    .children(noun)
    .find((child) =>
      master ? view.token(child).deprel === 'cop' : child < noun && view.lemma(child) === 'in',
    );
  if (preposition === undefined) return undefined;
  const { deprel, head } = view.token(noun);
  // "are 100 percent in control": the tree makes the share the predicate.
  const share =
    head >= 0 &&
    deprel === 'nmod' &&
    view.children(head).some((child) => view.token(child).deprel === 'cop')
      ? head
      : undefined;
  const governor =
    share ??
    (head >= 0 && deprel.startsWith('obl') && view.token(head).upos === 'VERB' ? head : undefined);
  const written = leftWith(search, noun, preposition) ?? surfaceSubject(view, governor ?? noun);
  const subject = written ?? verbless(search, noun, preposition);
  const actor = subject === undefined ? undefined : participantsAt(search, subject)[0];
  if (!actor?.armed || isOfficer(search, noun, actor)) return undefined;
  const territories = placesOf(search, noun, governor ?? noun);
  const still = [noun, governor ?? noun].some(
    (token) =>
      /^(stay|remain|keep)$/.test(view.lemma(token)) ||
      view.children(token).some((child) => /^(still|remain)$/.test(view.lemma(child))),
  );
  const again = view.children(noun).some((child) => view.lemma(child) === 'again');
  const named =
    still ||
    written === undefined ||
    // "The gendarmes are in charge": of a town that nobody has just taken.
    view.lemma(noun) === 'charge' ||
    behind(view, noun, 'of').length > 0 ||
    // "Goma, where M23 fighters are in control"
    view.children(noun).some((child) => view.lemma(child) === 'where') ||
    view.token(governor ?? noun).deprel.startsWith('acl');
  if (territories.length === 0) return undefined;
  return {
    // "now they are in full control" tells that a place has been taken; "in control of it" that it is held.
    kind:
      master && again
        ? 'control.recaptured'
        : named && !isNew(search, noun)
          ? 'control.held'
          : 'control.captured',
    rule: 'in-control',
    trigger: governor ?? noun,
    tokens: [noun, preposition, ...(governor === undefined ? [] : [governor])],
    actor,
    territories,
  };
}

/** "General Sadat, in charge of the 215th Corps", "the general in charge": a post, and no town held. */
const isOfficer = ({ view, isGroup }: Search, noun: number, { mention, side }: Participant) =>
  view.lemma(noun) === 'charge' && mention?.kind === 'person' && !isGroup(side);

/** "are the new masters of Herat" */
const isNew = ({ view }: Search, noun: number) =>
  view.children(noun).some((child) => view.lemma(child) === 'new');

/** "leaving the army in control of the airport": those who are left with it, and not those who leave them so. */
function leftWith(search: Search, noun: number, preposition: number): number | undefined {
  const { view } = search;
  const before = verbless(search, noun, preposition);
  let verb = before === undefined ? -1 : view.actor(before)!.first - 1;
  while (verb >= 0 && /^(DET|ADJ|ADV|NUM)$/.test(view.token(verb).upos)) verb--;
  return verb >= 0 && /^(leave|keep|put|place|find|see|with)$/.test(view.lemma(verb))
    ? before
    : undefined;
}

/** "MNDAA in full control": whoever stands right before, where a line leaves out its verb. */
function verbless({ view }: Search, noun: number, preposition: number): number | undefined {
  const { first } = view.reading.sentences[view.token(noun).sentence]!;
  let before = preposition - 1;
  while (before > first && /^(ADV|DET)$/.test(view.token(before).upos)) before--;
  return before < first ? undefined : view.actor(before)?.head;
}

function placesOf(search: Search, noun: number, predicate: number): readonly Territory[] {
  const { view } = search;
  const of = [...behind(view, noun, 'of'), ...behind(view, predicate, 'of')];
  const named = of.flatMap((token) => territoriesAt(search, token));
  if (named.length > 0) return named;
  if (of.length > 0) return [];
  const { deprel, head } = view.token(predicate);
  const relative = deprel.startsWith('acl') && head >= 0 ? territoriesAt(search, head) : [];
  if (relative.length > 0) return relative;
  const beside = ['in', 'at', 'across'].flatMap((word) => [
    ...behind(view, predicate, word),
    ...(predicate === noun ? [] : behind(view, noun, word)),
  ]);
  const inside = beside
    .filter((token) => token !== noun)
    .flatMap((token) => territoriesAt(search, token));
  if (inside.length > 0) return inside;
  const label = labelPlace(view, view.reading.sentences[view.token(noun).sentence]!);
  return label ? territoriesAt(search, label.head) : contextTerritory(search, noun);
}
