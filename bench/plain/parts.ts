/** A war with two sides, as its reports call them, and towns that they fight for. */
export interface War {
  readonly opening: string;
  readonly day: string;
  readonly sides: readonly [Side, Side];
  readonly towns: readonly string[];
}

export interface Side {
  /** Whose gains they are, as the annotations of the control set would say it. */
  readonly name: string;
  readonly called: readonly string[];
}

/** `{P}` is the place, `{O}` the other side. `by` is whose deed it is in the end, when not the subject's. */
export interface Deed {
  readonly kind: 'captured' | 'held' | 'contested' | 'besieged' | 'withdrew';
  readonly past: string;
  readonly participle: string;
  readonly by?: 'other';
}

/** A clause of its own: `{S}` is who does it. */
export interface Told {
  readonly kind: Deed['kind'];
  readonly clause: string;
  readonly by: 'one' | 'other' | 'either';
}

/** How a place is named; `{P}`, `{Q}`, `{R}` are towns. `told` are those of which something is said. */
export interface Naming {
  readonly words: string;
  readonly told: readonly string[];
}

/** What stands around: `{CLAUSE}` is finite, `{HAD}` in the past perfect; `{S} {PAST}`, `{S} … {DONE}` need a verb. */
export type Around = string;

export const WARS: readonly War[] = [
  {
    opening: 'Afghanistan has had a hard year.',
    day: '2021-07-20',
    sides: [
      {
        name: 'Taliban',
        called: ['the Taliban', 'Taliban fighters', 'Taliban insurgents', 'the Taliban movement'],
      },
      {
        name: 'Afghan government',
        called: ['government forces', 'Afghan troops', 'Afghan security forces', 'the Afghan army'],
      },
    ],
    towns: ['Kunduz', 'Taloqan', 'Imam Sahib', 'Farah', 'Zaranj', 'Kandahar'],
  },
  {
    opening: 'The war in Syria has flared up again.',
    day: '2024-12-02',
    sides: [
      {
        name: 'Hayat Tahrir al-Sham',
        called: ['Hayat Tahrir al-Sham', 'HTS fighters', 'fighters of Hayat Tahrir al-Sham (HTS)'],
      },
      {
        name: 'Syrian government',
        called: ['the Syrian army', 'Syrian government forces', "Assad's forces", 'Syrian troops'],
      },
    ],
    towns: ['Hama', 'Aleppo', 'Homs', 'Saraqib', 'Manbij'],
  },
  {
    opening: 'Iraq is at war with Islamic State.',
    day: '2016-10-20',
    sides: [
      {
        name: 'Islamic State',
        called: [
          'Islamic State',
          'Islamic State militants',
          'IS fighters',
          'the Islamic State group',
        ],
      },
      {
        name: 'Iraqi government',
        called: [
          'Iraqi forces',
          'the Iraqi army',
          "Iraq's counter-terrorism service",
          'Iraqi troops',
        ],
      },
    ],
    towns: ['Mosul', 'Tikrit', 'Ramadi', 'Fallujah', 'Tal Afar'],
  },
  {
    opening: 'Sudan has been at war since April 2023.',
    day: '2025-05-10',
    sides: [
      {
        name: 'RSF',
        called: ['the RSF', 'the paramilitary Rapid Support Forces (RSF)', 'RSF fighters'],
      },
      {
        name: 'Sudanese army',
        called: ['the Sudanese army', 'the army', 'Sudanese government troops', 'army units'],
      },
    ],
    towns: ['El Fasher', 'Wad Madani', 'Babanusa', 'Nyala', 'Bara'],
  },
  {
    opening: 'The war in Ukraine is in its second year.',
    day: '2023-02-10',
    sides: [
      {
        name: 'Russia',
        called: ['Russian forces', 'Russian troops', "Moscow's forces", 'the Russian army'],
      },
      {
        name: 'Ukraine',
        called: ['Ukrainian forces', "Kyiv's forces", 'the Ukrainian army', 'Ukraine'],
      },
    ],
    towns: ['Bakhmut', 'Kupiansk', 'Lyman', 'Vovchansk', 'Pokrovsk'],
  },
  {
    opening: 'The east of the Democratic Republic of Congo is at war.',
    day: '2025-02-05',
    sides: [
      {
        name: 'M23',
        called: ['M23', 'the M23 rebels', 'Rwanda-backed M23 rebels', 'the March 23 Movement'],
      },
      {
        name: 'DR Congo government',
        called: ['the Congolese army', 'Congolese government troops', 'the FARDC'],
      },
    ],
    towns: ['Goma', 'Sake', 'Bukavu', 'Masisi', 'Uvira'],
  },
  {
    opening: 'The war in the north of Ethiopia has spread.',
    day: '2021-11-02',
    sides: [
      {
        name: 'Tigrayan forces',
        called: ['Tigrayan forces', 'Tigrayan fighters', 'the TPLF'],
      },
      {
        name: 'Ethiopian government',
        called: ['the Ethiopian army', 'Ethiopian government forces', 'Ethiopian soldiers'],
      },
    ],
    towns: ['Mekelle', 'Dessie', 'Lalibela', 'Kombolcha', 'Shire'],
  },
  {
    opening: 'Myanmar has been at war with itself since the coup of 2021.',
    day: '2024-08-05',
    sides: [
      {
        name: 'Arakan Army',
        called: ['the Arakan Army', 'the Arakan Army (AA)', 'Arakan Army fighters'],
      },
      {
        name: 'Myanmar army',
        called: ['the junta', 'junta troops', 'the Myanmar army', 'Myanmar soldiers'],
      },
    ],
    towns: ['Lashio', 'Laukkai', 'Myawaddy', 'Kyaukme', 'Thandwe'],
  },
];

