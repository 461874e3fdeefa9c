export const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ', 'X']);
export const HEADS = new Set(['NOUN', 'PROPN', 'X']);
export const SPONSORED = new Set([
  'led',
  'backed',
  'supported',
  'allied',
  'aligned',
  'trained',
  'sponsored',
  'funded',
  'brokered',
  'installed',
  'appointed',
  'imposed',
]);
/** "Russian-installed": those who hold an office for whoever put them there. */
export const INSTALLED = new Set(['installed', 'appointed', 'imposed']);
export const OUTSIDE = new Set([
  'foreign',
  'international',
  'coalition',
  'allied',
  'rebel',
  'mutinous',
  'mutinying',
  'renegade',
  'rogue',
  'dissident',
  'breakaway',
  'defecting',
  'opposition',
  'rebellious',
  'kurdish',
  // Of states that are no more, and of peoples: not the army of whoever the report is about.
  'yugoslav',
  'soviet',
  'serb',
  'croat',
  'tamil',
  'tuareg',
  'tribal',
  'separatist',
  "shi'ite",
  'shiite',
  'sunni',
  'shia',
  'islamist',
  'jihadist',
  'western',
  'european',
  'arab',
  'nato',
  'un',
  'peacekeeping',
  'enemy',
  'invading',
  'occupying',
  'hostile',
  'both',
  'joint',
  'two',
  'religious',
]);
const TIMES = new Set([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'today',
  'yesterday',
  'tomorrow',
  'day',
  'morning',
  'afternoon',
  'evening',
  'night',
  'overnight',
  'earlier',
  'later',
  'last',
  'next',
]);
export const HYPHENS = new Set(['-', '‑', '–']);
export const POSSESSIVES = new Set(["'s", '’s', "'", '’']);
export const PRONOUNS = new Set(['its', 'their', 'his', 'her', 'our', 'whose', 'my', 'your']);
/** Nouns of people after which a name may stand: "spokesman Zabihullah Mujahid". */
export const BEFORE_NAMES = new Set(['post', 'official']);
export const GOVERNMENT = new Set([
  'government',
  'pro-government',
  'regime',
  'loyalist',
  'national',
  'federal',
]);
/** "an al Qaeda splinter group" is not al Qaeda. */
export const OFFSHOOTS = new Set([
  'splinter',
  'offshoot',
  'affiliate',
  'affiliates',
  'affiliated',
  'linked',
  'inspired',
  'breakaway',
  'rival',
]);
/** "both armies": not those of one state. */
export const MANY = new Set(['both', 'two', 'neither', 'either', 'rival', 'warring']);
export const LONGEST_MODIFIERS = 8;

export const isTimeWord = (word: string) => TIMES.has(word);
