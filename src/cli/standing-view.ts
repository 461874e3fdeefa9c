import {
  unlistedName,
  type ActorId,
  type Claim,
  type ClaimId,
  type Day,
  type Place,
  type Standing,
} from '../domain/index.ts';
import { assessLedger, lastDayOf } from './assessing.ts';
import type { Context, LedgerOptions } from './context.ts';
import { Failure } from './failure.ts';
import { findPlace } from './find.ts';
import { remoteAt } from './remote.ts';
import type { StandingView } from './render-standing.ts';

export interface StandingOptions extends LedgerOptions {
  readonly server?: string;
  readonly at?: Day;
  readonly known?: Day;
  readonly json?: boolean;
}

interface PlaceAnswer {
  readonly place: Place;
  readonly standing: Standing;
  readonly parties: Readonly<Record<string, string>>;
  readonly groups: readonly {
    readonly claims: readonly { readonly view: { readonly claim: Claim } }[];
  }[];
}

const noDays = () =>
  new Failure('nothing', 'no report in the ledger has a date', 'Name a day with --at YYYY-MM-DD.');

/** The standing that the options ask for, from the ledger or from a server. */
export async function standingView(
  name: string,
  options: StandingOptions,
  context: Context,
): Promise<StandingView> {
  return options.server === undefined
    ? fromLedger(name, options, context)
    : fromServer(name, options, options.server);
}

function fromLedger(name: string, options: StandingOptions, context: Context) {
  return context.withLedger(options, 'read', async (ledger): Promise<StandingView> => {
    const resources = await context.resources();
    const { place } = await findPlace(name, resources, ledger);
    const at = options.at ?? options.known ?? (await lastDayOf(place, ledger));
    if (at === undefined) throw noDays();
    const assessor = await assessLedger(ledger, resources);
    return {
      place,
      standing: assessor.standing(place.id, { at, known: options.known ?? at }),
      actorName: (id) => resources.actors.get(id as ActorId)?.name ?? unlistedName(id),
      claim: (id) => assessor.claim(id)?.claim,
    };
  });
}

async function fromServer(
  name: string,
  options: StandingOptions,
  server: string,
): Promise<StandingView> {
  const remote = remoteAt(server);
  const { places } = await remote.get<{ places: readonly Place[] }>('api/places', { q: name });
  const [found] = places;
  if (!found) throw new Failure('nothing', `no place "${name}" in the gazetteer of ${server}`, '');
  const answer = await remote.get<PlaceAnswer>(`api/places/${encodeURIComponent(found.id)}`, {
    at: options.at ?? options.known,
    known: options.known ?? options.at,
  });
  const claims = new Map<ClaimId, Claim>(
    answer.groups.flatMap(({ claims }) => claims.map(({ view }) => [view.claim.id, view.claim])),
  );
  return {
    place: answer.place,
    standing: answer.standing,
    actorName: (id) => answer.parties[id] ?? unlistedName(id),
    claim: (id) => claims.get(id),
  };
}
