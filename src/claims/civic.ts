import type { Draft } from './draft.ts';
import type { Search } from './search.ts';
import { armedKind } from './search.ts';

/** Different words of sport, elections, trade, courts or the arts that make a text one of them. */
const LEAST = 4;
/** How many are enough where no word of the text is one of war. */
const LEAST_IN_PEACE = 2;
/** How many of them one word of war outweighs. */
const WEIGHT = 2;
/** "a 2-1 win": a score is as good as that many words of sport. */
const SCORE =
  /\b\d{1,3}[-–]\d{1,3}\s+(?:win|victory|defeat|loss|draw|lead|triumph|rout|thrashing)\b/;
/** Different words of film, stage and fiction that make the war a told one. */
const FICTION = 3;

/** Sentences from which on a text about a war has some word of it; a headline may have none. */
const WHOLE_TEXT = 3;

interface Vocabulary {
  readonly civic: number;
  readonly fiction: number;
  readonly war: number;
}

/**
 * Claims about control that the text as a whole does not bear out: towns are captured, lost and held
 * in sport, elections, trade and the arts where no army is near. In such a text only what an armed
 * group or a sentence with a word of war says is kept; in fiction nothing is; and where no word of
 * the whole text is one of war, an opposition or a party takes no town, nor does nobody.
 */
export function withoutCivic(search: Search, drafts: readonly Draft[]): readonly Draft[] {
  if (!drafts.some(isControl)) return drafts;
  const { civic, fiction, war } = vocabulary(search);
  if (fiction >= FICTION && fiction >= war) return drafts.filter((draft) => !isControl(draft));
  if (civic >= (war === 0 ? LEAST_IN_PEACE : LEAST + WEIGHT * war))
    return drafts.filter((draft) => !isControl(draft) || isOfWar(search, draft));
  if (war > 0) return drafts;
  const alone = search.view.reading.sentences.length < WHOLE_TEXT;
  return drafts.filter(
    (draft) =>
      !isControl(draft) ||
      (alone
        ? !draft.actor || isArmy(search, draft)
        : isArmy(search, draft) && isOfSoldiers(search, draft)),
  );
}

const isControl = ({ kind }: Draft) => kind.startsWith('control.');

function vocabulary(search: Search): Vocabulary {
  const { view, lexicon, sides, parties, isGroup, titled } = search;
  const civic = new Set<string>();
  const fiction = new Set<string>();
  const war = new Set<string>();
  const body = view.tokens.map(({ index, text }) => (text === 'forces' ? text : view.lemma(index)));
  for (const word of [...body, ...titled]) {
    if (lexicon.has('fictionText', word)) fiction.add(word);
    if (lexicon.has('civicText', word)) civic.add(word);
    else if (lexicon.has('warText', word) || word === 'forces') war.add(word);
  }
  for (const { kind, actor } of sides) if (kind !== 'state' && actor !== undefined) war.add(actor);
  for (const side of parties) if (isGroup(side)) war.add(side);
  const scored = SCORE.test(view.reading.report.body) ? LEAST_IN_PEACE : 0;
  return { civic: civic.size + scored, fiction: fiction.size, war: war.size };
}

/** A listed force acts, or the sentence speaks of soldiers, rebels or shells. */
function isOfWar(search: Search, { actor, trigger }: Draft): boolean {
  const listed = actor?.mention?.actor !== undefined && isArmed(actor.mention);
  if (listed && !POLICE.test(actor.reference.text)) return true;
  const { view, lexicon } = search;
  const { first, last } = view.reading.sentences[view.token(trigger).sentence]!;
  for (let i = first; i < last; i++)
    if (lexicon.has('warText', view.lemma(i)) || view.token(i).text === 'forces') return true;
  return false;
}

const isArmed = (mention: Parameters<typeof armedKind>[0]) =>
  armedKind(mention) && mention.kind !== 'state';

/** Somebody of the list, or with a word that is said of nobody but those under arms; not police. */
const isArmy = (search: Search, { actor }: Draft) =>
  actor !== undefined &&
  !POLICE.test(actor.reference.text) &&
  (search.sideName(actor.side) !== undefined || (actor.armed && !isSoft(search, actor.head)));

/** "Hungary held Serbia", "the defenders retook the ball": in a whole text without a word of war, nobody's army. */
const isOfSoldiers = (search: Search, { actor }: Draft) =>
  actor !== undefined && actor.mention?.kind !== 'state' && !isSoft(search, actor.head);

const isSoft = ({ view, lexicon }: Search, head: number) =>
  lexicon.has('softForces', view.lemma(head));

const POLICE = /\b(police|officers?|policemen)\b/i;
