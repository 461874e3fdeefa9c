import { stateKey, type AsOf, type Pins } from '../assessment/index.ts';
import type { Pin, Place, StandingSummary } from '../domain/index.ts';
import type { RecordedPin } from '../ledger/index.ts';
import { pinsOf } from '../ledger/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';
import type { LiveAssessment } from './live-assessment.ts';
import { entriesOf } from './picture.ts';
import { settled } from './settled.ts';
import type { PinChange, PinEffect, PinView } from './wire.ts';

/** Movement of belief below which a place looks the same to a reader. */
const TELLING = 0.02;

/** The key in words, for a source that nothing was learned of: `person:k-ahmad` is "k ahmad". */
const nameOfKey = (key: string) => key.replace(/^\w+:/, '').replaceAll('-', ' ');

/** Entries with the names of their sources, newest first. */
export function pinViews(
  entries: readonly RecordedPin[],
  names: ReadonlyMap<string, string>,
): readonly PinView[] {
  return [...entries]
    .reverse()
    .map((entry) => ({ ...entry, name: names.get(entry.source) ?? nameOfKey(entry.source) }));
}

/** The last entry on each source that still holds, newest first. */
export function holding(views: readonly PinView[]): readonly PinView[] {
  const seen = new Set<string>();
  return views.filter(({ source, pin }) => {
    const last = !seen.has(source);
    seen.add(source);
    return last && pin !== null;
  });
}

const brief = (standing: StandingSummary) => ({
  state: settled(standing),
  best: standing.best,
  probability: standing.probability,
});

const probabilityOf = ({ beliefs }: StandingSummary, { best }: StandingSummary) =>
  beliefs.find(({ state }) => stateKey(state) === stateKey(best))?.probability ?? 0;

function changeOf(place: Place, was: StandingSummary, is: StandingSummary): PinChange | undefined {
  const [before, after] = [brief(was), brief(is)];
  const moved = is.probability - probabilityOf(was, is);
  const turned = stateKey(before.state) !== stateKey(after.state);
  return turned || Math.abs(moved) >= TELLING ? { place, before, after, turned, moved } : undefined;
}

/** What the picture owes to a pin: the same question with what is learned of the source, and with the pin. */
export function effectOf(
  live: LiveAssessment,
  gazetteer: Gazetteer,
  { source, pin }: { readonly source: string; readonly pin: Pin | null },
  { asOf, country }: { readonly asOf: AsOf; readonly country: Place | undefined },
): PinEffect {
  const others = new Map(pinsOf(live.pins));
  others.delete(source);
  const pinned: Pins = pin === null ? others : new Map(others).set(source, pin);
  const before = entriesOf(live, gazetteer, { ...asOf, pins: others }, country);
  const after = entriesOf(live, gazetteer, { ...asOf, pins: pinned }, country);
  const changes = after
    .flatMap(([place, standing], index) => changeOf(place, before[index]![1], standing) ?? [])
    .sort(
      (a, b) =>
        Number(b.turned) - Number(a.turned) ||
        Math.abs(b.moved) - Math.abs(a.moved) ||
        a.place.name.localeCompare(b.place.name),
    );
  return { source, pin, places: after.length, changes };
}
