import { surfaceSubject } from '../subject.ts';
import { contextTerritory } from '../context.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { territoriesAt, type Territory } from '../territory/index.ts';

const LENGTH = /^(kilomet(re|er)s?|kms?|miles?|met(re|er)s?|yards?|striking|shelling|artillery)$/;
/** Words between "within" and the place: "five kilometres of the port of". */
const REACH = 10;

/** "fought their way to within five kilometres of the port", "are within 10 km of Goma". */
export const withinDistance: ClaimRule = {
  name: 'within-distance',
  about: 'An armed side that is, or has come, within a distance of a place.',
  examples: {
    yes: [
      'Rebel fighters were within 10 kilometres of Goma on Friday.',
      'The rebels of M23 are now some 25 kilometres from Goma.',
      'Federal troops are now less than 50 kilometres from Goma, the rebels of M23 said.',
      'The rebels of M23 have advanced to 10 km from Goma.',
      'The rebels of M23 are 5 km north of Goma.',
      'Government troops pushed to within five miles of Sirte.',
    ],
    no: [
      'Hospitals within 10 kilometres of Goma are full.',
      'The rebels of M23 are Tutsis who live north of Goma.',
      'The fire came within a mile of Goma.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      const draft =
        search.view.lemma(i) === 'within'
          ? at(search, i, last)
          : AWAY.has(search.view.lemma(i))
            ? away(search, i, last)
            : undefined;
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, within: number, last: number): Draft | undefined {
  const { view } = search;
  const length = [1, 2, 3, 4, 5]
    .map((step) => within + step)
    .find((i) => i < last && LENGTH.test(view.token(i).text.toLowerCase()));
  if (length === undefined) return undefined;
  const noun = view.token(within).head;
  if (noun < 0 || noun < within) return undefined;
  const { deprel, head } = view.token(noun);
  const predicate = /^(obl|xcomp|advcl)/.test(deprel) && head >= 0 ? head : noun;
  const subject = surfaceSubject(view, predicate);
  const actor = subject === undefined ? undefined : participantsAt(search, subject)[0];
  if (!actor?.armed) return undefined;
  const territories = ahead(search, length, last);
  if (territories.length === 0) return undefined;
  return {
    kind: 'control.threatened',
    rule: 'within-distance',
    trigger: predicate,
    tokens: [within, length],
    actor,
    territories,
  };
}

const AWAY = new Set(['away', 'from', 'outside', 'north', 'south', 'east', 'west']);
const ADVANCE = /^(?:advance|push|get|come|move|draw|march|close)$/;

/** "are now some 25 kilometres away", "stood 10 km from the town": near whatever the text is about. */
function away(search: Search, word: number, last: number): Draft | undefined {
  const { view } = search;
  const length = word - 1;
  if (!/^(kilomet(re|er)s?|kms?|miles?)$/i.test(view.tokens[length]?.text ?? '')) return undefined;
  const copula = view.children(length).some((child) => view.token(child).deprel === 'cop');
  const { deprel, head } = view.token(length);
  const predicate = copula ? length : deprel.startsWith('obl') ? head : -1;
  if (predicate < 0 || !(copula || isNear(search, predicate, length))) return undefined;
  if (COMPASS.test(view.lemma(word)) && view.tokens[word + 1]?.text !== 'of') return undefined;
  const subject = surfaceSubject(view, predicate);
  const actor = subject === undefined ? undefined : participantsAt(search, subject)[0];
  if (!actor?.armed || actor.mention?.kind === 'person') return undefined;
  const named = ahead(search, word, last);
  const territories = named.length > 0 ? named : contextTerritory(search, word);
  if (territories.length === 0) return undefined;
  return {
    kind: 'control.threatened',
    rule: 'within-distance',
    trigger: predicate,
    tokens: [length, word],
    actor,
    territories,
    certainty: 0.8,
  };
}

const COMPASS = /^(?:north|south|east|west)$/;

/** "stand 10 km from the town", "have advanced to 10 km from it", "are less than 10 km from it". */
const isNear = ({ view }: Search, predicate: number, length: number) =>
  STANDING.test(view.lemma(predicate)) ||
  (ADVANCE.test(view.lemma(predicate)) &&
    view.children(length).some((child) => view.lemma(child) === 'to')) ||
  (view.lemma(predicate) === 'less' &&
    view.children(predicate).some((child) => view.token(child).deprel === 'cop'));

const STANDING = /^(stand|be|camp|dig|mass|wait|stop|halt|station)$/;

/** The place named next behind "of"; its port stands for it. */
function ahead(search: Search, length: number, last: number): readonly Territory[] {
  const { view } = search;
  for (let i = length + 1; i < Math.min(last, length + REACH); i++) {
    if (/^(VERB|PUNCT)$/.test(view.token(i).upos)) return [];
    const mention = view.place(i);
    if (mention) return territoriesAt(search, mention.head).slice(0, 1);
  }
  return [];
}
