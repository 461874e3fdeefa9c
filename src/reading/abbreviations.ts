/** Abbreviations whose full stop belongs to the word, without the stop, in lower case. */
const BEFORE_A_NAME =
  'mr mrs ms mx dr prof rev fr st ste gen lt col maj capt cmdr adm sgt cpl brig gov sen rep reps sens pres hon amb supt insp det pvt brig-gen mme mlle messrs';
const MONTHS_AND_DAYS =
  'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun';
const BEFORE_A_NUMBER = 'no nos vol p pp fig sec art ch para approx ca c est art';
const ANYWHERE =
  'jr sr inc ltd co corp bros dept univ etc vs al eg ie cf viz e.g i.e a.k.a mt ft ave blvd rd vol ed eds trans assn intl natl govt mil min max dist prov wash calif fla mass conn tenn ala ariz ark colo del ga ind kan ky la md mich minn miss mo mont neb nev okla ore pa tex va wis';

const set = (words: string) => new Set(words.split(' '));

/** Never the end of a sentence: a name follows. */
export const TITLES: ReadonlySet<string> = set(BEFORE_A_NAME);
export const MONTHS: ReadonlySet<string> = set(MONTHS_AND_DAYS);
/** Words otherwise ("No."): abbreviations only before a digit. */
export const NUMBERED: ReadonlySet<string> = set(BEFORE_A_NUMBER);
/** Words in lower case too ("in", "la", "mass"): abbreviations only when capitalised. */
const CAPITALISED = set(
  'mar sat sun jan mon wed la mass miss ore pa va md ind del ed art co no rep gen mt ga ala ark mil min max det ch sec fig st wash trans',
);
const OTHER = set(ANYWHERE);

/** Whether a full stop after this word belongs to it. `next` is what follows the stop and any blanks. */
export function keepsStop(word: string, next: string): boolean {
  const folded = word.toLowerCase();
  if (NUMBERED.has(folded) && /^\d/.test(next)) return true;
  if (CAPITALISED.has(folded) && word === folded) return false;
  if (MONTHS.has(folded)) return /^\d/.test(next) || !CAPITALISED.has(folded);
  return TITLES.has(folded) || OTHER.has(folded);
}
