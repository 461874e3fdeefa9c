import { useSetting } from '../state/context.ts';

const SCHEMES = {
  acled: 'ACLED',
  'ucdp-ged': 'UCDP GED',
  hxl: 'all claims, HXL',
  geojson: 'GeoJSON',
} as const;

/** What was told by the shown day, to take away: tables for a spreadsheet, GeoJSON for a map. */
export function SaveAs() {
  const { country, at, known } = useSetting();
  const query = new URLSearchParams({ at, known, ...(country ? { country } : {}) }).toString();
  return (
    <p className="table-choice save-as">
      Save what was told by then:{' '}
      {Object.entries(SCHEMES).map(([name, title]) => (
        <a key={name} className="link" href={`api/export/${name}?${query}`} download>
          {title}
        </a>
      ))}
    </p>
  );
}
