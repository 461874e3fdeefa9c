import type { ClaimKind } from '../../domain/index.ts';
import type { ClaimRule, Draft, Search, SentenceRange } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { beforeAside } from '../place-controlled.ts';
import { governing, known, ownSideAt, sideFrom, standingFor, type Participant } from '../side.ts';
import { surfaceSubject } from '../subject.ts';
import { territoriesAt, unknownName } from '../territory/index.ts';

const BEING = /^(be|remain|stay)$/;
/** Words that make a state of a side's name: "is still Ukrainian"; alone it tells where a town lies. */
const LASTING = /^(still|again|now|firmly|solidly|remain|stay)$/;
const STILL = /\b(?:still|remain|stay|back|again)\b/;
const OF_A_SIDE = /^(rebel|loyalist|insurgent|separatist|jihadist)$/;

/** "Daloa was the president's again", "Danané has been rebel throughout", "Kherson is Ukrainian again". */
export const whose: ClaimRule = {
  name: 'whose',
  about:
    'A place that is said to be somebody’s: with an apostrophe, or by the adjective of a side.',
  examples: {
    yes: [
      'M23 attacked Goma on Monday. The city of Bukavu is still the army’s.',
      'The town of Goma has been rebel throughout, said an officer of M23.',
      'Kherson is Ukrainian again after Russian troops left.',
      'M23 holds Bukavu. Goma, still the army’s, is quiet.',
      'M23 took Goma. The town of Bukavu remains with the army.',
      'M23 attacked Goma. "The city is with us," the governor said.',
    ],
    no: [
      'Kherson is a Ukrainian port that Russian troops left.',
      'M23 attacked. Goma is the army’s biggest base.',
      'M23 took Goma. The mayor of Bukavu is with the army, he said.',
      'Lviv is Ukrainian, and the guide is proud of it.',
    ],
  },
  find(search, sentence) {
    const { view } = search;
    const drafts: Draft[] = [];
    for (let i = sentence.first + 1; i < sentence.last; i++) {
      const aside = view.token(i).text === ',' && /^(still|again|now)$/i.test(next(search, i));
      if (!aside && !(BEING.test(view.lemma(i)) && view.token(i).upos !== 'NOUN')) continue;
      const draft = at(search, i, sentence);
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

const next = ({ view }: Search, index: number) => view.tokens[index + 1]?.text ?? '';

function at(search: Search, link: number, { first, last }: SentenceRange): Draft | undefined {
  const { view } = search;
  let name = link - 1;
  while (name > first && /^(AUX|ADV|PART|CCONJ)$/.test(view.token(name).upos)) name--;
  name = beforeAside(view, name);
  let side = link + 1;
  while (side < last && /^(ADV|PART|DET)$/.test(view.token(side).upos)) side++;
  if (side >= last) return undefined;
  const words = [link, ...range(name + 1, side), side + 1].flatMap((token) =>
    view.tokens[token] ? [view.lemma(token)] : [],
  );
  const actor =
    ownerAt(search, side, last) ??
    sideNamed(search, side, words) ??
    besideWhom(search, side, STILL.test(words.join(' ')));
  if (!actor) return undefined;
  const mention = view.place(name);
  if (mention && isOwner(search, mention.first)) return undefined;
  const site = view.facility(name)?.head ?? name;
  const known = territoriesAt(search, mention?.head ?? site);
  const told = known.length > 0 || mention ? known : unknownName(search, name);
  const beside = view.token(side).text === 'with';
  // "The airport and a base near it remain with the army": what stands right before is another's.
  const subject = beside ? surfaceSubject(view, link) : undefined;
  const whole =
    subject === undefined
      ? []
      : territoriesAt(search, subject).filter(({ place }) => 'id' in place);
  const territories = whole.length > told.length ? whole : told;
  if (territories.length === 0) return undefined;
  return {
    kind: kindOf([...words, ...range(side + 1, side + 4).map((i) => view.tokens[i]?.text ?? '')]),
    rule: 'whose',
    trigger: side,
    tokens: [link, side],
    actor,
    territories: beside ? territories : territories.slice(0, 1),
    ...(words.some((word) => /^(not|n't|never|longer)$/.test(word))
      ? { polarity: 'negative' as const }
      : {}),
    certainty: 0.8,
  };
}

/** "The mayor of Bukavu is with the army": nothing is said of Bukavu. */
const isOwner = ({ view, lexicon }: Search, first: number) =>
  view.tokens[first - 1]?.text === 'of' &&
  !['placeClasses', 'facilities', 'parts'].some((list) =>
    lexicon.has(list, view.lemma(Math.max(0, first - 2))),
  );

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

function kindOf(words: readonly string[]): ClaimKind {
  if (words.some((word) => /^(again|back)$/.test(word))) return 'control.recaptured';
  return words.includes('now') && !words.includes('still') ? 'control.captured' : 'control.held';
}

/** "the army's" with nothing behind it that is theirs. */
function ownerAt(search: Search, side: number, last: number): Participant | undefined {
  const { view } = search;
  let end = view.actor(side)?.last ?? side + 1;
  if (!/^['’]s?$/.test(view.tokens[end]?.text ?? '')) return undefined;
  end++;
  if (end < last && /^(NOUN|PROPN|ADJ|NUM|DET|VERB)$/.test(view.token(end).upos)) return undefined;
  const head = view.actor(side)?.head ?? side;
  const named = participantsAt(search, head)[0] ?? governing(search, head);
  if (/^(president|government|state|regime)$/.test(view.lemma(head))) return ofState(search, side);
  return named?.armed === true && named.mention?.kind !== 'person' ? named : undefined;
}

/** "rebel", "loyalist"; "Ukrainian" where a word says that it is so again or still. */
function sideNamed(
  search: Search,
  side: number,
  words: readonly string[],
): Participant | undefined {
  const { view } = search;
  const { text, upos } = view.token(side);
  if (/^(NOUN|PROPN|ADJ|NUM)$/.test(view.tokens[side + 1]?.upos ?? '')) return undefined;
  if (next(search, side) === '-') return undefined;
  const lemma = text.toLowerCase();
  if (OF_A_SIDE.test(lemma)) {
    if (lemma === 'loyalist') return ofState(search, side);
    return participantsAt(search, side).find(({ armed }) => armed);
  }
  if (upos !== 'ADJ' && upos !== 'PROPN') return undefined;
  const nation = words.some((word) => LASTING.test(word)) ? search.demonym(text) : undefined;
  if (!nation) return undefined;
  return standingFor(sideFrom(nation), view.token(side), side);
}

/** "The police headquarters is now with the Taliban." */
function besideWhom(search: Search, side: number, stays: boolean): Participant | undefined {
  const { view } = search;
  if (view.token(side).text !== 'with') return undefined;
  if (view.tokens[side + 1]?.text.toLowerCase() === 'us') return ofSpeakers(search, side + 1);
  const mention = view.actor(side + 1) ?? view.actor(side + 2);
  const state = mention !== undefined && /^(?:government|state)$/.test(view.lemma(mention.head));
  if (state && stays && search.sides.some(({ kind }) => kind === 'armed-group'))
    return ofState(search, mention.head);
  if (!mention || mention.kind === 'person' || mention.kind === 'state') return undefined;
  const end = view.tokens[mention.last];
  if (end && /^(NOUN|PROPN|VERB|PART)$/.test(end.upos)) return undefined;
  return participantsAt(search, mention.head).find(({ armed }) => armed);
}

/** "The city is with us," the governor said. */
function ofSpeakers(search: Search, us: number): Participant | undefined {
  const own = ownSideAt(search, us);
  const side = own && known(search, own);
  return side && standingFor(side, search.view.token(us), us);
}

function ofState(search: Search, token: number): Participant | undefined {
  const { government, view } = search;
  const meant =
    government && (known(search, government.id) ?? { ...government, side: government.id });
  return meant && standingFor(meant, view.token(token), token);
}
