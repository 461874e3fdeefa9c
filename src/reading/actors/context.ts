import type { Actor, ParsedText, ParsedToken, State } from '../../domain/index.ts';
import { supplied } from '../../domain/index.ts';
import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import type { ActorList, NameUse } from '../actor-list.ts';
import type { NameSpan } from '../drafts.ts';
import { focusOf, type Focus } from './focus.ts';
import { scanNames, type ListedName } from './scan.ts';
import { namesInTitle } from './title-names.ts';
import { isMeantHere, likeliest, type About } from './which.ts';

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

function choose({ first, last, entries }: ListedName, about: About): Listed {
  const { actor, use, ...best } = entries.length === 1 ? entries[0]! : likeliest(entries, about);
  const state = best.state ?? entries.find((entry) => entry.state)?.state;
  return { first, last, actor, use, ...(state ? { state } : {}) };
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
  const countryOf = (name: string) => {
    const [best] = gazetteer.find(name, { limit: 1 });
    return best && best.similarity >= CERTAIN_NAME && best.place.level !== 'country'
      ? [best.place.country]
      : [];
  };
  const filed = filedFrom(tokens);
  const told = [...places].filter((name) => name !== filed).flatMap(countryOf);
  const own = filed !== undefined && places.has(filed) ? countryOf(filed) : [];
  // "BEIRUT (Agency) - The army has left Homs": that of the country where all else lies.
  return told.length === 0 || own.some((country) => told.includes(country))
    ? [...told, ...own]
    : told;
}

/** The town of a dateline: "NAIROBI (Agency) -". */
function filedFrom([first, second]: ParsedText['tokens']): string | undefined {
  const isFiled =
    first !== undefined && /^\p{Lu}{3,}$/u.test(first.text) && /^[,(–—-]$/.test(second?.text ?? '');
  return isFiled ? first.text : undefined;
}

const CERTAIN_NAME = 0.9;

export function actorContext(
  text: ParsedText,
  names: readonly NameSpan[],
  { list, gazetteer }: ActorSources,
): ActorContext {
  const published = supplied(text.report.published);
  const year = published === undefined ? {} : { year: Number(published.slice(0, 4)) };
  const places = gazetteer ? countriesOf(text, names, gazetteer) : [];
  let local = false;
  const known = scanNames(text, list, (entry) => {
    local ||= entry.local === true;
    return entry.local !== true;
  });
  const focus = focusOf(known, list, places);
  const about = { focus, ...year };
  const found = local ? scanNames(text, list, (entry) => isMeantHere(entry, about)) : known;
  const listed: (Listed | undefined)[] = Array.from({ length: text.tokens.length });
  for (const name of found) {
    const chosen = choose(name, about);
    if (chosen.actor.kind === 'person' && !isThatPerson(chosen, text, focus)) continue;
    for (let i = chosen.first; i < chosen.last; i++) listed[i] = chosen;
  }
  const isPlace = (name: string) =>
    (gazetteer?.find(name, { limit: 1 })[0]?.similarity ?? 0) >= CERTAIN_NAME;
  return { text, list, names, words: text.tokens.map(wordOf), listed, focus, isPlace };
}
