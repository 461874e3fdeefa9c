import type { State } from '../../domain/index.ts';
import type { ActorList, NameEntry } from '../actor-list.ts';
import type { ListedName } from './scan.ts';

/** Which country a report is about, as far as its names tell. */
export interface Focus {
  /** State whose government "the government" is; absent when it cannot be told. */
  readonly state?: State;
  /** Whose "the army" is: that state's, or of the next most spoken of where it has none. */
  readonly army?: State;
  /** Share of the names that speak of this country, 0–1. */
  share(iso2: string): number;
  /** How much is said of this country against the one most spoken of, 0–1. */
  beside(iso2: string): number;
}

/** Least share for a country that others contend for, and for any other. */
const CONTENDED = 0.25;
const CLEAR = 0.6;

/** A place name says less of what a report is about than the name of a state or group. */
const PLACE_WEIGHT = 0.5;

/** "RSF" is a force in Sudan and an association in Paris: reports of war mean the force more often. */
const AMBIGUOUS_WEIGHT = 0.5;

/** The country of all actors of a name; none for outlets, who report from everywhere. */
function onlyCountry(entries: readonly NameEntry[]): string | undefined {
  const codes = new Set(entries.map(({ actor }) => (actor.sector === 'MED' ? '' : actor.country)));
  const [code] = codes;
  return codes.size === 1 && code ? code : undefined;
}

function countryOfGroup(entries: readonly NameEntry[]): string | undefined {
  const armed = entries.filter(({ actor: { kind } }) => kind === 'armed-group' || kind === 'force');
  return armed.some(({ actor }) => actor.kind === 'armed-group') ? onlyCountry(armed) : undefined;
}

/** The Islamic State has branches in other countries than its own. */
const isOfSeveral = ({ kind, countries }: NameEntry['actor']) =>
  kind === 'armed-group' && (countries?.length ?? 0) > 1;

export function focusOf(
  found: readonly ListedName[],
  list: ActorList,
  countriesOfPlaces: readonly string[] = [],
): Focus {
  const weights = new Map<string, number>();
  let total = 0;
  const count = (iso2: string, weight: number) => {
    weights.set(iso2, (weights.get(iso2) ?? 0) + weight);
    total += weight;
  };
  for (const { entries, shared } of found) {
    if (shared) continue;
    const code = onlyCountry(entries);
    const ofGroup = code ?? countryOfGroup(entries);
    const sure = code !== undefined && !entries.some(({ actor }) => isOfSeveral(actor));
    if (ofGroup) count(ofGroup, sure ? 1 : AMBIGUOUS_WEIGHT);
  }
  for (const code of countriesOfPlaces) count(code, PLACE_WEIGHT);
  const share = (iso2: string) => (total === 0 ? 0 : (weights.get(iso2) ?? 0) / total);
  const most = Math.max(0, ...weights.values());
  const beside = (iso2: string) => (most === 0 ? 0 : (weights.get(iso2) ?? 0) / most);
  const ranked = [...weights.keys()].sort((a, b) => weights.get(b)! - weights.get(a)!);
  const contended = ranked.find((iso2) => list.state(iso2)?.government !== undefined);
  const top = ranked[0];
  const code =
    contended !== undefined && share(contended) >= CONTENDED
      ? contended
      : top !== undefined && share(top) >= CLEAR
        ? top
        : undefined;
  const state = code === undefined ? undefined : list.state(code);
  const states = state?.army === false ? ranked.map((iso2) => list.state(iso2)) : [state];
  const army = states.find((one) => one !== undefined && one.army !== false);
  return { share, beside, ...(state ? { state } : {}), ...(army ? { army } : {}) };
}
