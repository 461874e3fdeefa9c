import type { Reading, Report } from '../domain/index.ts';
import type { ActorDraft, FacilityDraft, PlaceDraft } from './drafts.ts';
import { findActors } from './actors.ts';
import { homesOf } from './actors/homes.ts';
import { linkMentions } from './link.ts';
import { findNames } from './names.ts';
import { parseText } from './parse.ts';
import { findPlaces, mayBePlace } from './places.ts';
import { findQuantities } from './quantities.ts';
import type { ReadingResources } from './resources.ts';
import { findSpeech } from './speech.ts';
import { splitText } from './split.ts';
import { findTimes } from './times.ts';

/**
 * A report's text with its sentences, tokens, trees, mentions and speech. Pure: the same report and
 * resources give the same reading.
 */
export function read(report: Report, resources: ReadingResources): Reading {
  const parsed = parseText(splitText(report), resources);
  const names = findNames(parsed, resources);
  const times = findTimes(parsed);
  const quantities = findQuantities(parsed, times);
  // Actors first: "Kandahar police" is no place, and a name the actor list has is settled.
  const actors = findActors(parsed, names, resources.actors, resources.gazetteer);
  const homes = homesOf(actors, resources.actors);
  const places = findPlaces({ text: parsed, names, actors, times, homes }, resources.gazetteer);
  const people = actors.filter((actor) => !isPlace(actor, places));
  const mentions = linkMentions(parsed, [...people, ...places, ...times, ...quantities], resources);
  const speech = findSpeech(parsed, mentions, resources.speech);
  return Object.freeze({ ...parsed, mentions, speech });
}

/** What is a place is not also a person or body that no list knows. */
const isPlace = (actor: ActorDraft, places: readonly (PlaceDraft | FacilityDraft)[]) =>
  places.some((place) => place.type === 'place' && mayBePlace(actor, place));
