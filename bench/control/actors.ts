import type { ActorReference } from '../../src/domain/index.ts';
import type { Gazetteer } from '../../src/gazetteer/gazetteer.ts';
import type { ActorList, NameEntry } from '../../src/reading/actor-list.ts';
import { focusOf } from '../../src/reading/actors/focus.ts';
import { pieces } from '../../src/reading/actors/pieces.ts';
import { scanNames } from '../../src/reading/actors/scan.ts';
import { isMeantHere, likeliest, type About } from '../../src/reading/actors/which.ts';
import { splitText } from '../../src/reading/split.ts';
import { reportOf, type ControlItem } from '../replay/data.ts';
import { parseGoldPlace } from './places.ts';

const OF_STATE = /government|army|forces|junta|military|regime|police|ministry|troops|commandos/i;

/** Of a name without a report around it. */
const ANYWHERE: About = { focus: { share: () => 0, beside: () => 0 } };

/** What tells whose a name is in this report, as the reader has it: its day, its names and the places annotated. */
export function aboutOf(
  item: ControlItem,
  { actors, gazetteer }: { readonly actors: ActorList; readonly gazetteer: Gazetteer },
): About {
  const found = scanNames(splitText(reportOf(item)), actors, ({ local }) => local !== true);
  const places = item.gold.flatMap(({ place }) => parseGoldPlace(place).names);
  const countries = [...new Set(places)].flatMap(
    (name) => gazetteer.find(name, { limit: 1 })[0]?.place.country ?? [],
  );
  return { focus: focusOf(found, actors, countries), year: Number(item.published.slice(0, 4)) };
}

/** Whose gains count: id of the side, else the name itself in lower case. */
export function sideOfName(name: string, actors: ActorList, about: About = ANYWHERE): string {
  const words = pieces(name);
  const meant = actors
    .namesAt(words, 0)
    .map(({ entries, length }) => ({
      entries: entries.filter((entry) => isMeantHere(entry, about)),
      length,
    }))
    .filter(({ entries }) => entries.length > 0);
  const [longest] = meant;
  const whole = longest?.entries.filter(({ use }) => use !== 'demonym') ?? [];
  if (longest?.length === words.length && whole.length > 0) return sideOf(likeliest(whole, about));
  const state = longest?.entries.find(({ use }) => use === 'demonym' || use === 'state');
  if (state) return isOfState(name, words, actors) ? state.actor.id : name.toLowerCase();
  const named =
    longest?.entries.filter(({ use }) => use === 'name') ?? namedAtEnd(words, actors, about);
  return named.length > 0 ? sideOf(likeliest(named, about)) : name.toLowerCase();
}

const sideOf = ({ actor }: NameEntry): string => actor.side ?? actor.id;

const isOfState = (name: string, words: readonly string[], actors: ActorList) =>
  OF_STATE.test(name) ||
  actors.nouns.endingAt(words, words.length - 1, 0)?.noun.branch !== undefined;

/** "Mandalay PDF": part of the group whose name it ends in. */
function namedAtEnd(words: readonly string[], actors: ActorList, about: About) {
  for (let from = 1; from < words.length && words[from - 1] !== 'anti'; from++)
    for (const { entries, length } of actors.namesAt(words, from)) {
      const named = entries.filter((entry) => entry.use === 'name' && isMeantHere(entry, about));
      if (from + length === words.length && named.length > 0) return named;
    }
  return [];
}

export function sideOfReference(
  actor: ActorReference | null,
  actors: ActorList,
  about: About = ANYWHERE,
): string | null {
  if (!actor) return null;
  const listed = actor.id === undefined ? undefined : actors.get(actor.id);
  if (listed) return listed.side ?? listed.id;
  return actor.id ?? actor.side ?? sideOfName(actor.name, actors, about);
}
