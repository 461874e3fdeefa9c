import type { ActorId, Place, PlaceId } from '../domain/index.ts';
import { plain } from '../gazetteer/fold.ts';
import type { Ledger } from '../ledger/index.ts';
import type { ReaderResources } from '../reader.ts';
import { Failure } from './failure.ts';
import { plural } from './style.ts';

/** A place by id, by name, or by name and what it lies in ("Herat, Afghanistan"). */
export interface FoundPlace {
  readonly place: Place;
  /** Others of that name, best first. */
  readonly others: readonly Place[];
}

const CANDIDATES = 12;

function candidatesFor(text: string, { gazetteer }: ReaderResources): readonly Place[] {
  const byId = gazetteer.place(text as PlaceId);
  if (byId) return [byId];
  const [name = '', ...areas] = text.split(/\s*[,›>]\s*/).map((part) => part.trim());
  const found = gazetteer.find(name, { limit: CANDIDATES }).map(({ place }) => place);
  const inAreas = (place: Place) =>
    areas.every((area) => place.path.some((each) => each.toLowerCase() === area.toLowerCase()));
  return found.filter(inAreas);
}

/**
 * The place a person means: of several with that name, the one most is said of in the ledger.
 * @throws Failure when the gazetteer has none, or only one of a like name while reports name the one meant.
 */
export async function findPlace(
  text: string,
  resources: ReaderResources,
  ledger?: Ledger,
): Promise<FoundPlace> {
  const candidates = candidatesFor(text, resources);
  if (candidates.length === 0) {
    throw new Failure(
      'nothing',
      `no place "${text}" in the gazetteer`,
      (ledger && (await saidOfUnknown(text, ledger))) ??
        'Expected a name ("Lashkar Gah"), a name with its area ("Herat, Afghanistan") or an id.',
    );
  }
  const counts = new Map<PlaceId, number>();
  if (ledger) {
    for (const { id } of candidates) counts.set(id, await ledger.count({ place: id }));
  }
  const said = (place: Place) => counts.get(place.id) ?? 0;
  const name = plain(text.split(/[,›>]/)[0]!);
  // One that bears the name goes before one that others call so, if there is news of it.
  const isMeant = (place: Place) => Number(said(place) > 0 && plain(place.name) === name);
  // A stable sort: among equals the gazetteer's own order stays.
  const [place, ...others] = [...candidates].sort(
    (a, b) => isMeant(b) - isMeant(a) || said(b) - said(a),
  );
  const unheardOf = said(place!) === 0 && plain(place!.name) !== name;
  const advice = unheardOf && ledger ? await saidOfUnknown(text, ledger) : undefined;
  if (advice !== undefined) {
    const nearest = place!.path.join(' › ');
    throw new Failure(
      'nothing',
      `no place "${text}" in the gazetteer; the nearest is ${nearest}`,
      advice,
    );
  }
  return { place: place!, others };
}

/** What to do about a place that reports name and the gazetteer lacks. */
async function saidOfUnknown(text: string, ledger: Ledger): Promise<string | undefined> {
  const name = plain(text);
  const claims = await ledger.claims({ text });
  const told = claims.filter(
    ({ claim: { place } }) => 'unresolved' in place && plain(place.text).includes(name),
  );
  if (told.length === 0) return undefined;
  const count = plural(told.length, 'claim');
  return `${count} in the ledger ${told.length === 1 ? 'names' : 'name'} it: \`dateline claims --text "${text}"\`. \`dateline import-places\` adds places to the gazetteer.`;
}

/** An actor by id, name or alias. @throws Failure when the list has none, or several. */
export function findActor(text: string, { actors }: ReaderResources): ActorId {
  const byId = actors.get(text as ActorId);
  if (byId) return byId.id;
  const found = actors.find(text);
  if (found.length === 1) return found[0]!.id;
  const names = found.map(({ id, name }) => `${id} (${name})`).join(', ');
  throw new Failure(
    'nothing',
    found.length === 0
      ? `no actor "${text}" in the actor list`
      : `"${text}" is the name of several`,
    found.length === 0
      ? 'Expected a name, an alias or an id such as "taliban".'
      : `Expected one of: ${names}.`,
  );
}
