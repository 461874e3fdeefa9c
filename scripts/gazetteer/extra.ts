import type { PlaceRecord } from '../../src/gazetteer/record.ts';
import { countryId, type Settlement } from './settlements.ts';
import type { Extra } from './sources.ts';

/** Our own places as settlements of no GeoNames division. */
export const extraRecords = ({ places }: Extra): readonly Settlement[] =>
  places.map(({ country = '', parent, ...place }) => {
    const around = parent ?? (country === '' ? undefined : countryId(country));
    const [admin0 = country, admin1 = '', admin2 = ''] = around?.startsWith('geonames:')
      ? around.slice('geonames:'.length).split('.')
      : [];
    return {
      record: { ...place, country, ...(around === undefined ? {} : { parent: around }) },
      city: { country: admin0, admin1, admin2 },
      feature: '',
    };
  });

/** Records with our spellings: the first of ours is shown, the source's own stay as other names. */
export function withExtra(
  records: readonly PlaceRecord[],
  { names, points }: Extra,
): readonly PlaceRecord[] {
  const known = new Set(records.map(({ id }) => id));
  const missing = [...Object.keys(names), ...Object.keys(points)].filter((id) => !known.has(id));
  if (missing.length > 0) throw new Error(`extra.json names unknown places: ${missing.join(', ')}`);
  return records.map((record) => {
    const [ours = [], point] = [names[record.id], points[record.id]];
    const at = point ? { lat: point[0], lon: point[1] } : {};
    return { ...record, ...at, names: [...ours, ...record.names] };
  });
}
