import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import type { ActorList } from '../../reading/actor-list.ts';
import type { ActorLookup } from './countries.ts';

export const actorLookup = (actors: ActorList, gazetteer: Gazetteer): ActorLookup => ({
  iso3: (iso2) => actors.state(iso2)?.iso3,
  sector: (id) => actors.get(id)?.sector,
  international: (id) => {
    const actor = actors.get(id);
    // A relief body of no one country, "the Red Cross", is coded like a body of several states.
    return actor?.sector === 'IGO' || (actor?.sector === 'NGO' && actor.country === undefined);
  },
  nationality: (word) =>
    [word, word.replace(/s$/, '')]
      .flatMap((form) => actors.namesAt([form.toLowerCase()], 0))
      .flatMap(({ entries }) => entries)
      .find(({ use }) => use === 'demonym')?.state?.iso2,
  countryOf: (id) => gazetteer.place(id)?.country,
});
