import { useSyncExternalStore } from 'react';
import { parseDay, type Day } from '../../src/domain/index.ts';

export const VIEWS = ['map', 'places', 'changes', 'sources', 'trends'] as const;
export type View = (typeof VIEWS)[number];

/** All that the page shows, as the URL's fragment holds it; a link to it shows the same. */
export interface Address {
  readonly view: View;
  readonly country: string | null;
  readonly at: Day | null;
  /** Absent while both handles move together. */
  readonly known: Day | null;
  readonly place: string | null;
  readonly report: string | null;
  readonly claim: string | null;
  /** The province that trends are of; the whole country when there is none. */
  readonly area: string | null;
  readonly without: readonly string[];
}

/** A link may have been cut or written by hand: what is no day is as good as none. */
const dayIn = (text: string | null): Day | null => parseDay(text ?? '') ?? null;

function parse(hash: string): Address {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const view = VIEWS.find((name) => name === given.get('view'));
  return {
    view: view ?? 'map',
    country: given.get('country'),
    at: dayIn(given.get('at')),
    known: dayIn(given.get('known')),
    place: given.get('place'),
    report: given.get('report'),
    claim: given.get('claim'),
    area: given.get('area'),
    without: given.getAll('without'),
  };
}

export function fragment(address: Address): string {
  const parts = new URLSearchParams();
  if (address.view !== 'map') parts.set('view', address.view);
  for (const key of ['country', 'at', 'known', 'place', 'report', 'claim', 'area'] as const) {
    const value = address[key];
    if (value) parts.set(key, value);
  }
  for (const source of address.without) parts.append('without', source);
  return `#${parts.toString()}`;
}

let current: { readonly hash: string; readonly address: Address } | undefined;

function snapshot(): Address {
  const { hash } = window.location;
  if (current?.hash !== hash) current = { hash, address: parse(hash) };
  return current.address;
}

function subscribe(listener: () => void) {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Days replace the current entry of the history; everything else makes a new one to go back to. */
export function go(change: Partial<Address>) {
  const next = fragment({ ...snapshot(), ...change });
  if (next === window.location.hash) return;
  const onlyDays = Object.keys(change).every((key) => key === 'at' || key === 'known');
  if (onlyDays) window.history.replaceState(null, '', next);
  else window.history.pushState(null, '', next);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

export const useAddress = () => useSyncExternalStore(subscribe, snapshot);
