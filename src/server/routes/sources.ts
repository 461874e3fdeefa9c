import type { Hono } from 'hono';
import type { Day, Place, PlaceId, Reliability } from '../../domain/index.ts';
import { countryOf, daysOf, type ServerContext } from '../context.ts';
import { countriesOf } from '../countries.ts';
import { asOf } from '../query.ts';
import type { OutletView, SourceList, SourceView } from '../wire.ts';

const weight = ({ reliabilities }: SourceView) => reliabilities.reduce((sum, { n }) => sum + n, 0);

/** A party's own gains first: they are what is doubted most. */
const ORDER: readonly Reliability['interest'][] = ['gain', 'admission', 'denial', 'neutral'];

/** One entry a source, most tried first; a source nobody could test says so by n = 0. */
function sourcesOf(reliabilities: readonly Reliability[]): readonly SourceView[] {
  const found = new Map<string, Reliability[]>();
  for (const reliability of reliabilities) {
    found.set(reliability.source, [...(found.get(reliability.source) ?? []), reliability]);
  }
  return [...found]
    .map(([source, list]) => ({
      source,
      name: list[0]!.name,
      class: list[0]!.class,
      reliabilities: [...list].sort(
        (a, b) => ORDER.indexOf(a.interest) - ORDER.indexOf(b.interest),
      ),
    }))
    .sort((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name));
}

/** Outlets with what they brought of a country by a day. */
function outletsOf(
  { live, resources }: ServerContext,
  known: Day,
  country?: Place,
): readonly OutletView[] {
  const found = new Map<string, { reports: Set<string>; claims: number }>();
  for (const recorded of live.claims.values()) {
    const { place, report } = recorded.claim;
    if (
      country &&
      (!('id' in place) || resources.gazetteer.place(place.id)?.country !== country.country)
    )
      continue;
    const { outlet, published } = live.brief(report);
    if (published && published > known) continue;
    const entry = found.get(outlet) ?? { reports: new Set(), claims: 0 };
    entry.reports.add(report);
    entry.claims += 1;
    found.set(outlet, entry);
  }
  return [...found]
    .map(([name, { reports, claims }]) => ({ name, reports: reports.size, claims }))
    .sort((a, b) => b.claims - a.claims || a.name.localeCompare(b.name));
}

/** `GET /api/sources?at&known&country`: who speaks, and how far each was borne out by then. */
export function sourceRoutes(app: Hono, context: ServerContext) {
  app.get('/api/sources', (request) => {
    const country = countryOf(context, request.req.query('country'));
    const { known } = asOf(request, daysOf(context, country)?.latest ?? null);
    const { live, resources } = context;
    const head = countriesOf(live, resources.gazetteer).find(({ id }) => id === country?.id);
    const within = (id: PlaceId) =>
      !country || resources.gazetteer.place(id)?.country === country.country;
    const answer: SourceList = {
      sources: sourcesOf(live.assessor.sources(known, within)),
      outlets: outletsOf(context, known, country),
      sides: head?.holders ?? [],
    };
    return request.json(answer);
  });
}