const deeds = (kind: Deed['kind'], ...forms: readonly string[]): readonly Deed[] =>
  forms.map((form) => {
    const [past, participle] = form.split(' | ');
    return { kind, past: past!, participle: participle ?? past! };
  });

export const DEEDS: readonly Deed[] = [
  ...deeds(
    'captured',
    'captured {P}',
    'seized {P}',
    'took {P} | taken {P}',
    'took control of {P} | taken control of {P}',
    'retook {P} | retaken {P}',
    'recaptured {P}',
    'overran {P} | overrun {P}',
    'captured {P} from {O}',
    'wrested {P} from {O}',
    'drove {O} out of {P} | driven {O} out of {P}',
    'pushed {O} out of {P}',
    'expelled {O} from {P}',
    'gained full control of {P}',
    'took over {P} | taken over {P}',
    'won back {P}',
    'took back {P} | taken back {P}',
    'cleared {P} of {O}',
    'liberated {P}',
    'conquered {P}',
    'regained {P}',
  ),
  { kind: 'captured', past: 'lost {P} to {O}', participle: 'lost {P} to {O}', by: 'other' },
  ...deeds(
    'held',
    'held {P}',
    'controlled {P}',
    'remained in control of {P}',
    'held on to {P}',
    'repelled an attack by {O} on {P}',
    'beat back an assault on {P} | beaten back an assault on {P}',
    'kept control of {P}',
    'retained {P}',
    'defended {P} against {O}',
  ),
  ...deeds(
    'contested',
    'attacked {P}',
    'launched an attack on {P}',
    'fought {O} in {P}',
    'advanced on {P}',
    'closed in on {P}',
    'pushed into {P}',
    'launched an offensive against {P}',
    'reached the outskirts of {P}',
    'clashed with {O} in {P}',
    'battled {O} for {P}',
    'began an assault on {P} | begun an assault on {P}',
  ),
  ...deeds(
    'besieged',
    'besieged {P}',
    'surrounded {P}',
    'encircled {P}',
    'laid siege to {P}',
    'cut off {P}',
    'blockaded {P}',
  ),
  ...deeds(
    'withdrew',
    'withdrew from {P} | withdrawn from {P}',
    'pulled out of {P}',
    'left {P}',
    'abandoned {P}',
    'fled {P}',
    'retreated from {P}',
    'gave up {P} | given up {P}',
    'abandoned their positions in {P}',
    'pulled back from {P}',
  ),
];

