import { createContext, useContext } from 'react';
import type { Day } from '../../src/domain/index.ts';
import type { Holder, Meta } from '../../src/server/wire.ts';

/** What every part of the page may need to know. */
export interface Setting {
  readonly meta: Meta;
  readonly country: string | null;
  readonly at: Day;
  readonly known: Day;
  readonly from: Day;
  readonly to: Day;
  readonly without: readonly string[];
  readonly holders: ReadonlyMap<string, Holder>;
}

const Context = createContext<Setting | null>(null);
export const SettingProvider = Context.Provider;

export function useSetting(): Setting {
  const setting = useContext(Context);
  if (!setting) throw new Error('no setting above this component');
  return setting;
}

/** The part of a query that says which picture is meant. */
export function pictureQuery({ at, known, country, without }: Setting): string {
  const query = new URLSearchParams({ at, known });
  if (country) query.set('country', country);
  for (const source of without) query.append('without', source);
  return query.toString();
}
