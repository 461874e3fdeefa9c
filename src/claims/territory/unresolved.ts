/** Why the place of a claim is not resolved, in the words that the claim gives; rules that look again ask for these. */
export const SITE_NOT_LISTED = 'a named site that the gazetteer does not have';
export const SITE_UNPLACED = 'a site whose place is not named';
export const DESCRIBED = 'place described, not named';
export const COUNTED = 'places counted, not named';
/** "It", where no place is in focus: of a name that only a claim may know. */
export const PENDING = 'a pronoun, and no place named';
