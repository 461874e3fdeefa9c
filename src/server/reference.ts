/** A route of the HTTP API, as `GET /api` and docs/http-api.md tell of it. */
export interface RouteDescription {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly says: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** A request that the tests make; `{…}` stands for an id from the record. */
  readonly example: string;
}

const CLOCKS = {
  at: 'day the question is about, `YYYY-MM-DD`; default the last day of the record',
  known: 'use only what had been said by this day; default the same as `at`',
} as const;
const COUNTRY = { country: 'ISO 3166-1 alpha-2 code; default everywhere' } as const;
const WITHOUT = {
  without:
    'leave a source out, may be repeated: the name of an outlet, `side:ID`, or a key from `/api/sources`',
} as const;
const PAGES = {
  limit: 'most entries to give, up to 1000',
  offset: 'entries to pass over',
} as const;

export const ROUTES: readonly RouteDescription[] = [
  {
    method: 'GET',
    path: '/api',
    says: 'This list.',
    parameters: {},
    example: '/api',
  },
  {
    method: 'GET',
    path: '/api/health',
    says: 'Whether the server and its ledger answer, with counts.',
    parameters: {},
    example: '/api/health',
  },
  {
    method: 'GET',
    path: '/api/meta',
    says: 'How much the ledger holds: days, countries, and the holders of each.',
    parameters: {},
    example: '/api/meta',
  },
  {
    method: 'GET',
    path: '/api/picture',
    says: 'The standing of every place, totals in several denominators, and what changed since the day before.',
    parameters: { ...CLOCKS, ...COUNTRY, ...WITHOUT },
    example: '/api/picture?country=AF&at=2021-08-06',
  },
  {
    method: 'GET',
    path: '/api/changes',
    says: 'What is not as it was on another day, and because of which claims.',
    parameters: {
      ...CLOCKS,
      since: 'day to compare with; default the day before `at`',
      ...COUNTRY,
      ...WITHOUT,
    },
    example: '/api/changes?country=AF&at=2021-08-08&since=2021-08-01',
  },
  {
    method: 'GET',
    path: '/api/timeline',
    says: 'Reports, claims and gains day by day, each day as it was known.',
    parameters: { from: 'first day', to: 'last day', ...COUNTRY },
    example: '/api/timeline?country=AF',
  },
  {
    method: 'GET',
    path: '/api/export/:codebook',
    says: 'Claims or incidents in the scheme of `acled`, `ucdp-ged` or `hxl`, as a table (CSV) to be saved; or as `geojson`.',
    parameters: {
      country:
        'ISO 3166-1 alpha-2 code: what is told of places in it, and what the same reports tell of places that were not found; default everything',
      at: 'what happened by this day',
      known: CLOCKS.known,
    },
    example: '/api/export/geojson?country=AF&at=2021-08-06',
  },
  {
    method: 'GET',
    path: '/api/places',
    says: 'Places by name, in any spelling the gazetteer folds to it; those of the picture by its beginning too.',
    parameters: { q: 'the name', ...COUNTRY, limit: PAGES.limit },
    example: '/api/places?q=Lashkargah&country=AF',
  },
  {
    method: 'GET',
    path: '/api/places/:id',
    says: 'The ledger of a place: its standing with what moved it, claims by origin, belief day by day.',
    parameters: { ...CLOCKS, ...WITHOUT },
    example: '/api/places/{place}?at=2021-08-06',
  },
  {
    method: 'GET',
    path: '/api/claims',
    says: 'Claims, newest first.',
    parameters: {
      kind: 'a kind, or a group of kinds by its first word; may be repeated',
      place: 'id of the place',
      inside: 'id of a place: it, and all places in it',
      actor: 'id of the actor',
      side: 'id of the side whose gains it counts as',
      outlet: 'name of the outlet',
      source: 'part of the name of anybody in the chain',
      text: 'part of the evidence',
      modality: 'stated, hedged, hypothetical, planned, predicted or background',
      polarity: 'positive or negative',
      report: 'id of the report',
      from: 'happened on this day or later',
      to: 'happened on this day or earlier',
      known: 'said by this day',
      ...PAGES,
    },
    example: '/api/claims?kind=control.captured&from=2021-08-06&to=2021-08-08&limit=2',
  },
  {
    method: 'GET',
    path: '/api/claims/:id',
    says: 'One claim with its evidence and chain.',
    parameters: {},
    example: '/api/claims/{claim}',
  },
  {
    method: 'GET',
    path: '/api/reports/:id',
    says: 'A report: its text, the claims read from it, who speaks in it, and its copies.',
    parameters: {},
    example: '/api/reports/{report}',
  },
  {
    method: 'POST',
    path: '/api/reports',
    says: 'Reads one item, sent as the body, and adds it; JSON Lines hold one report a line, tables (CSV) one a row. Nothing is added twice.',
    parameters: {
      name: 'file name or URL; its ending tells the format',
      outlet: 'who published it, when the item does not say',
      published: 'when, `YYYY-MM-DD`',
      url: 'where it was',
    },
    example: '/api/reports?name=kunduz.txt&outlet=Northern%20Courier&published=2021-08-08',
  },
  {
    method: 'GET',
    path: '/api/incidents',
    says: 'What happened: claims about one happening together, with both counts and all amounts.',
    parameters: {
      ...CLOCKS,
      ...COUNTRY,
      place: 'id of the place',
      group:
        'gain, leave, hold, fight, siege, violence, detention, movement, alert, talks or words',
      ...PAGES,
    },
    example: '/api/incidents?country=AF&at=2021-08-08&group=gain',
  },
  {
    method: 'GET',
    path: '/api/sources',
    says: 'Who speaks, how often it was borne out by then, and the outlets and sides that can be left out.',
    parameters: { ...CLOCKS, ...COUNTRY },
    example: '/api/sources?country=AF&at=2021-08-15',
  },
  {
    method: 'GET',
    path: '/api/pins',
    says: 'Grades and reliabilities that users have fixed: those that hold, and every entry there is.',
    parameters: {},
    example: '/api/pins',
  },
  {
    method: 'GET',
    path: '/api/pins/effect',
    says: 'What a pin does to the picture: places with their standing as learned, and with the pin.',
    parameters: {
      source: 'key from `/api/sources`',
      grade: 'Admiralty letter, A to F; default what is fixed now',
      reliability: 'instead of a letter: share of its claims to be believed, 0 to 1',
      ...CLOCKS,
      ...COUNTRY,
    },
    example: '/api/pins/effect?source=side:taliban&grade=E&country=AF&at=2021-08-10',
  },
  {
    method: 'POST',
    path: '/api/pins',
    says: 'Writes an entry that fixes what to believe of a source, or takes that back when neither a grade nor a reliability is given. It holds for every day that is asked about.',
    parameters: {
      source: 'in the JSON body, as are all below: key from `/api/sources`',
      grade: 'Admiralty letter, A to F',
      reliability: 'instead of a letter: share of its claims to be believed, 0 to 1',
      reason: 'why',
      by: 'who says so',
    },
    example: '/api/pins',
  },
  {
    method: 'POST',
    path: '/api/reviews',
    says: 'Writes an entry about a claim. A retracted claim counts nowhere until it is restored; nothing is deleted.',
    parameters: {
      claim: 'in the JSON body, as are all below: id of the claim',
      verdict: '`retracted`, `restored`, `confirmed` or `noted`',
      reason: 'why',
      by: 'who says so',
    },
    example: '/api/reviews',
  },
  {
    method: 'GET',
    path: '/api/trends',
    says: 'Places gained and lost week by week, and judgements of how the war is going beside the record.',
    parameters: {
      country: 'ISO 3166-1 alpha-2 code',
      area: 'id of one of its provinces: its districts are counted instead of the provincial capitals',
      at: CLOCKS.at,
    },
    example: '/api/trends?country=AF&at=2021-08-15',
  },
  {
    method: 'GET',
    path: '/api/unread',
    says: 'What is kept and could not be read, with the reason, newest first.',
    parameters: {},
    example: '/api/unread',
  },
  {
    method: 'GET',
    path: '/api/unplaced',
    says: 'Names of places that claims speak of and the gazetteer lacks, most told of first, with some of the claims.',
    parameters: {
      q: 'part of the name; default any',
      known: 'use only what had been said by this day; default all',
      ...COUNTRY,
    },
    example: '/api/unplaced?country=AF',
  },
  {
    method: 'GET',
    path: '/api/boundaries/:country',
    says: 'First-level divisions of a country as GeoJSON; `id` is the place.',
    parameters: {},
    example: '/api/boundaries/AF',
  },
  {
    method: 'GET',
    path: '/api/boundaries/:country/around',
    says: 'Its own border, and land, borders and names of the countries near it, as GeoJSON.',
    parameters: {},
    example: '/api/boundaries/AF/around',
  },
];
