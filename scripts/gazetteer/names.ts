/** Countries whose own script is not Latin: GeoNames' scholarly marks are no part of an English name. */
const OTHER_SCRIPTS = new Set(
  (
    'AF AE AM AZ BD BG BH BT BY CN DJ DZ EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA ' +
    'LB LK LY MA MK MM MN MO MR MV NP OM PK PS QA RU SA SD SO SY TH TJ TM TN TW UA UZ YE'
  ).split(' '),
);

/** The name as English reports write it. */
export function shownName(name: string, country: string): string {
  if (!OTHER_SCRIPTS.has(country)) return name;
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/^['‘’ʼ`]+/, '')
    .replace(/[‘ʻʿ`]/g, '');
}

const KIND =
  /^(?<name>.+?) (?:province|district|governorate|region|oblast|state|county|prefecture|department|raion|municipality|division|republic|krai|parish|canton|autonomous okrug|autonomous region)$/i;
const KIND_FIRST =
  /^(?:provincia|province|departamento|departement|département|department|region|région|estado|state|county|district|distrito|municipio|republic|wilayat-e|emirate|muhafazat) (?:of |de |d'|del |des |du |da |do )?(?<name>.+)$/i;

/** "Sar-e Pol Province" is also called "Sar-e Pol". */
export const withoutKind = (name: string): string | undefined =>
  KIND.exec(name)?.groups?.['name'] ?? KIND_FIRST.exec(name)?.groups?.['name'];

/** Countries whose names reach English reports in their own Latin spelling. */
const FIXED = new Set(
  (
    'AD AR AT AU BE BO BR CA CH CL CO CR CU CZ DE DK DO EC EE ES FI FR GB GL GT GY HN HR HU IE IS ' +
    'IT JM LI LT LU LV MC MT MX NI NL NO NZ PA PE PH PL PR PT PY RO SE SI SK SM SR SV US UY VE'
  ).split(' '),
);

export const hasFixedSpelling = (country: string) => FIXED.has(country);
