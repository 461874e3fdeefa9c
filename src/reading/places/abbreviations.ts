import type { Candidate } from '../../gazetteer/gazetteer.ts';
import { plain } from '../../gazetteer/fold.ts';
import type { Lookup } from './span.ts';

/**
 * States and provinces as reports shorten them: the Associated Press's list for the United States, and
 * the customary and postal forms of Canada and Australia. American postal codes are other names in the
 * gazetteer. A form with small letters counts with its full stop only: "Wash.", but not "Wash".
 */
const SHORT: Readonly<Record<string, string>> = {
  US:
    'Ala=Alabama|Ariz=Arizona|Ark=Arkansas|Calif=California|Colo=Colorado|Conn=Connecticut|' +
    'Del=Delaware|Fla=Florida|Ga=Georgia|Ill=Illinois|Ind=Indiana|Kan=Kansas|Ky=Kentucky|' +
    'La=Louisiana|Md=Maryland|Mass=Massachusetts|Mich=Michigan|Minn=Minnesota|Miss=Mississippi|' +
    'Mo=Missouri|Mont=Montana|Neb=Nebraska|Nev=Nevada|NH=New Hampshire|NJ=New Jersey|' +
    'NM=New Mexico|NY=New York|NC=North Carolina|ND=North Dakota|Okla=Oklahoma|Ore=Oregon|' +
    'Pa=Pennsylvania|RI=Rhode Island|SC=South Carolina|SD=South Dakota|Tenn=Tennessee|Tex=Texas|' +
    'Vt=Vermont|Va=Virginia|Wash=Washington|WVa=West Virginia|Wis=Wisconsin|Wyo=Wyoming',
  CA:
    'BC=British Columbia|Ont=Ontario|Alta=Alberta|Sask=Saskatchewan|Que=Quebec|Man=Manitoba|' +
    'AB=Alberta|MB=Manitoba|NB=New Brunswick|NL=Newfoundland and Labrador|NS=Nova Scotia|' +
    'NWT=Northwest Territories|ON=Ontario|PEI=Prince Edward Island|QC=Quebec|SK=Saskatchewan',
  AU:
    'NSW=New South Wales|NT=Northern Territory|Qld=Queensland|QLD=Queensland|SA=South Australia|' +
    'Tas=Tasmania|Vic=Victoria|WA=Western Australia|ACT=Australian Capital Territory',
  ZA: 'SA=South Africa',
};

interface Full {
  readonly country: string;
  readonly name: string;
}

const FULL = new Map<string, Full[]>();
for (const [country, pairs] of Object.entries(SHORT)) {
  for (const pair of pairs.split('|')) {
    const [short = '', name = ''] = pair.split('=');
    FULL.set(short, [...(FULL.get(short) ?? []), { country, name }]);
  }
}

const LONGEST = 6;
const CODE = /^\p{Lu}{2,3}$/u;

const fullNames = (words: string): readonly Full[] => {
  if (words.length > LONGEST) return [];
  const key = words.replaceAll('.', '');
  return words.endsWith('.') || CODE.test(key) ? (FULL.get(key) ?? []) : [];
};

/** The states that "Wash." and "WA" stand for; empty for anything else. */
export const abbreviated = (words: string, lookup: Lookup): readonly Candidate[] =>
  fullNames(words).flatMap(({ country, name }) =>
    lookup
      .exact(name)
      .filter(
        ({ place }) =>
          place.country === country &&
          (place.level === 'province' || place.level === 'country') &&
          plain(place.name) === plain(name),
      ),
  );

/** Whether what stands before lets a short form be one: "Tacoma, Wash.", "in WA". */
export const mayBeShort = (words: string, before: string): boolean =>
  before === ',' ||
  (CODE.test(words.replaceAll('.', '')) && /^(in|across|from|to|of|\(|throughout)$/i.test(before));