export const CLAUSES: readonly Told[] = [
  { kind: 'captured', clause: '{P} was captured by {S}', by: 'one' },
  { kind: 'captured', clause: '{P} fell to {S}', by: 'one' },
  { kind: 'captured', clause: '{P} had been taken by {S}', by: 'one' },
  { kind: 'captured', clause: '{P} is now in the hands of {S}', by: 'one' },
  { kind: 'captured', clause: '{P} came under the control of {S}', by: 'one' },
  { kind: 'captured', clause: '{P} was overrun by {S}', by: 'one' },
  { kind: 'captured', clause: '{P} was lost to {S}', by: 'one' },
  { kind: 'held', clause: '{P} is under the control of {S}', by: 'one' },
  { kind: 'held', clause: '{P} remained in the hands of {S}', by: 'one' },
  { kind: 'held', clause: '{P} is held by {S}', by: 'one' },
  { kind: 'contested', clause: 'fighting continued in {P} between {S} and {O}', by: 'either' },
  { kind: 'contested', clause: '{P} was attacked by {S}', by: 'one' },
  { kind: 'contested', clause: '{P} came under attack from {S}', by: 'one' },
  { kind: 'besieged', clause: '{P} is surrounded by {S}', by: 'one' },
  { kind: 'besieged', clause: '{P} is encircled by {S}', by: 'one' },
  { kind: 'withdrew', clause: '{O} were driven out of {P} by {S}', by: 'other' },
  { kind: 'withdrew', clause: '{O} were forced out of {P}', by: 'other' },
];

export const NAMINGS: readonly Naming[] = [
  { words: '{P}', told: ['{P}'] },
  { words: 'the town of {P}', told: ['{P}'] },
  { words: 'the strategic city of {P}', told: ['{P}'] },
  { words: 'the neighbouring town of {P}', told: ['{P}'] },
  { words: 'the district of {P}', told: ['{P}'] },
  { words: '{P} district', told: ['{P}'] },
  { words: 'war-torn {P}', told: ['{P}'] },
  { words: 'eastern {P}', told: ['{P}'] },
  { words: 'the centre of {P}', told: ['{P}'] },
  { words: 'most of {P}', told: ['{P}'] },
  { words: 'large parts of {P}', told: ['{P}'] },
  { words: 'the northern suburbs of {P}', told: ['{P}'] },
  { words: '{P}, a key town on the main road,', told: ['{P}'] },
  { words: '{P}, one of the largest cities in the country,', told: ['{P}'] },
  { words: '{P}, some 40 km from {Q},', told: ['{P}'] },
  { words: 'the airport in {P}', told: ['{P}: airport'] },
  { words: 'the military base at {P}', told: ['{P}: base'] },
  { words: 'the police headquarters in {P}', told: ['{P}: police headquarters'] },
  { words: '{P} and {Q}', told: ['{P}', '{Q}'] },
  { words: 'the towns of {P} and {Q}', told: ['{P}', '{Q}'] },
  { words: '{P}, {Q} and {R}', told: ['{P}', '{Q}', '{R}'] },
];

/** Round any clause. */
export const AROUND: readonly Around[] = [
  '{CLAUSE}.',
  '{CLAUSE} on Tuesday.',
  'Officials said {HAD}.',
  '{CLAUSE}, the governor said.',
  '{CLAUSE}, according to two residents reached by phone.',
  'In a statement on Monday, the ministry said that {HAD}.',
  'Witnesses told a local radio station that {HAD} late on Sunday.',
  'The announcement came a day after {CLAUSE}.',
  'The governor, who spoke by telephone, said {HAD} during the night.',
  'After days of heavy fighting, {CLAUSE}, two officials said.',
  'The two sides agreed on a truce last month, but on Saturday {CLAUSE}.',
  'Thousands of people have fled to the border since {CLAUSE}, aid workers said.',
];

/** Round a verb with its subject. */
export const AROUND_VERBS: readonly Around[] = [
  '{S} launched a wide offensive last week, having {DONE}.',
  'A spokesman said {S}, together with allied militias, had also {DONE}.',
  '{S} have {DONE} for the first time since 2015.',
  '{S} {PAST} on Friday and sent reinforcements to the border, a lawmaker said.',
  '{S} {PAST}, killing at least 12 people, local media reported.',
  'Backed by drones and heavy guns, {S} {PAST} on Thursday.',
  'Overnight {S} {PAST}, a monitoring group said.',
];
