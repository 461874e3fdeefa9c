import type { Actor, ParsedText, ParsedToken, State } from '../../domain/index.ts';
import { supplied } from '../../domain/index.ts';
import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import type { ActorList, NameEntry, NameUse } from '../actor-list.ts';
import type { NameSpan } from '../drafts.ts';
import { focusOf, type Focus } from './focus.ts';
import { scanNames, type ListedName } from './scan.ts';
import { namesInTitle } from './title-names.ts';

/** A listed name with the reading of it that fits this report. Token indices [first, last). */
export interface Listed {
  readonly first: number;
  readonly last: number;
  readonly actor: Actor;
  readonly use: NameUse;
  /** The state that is named, by whatever name. */
  readonly state?: State;
}

/** What every actor rule looks at. */
export interface ActorContext {
  readonly text: ParsedText;
  readonly list: ActorList;
  readonly names: readonly NameSpan[];
  /** Lower-case words; "Gen." is "gen". */
  readonly words: readonly string[];
  /** By token: the listed name that covers it. */
  readonly listed: readonly (Listed | undefined)[];
  readonly focus: Focus;
  /** Whether the gazetteer has this name as it is spelt. */
  readonly isPlace: (name: string) => boolean;
}

const SHORT_FORM = /^\p{L}{1,5}\.$/u;

const wordOf = ({ text }: ParsedToken) => {
  const word = text.toLowerCase();
  return SHORT_FORM.test(word) ? word.slice(0, -1) : word;
};

/** The first of these that a name may be read as. */
const USES: readonly NameUse[] = ['name', 'state', 'seat', 'capital', 'demonym'];
/** A group is written about some time after it is gone. */
const REMEMBERED_YEARS = 4;

function isActive({ from, to }: Actor, year: number | undefined): boolean {
  if (year === undefined) return true;
  return (
    (from === undefined || year >= from) && (to === undefined || year <= to + REMEMBERED_YEARS)
  );
}

const letters = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function choose({ first, last, entries }: ListedName, focus: Focus, year?: number): Listed {
  const rank = ({ actor, use, written }: NameEntry) =>
    USES.indexOf(use) * 10 +
    // "Al-Shabaab" is the group of that name, unless the text is about the country of one also called so.
    (letters(written.join('')) === letters(actor.name) ? 0 : 1) +
    (isActive(actor, year) ? 0 : 5) +
    (actor.country === undefined || actor.sector === 'MED' || focus.share(actor.country) > 0
      ? 0
      : 2);
  const best = entries.reduce((a, b) => (rank(b) < rank(a) ? b : a));
  const state = best.state ?? entries.find(({ state }) => state)?.state;
  return { first, last, actor: best.actor, use: best.use, ...(state ? { state } : {}) };
}

/** A surname alone is the public figure's only in his country, and in no other name. */
function isThatPerson({ first, last, actor }: Listed, { tokens }: ParsedText, focus: Focus) {
  if (last - first > 1) return true;
  const before = tokens[first - 1];
  const after = tokens[last];
  const { sentence } = tokens[first]!;
  if (after?.sentence === sentence && after.upos === 'PROPN' && after.deprel === 'flat')
    return false;
  if (before?.sentence === sentence && before.upos === 'PROPN' && tokens[first]!.deprel === 'flat')
    return false;
  return actor.country === undefined || focus.share(actor.country) > 0;
}

export interface ActorSources {
  readonly list: ActorList;
  readonly gazetteer?: Pick<Gazetteer, 'find'>;
}

/** Countries of the places that the name tagger finds and the headline names, each name once. */
function countriesOf(
  { tokens, report }: ParsedText,
  names: readonly NameSpan[],
  gazetteer: Pick<Gazetteer, 'find'>,
): readonly string[] {
  const places = new Set(
    names
      .filter(({ type }) => type === 'location')
      .map(({ first, last }) => report.body.slice(tokens[first]!.start, tokens[last - 1]!.end)),
  );
  for (const name of namesInTitle(report.title)) places.add(name);
  return [...places].flatMap((name) => {
    const [best] = gazetteer.find(name, { limit: 1 });
    return best && best.similarity >= CERTAIN_NAME && best.place.level !== 'country'
      ? best.place.country
      : [];
  });
}

const CERTAIN_NAME = 0.9;

export function actorContext(
  text: ParsedText,
  names: readonly NameSpan[],
  { list, gazetteer }: ActorSources,
): ActorContext {
  const found = scanNames(text, list);
  const focus = focusOf(found, list, gazetteer ? countriesOf(text, names, gazetteer) : []);
  const published = supplied(text.report.published);
  const year = published === undefined ? undefined : Number(published.slice(0, 4));
  const listed: (Listed | undefined)[] = Array.from({ length: text.tokens.length });
  for (const name of found) {
    const chosen = choose(name, focus, year);
    if (chosen.actor.kind === 'person' && !isThatPerson(chosen, text, focus)) continue;
    for (let i = chosen.first; i < chosen.last; i++) listed[i] = chosen;
  }
  const isPlace = (name: string) =>
    (gazetteer?.find(name, { limit: 1 })[0]?.similarity ?? 0) >= CERTAIN_NAME;
  return { text, list, names, words: text.tokens.map(wordOf), listed, focus, isPlace };
}
