import type { State } from '../../domain/index.ts';
import type { ActorList } from '../actor-list.ts';
import type { ListedName } from './scan.ts';

/** Which country a report is about, as far as its names tell. */
export interface Focus {
  /** State whose government "the government" and "the army" are; absent when it cannot be told. */
  readonly state?: State;
  /** Share of the names that speak of this country, 0–1. */
  share(iso2: string): number;
}

/** Least share for a country that others contend for, and for any other. */
const CONTENDED = 0.25;
const CLEAR = 0.6;

export function focusOf(found: readonly ListedName[], list: ActorList): Focus {
  const weights = new Map<string, number>();
  let total = 0;
  for (const { entries } of found) {
    const named = entries.filter(
      ({ actor }) => actor.sector !== 'MED' && actor.kind !== 'person' && actor.country,
    );
    const code = new Set(named.map(({ actor }) => actor.country!));
    if (code.size !== 1) continue;
    for (const iso2 of code) weights.set(iso2, (weights.get(iso2) ?? 0) + 1);
    total++;
  }
  const share = (iso2: string) => (total === 0 ? 0 : (weights.get(iso2) ?? 0) / total);
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
  return { share, ...(state ? { state } : {}) };
}
