import { isResolved, type Amount } from '../../domain/index.ts';
import { argumentsOfVerb } from '../arguments.ts';
import { behind } from '../clause.ts';
import { surfaceSubject } from '../subject.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { contextPlace, type Territory } from '../territory/index.ts';

const HOLDING = new Set([
  'hold',
  'control',
  'rule',
  'govern',
  'capture',
  'seize',
  'take',
  'overrun',
  'lose',
  'conquer',
  'occupy',
  'retake',
  'recapture',
  'fall',
  'gain',
  'liberate',
]);
const WHOLE = /^(country|territory|population)$/;

/** "in control of about half of Afghanistan's roughly 400 districts", "still controls 26 of 34 capitals". */
export const controlCount: ClaimRule = {
  name: 'control-count',
  about:
    'A number or share of the places of a class that somebody holds; the places are counted, not named.',
  examples: {
    yes: [
      'The government still controls 26 of the 34 provincial capitals of Afghanistan.',
      'The Taliban are believed to be in control of about half of Afghanistan’s roughly 400 districts.',
      'The RSF holds 65 percent of Sudan.',
    ],
    no: [
      'The firm controls 26 of the 34 shops in Kabul.',
      'The army captured 12 fighters in Goma.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      const draft = at(search, i);
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, trigger: number): Draft | undefined {
  const { view } = search;
  const lemma = view.lemma(trigger);
  const verb = view.token(trigger).upos === 'VERB' && HOLDING.has(lemma);
  const state =
    lemma === 'control' && view.children(trigger).some((child) => view.lemma(child) === 'in');
  if (!verb && !state) return undefined;
  const heads = verb ? objectsOf(search, trigger) : behind(view, trigger, 'of');
  for (const head of heads) {
    const amounts = countsUnder(search, head);
    if (!amounts) continue;
    const subject = verb && lemma === 'fall' ? undefined : holder(search, trigger);
    const actor = subject === undefined ? undefined : participantsAt(search, subject)[0];
    if (lemma !== 'fall' && !actor?.armed) return undefined;
    return {
      kind: 'control.count',
      rule: 'control-count',
      trigger,
      tokens: [trigger, head],
      ...(actor ? { actor } : {}),
      territories: area(search, head),
      amounts,
    };
  }
  return undefined;
}

function objectsOf({ view }: Search, verb: number): readonly number[] {
  if (view.lemma(verb) === 'fall') {
    const subject = surfaceSubject(view, verb);
    return subject === undefined ? [] : [subject];
  }
  return [...argumentsOfVerb(view, verb).object, ...behind(view, verb, 'of')];
}

function holder({ view }: Search, trigger: number): number | undefined {
  if (view.token(trigger).upos === 'VERB') return argumentsOfVerb(view, trigger).subject[0];
  const { deprel, head } = view.token(trigger);
  return surfaceSubject(view, deprel.startsWith('obl') && head >= 0 ? head : trigger);
}

/** A share of a whole, or so many of so many; undefined for a plain number. */
function countsUnder(search: Search, head: number): readonly Amount[] | undefined {
  const { view, lexicon } = search;
  const [first, last] = view.extent(head);
  if (last - first > 16) return undefined;
  const seen = new Set<number>();
  const amounts: Amount[] = [];
  let classed = false;
  for (let i = first; i < last; i++) {
    const lemma = view.lemma(i);
    // "most of the province" is a part of a place; "most of the districts" is a count.
    const plural = view.token(i).xpos === 'NNS';
    if ((plural && lexicon.has('placeClasses', lemma)) || WHOLE.test(lemma)) classed = true;
    const mention = view.quantity(i);
    if (!mention || seen.has(mention.id)) continue;
    seen.add(mention.id);
    amounts.push({ ...mention.amount, role: amounts.length === 0 ? 'held' : 'total' });
    const total = totalIn(mention.amount);
    if (total) amounts.push(total);
    if (isShare(mention.amount) && hasCountry(search, i, last)) classed = true;
  }
  const share = amounts.some(isShare);
  return classed && (share || amounts.length > 1) ? amounts : undefined;
}

/** "26 of the 34 provincial capitals" where one amount holds both numbers. */
function totalIn({ text, unit }: Amount): Amount | undefined {
  const number = /\bof (?:\w+ ){0,3}?(\d[\d,]*)/.exec(text)?.[1];
  if (number === undefined) return undefined;
  const total = Number(number.replaceAll(',', ''));
  return { min: total, max: total, unit, text: number, role: 'total' };
}

const isShare = ({ unit }: Amount) => unit === 'fraction' || unit === 'percent' || unit === 'share';

const hasCountry = ({ view }: Search, from: number, to: number) => {
  for (let i = from; i < to; i++) {
    const mention = view.place(i);
    if (mention && isResolved(mention.place) && mention.place.precision === 'country') return true;
  }
  return false;
};

/** The area counted in: the place named within the phrase, else the country in focus. */
function area({ view }: Search, head: number): readonly Territory[] {
  const [first, last] = view.extent(head);
  for (let i = first; i < last; i++) {
    const mention = view.place(i);
    if (mention && isResolved(mention.place))
      return [{ place: mention.place, first, last, confidence: 0.9 }];
  }
  const country = contextPlace(view, head, ['country']);
  return country ? [{ place: country, first, last, confidence: 0.6 }] : [];
}
