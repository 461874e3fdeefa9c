/** A town that is fought over, its country's capital, one abroad, who attacks, and whose army defends. */
export interface War {
  readonly town: string;
  readonly capital: string;
  readonly abroad: string;
  readonly side: string;
  readonly army: string;
}

export const WARS: readonly War[] = [
  ['Kunduz', 'Kabul', 'Islamabad', 'Taliban fighters', 'the army'],
  ['Goma', 'Kinshasa', 'Kigali', 'M23 rebels', 'the Congolese army'],
  ['Kupiansk', 'Kyiv', 'Moscow', 'Russian troops', 'Ukrainian forces'],
  ['El Fasher', 'Port Sudan', 'Cairo', 'RSF fighters', 'the Sudanese army'],
].map(([town, capital, abroad, side, army]) => ({
  town: town!,
  capital: capital!,
  abroad: abroad!,
  side: side!,
  army: army!,
}));

export const OPENINGS: readonly ((war: War) => string)[] = [
  ({ side, town }) => `${side} attacked ${town} on Monday.`,
  ({ town }) => `Heavy fighting was reported in ${town} on Monday.`,
  ({ town }) => `${town} has been under attack for three days.`,
];

/** What stands between: nothing is fought over in it. */
export const BETWEEN: readonly ((war: War) => string)[] = [
  ({ capital }) => `A spokesman in ${capital} gave no details.`,
  ({ capital }) => `The minister flew back to ${capital} overnight.`,
  ({ capital }) => `The news caused alarm in ${capital}.`,
  ({ capital }) => `${capital} sent reinforcements.`,
  ({ capital }) => `The road to ${capital} was cut.`,
  ({ capital }) => `Thousands fled towards ${capital}.`,
  ({ capital }) => `A convoy that left ${capital} on Friday has not arrived.`,
  ({ capital, abroad }) => `The president left ${capital} for ${abroad} on Sunday.`,
  ({ capital }) => `Flights from ${capital} were cancelled.`,
  ({ capital }) => `Residents of ${capital} stocked up on food.`,
  ({ abroad }) => `In ${abroad}, the foreign ministry called for calm.`,
  ({ abroad }) => `${abroad} denied any part in it.`,
  ({ abroad }) => `An analyst based in ${abroad} called it a turning point.`,
  ({ abroad }) => `Talks in ${abroad} ended without result.`,
];

/** What is told of the town, by no name. */
export const TOLD: readonly ((war: War) => string)[] = [
  ({ side }) => `The city fell to ${side} at dawn.`,
  ({ side }) => `${side} have captured the airport.`,
  ({ side }) => `${side} have since taken full control of the city.`,
  ({ side }) => `It is now in the hands of ${side}.`,
  ({ capital, army }) => `Officials in ${capital} said ${army} had withdrawn from the city.`,
  ({ army }) => `A spokesman said ${army} still held the airport and the governor's office.`,
  ({ side }) => `A resident reached by phone said ${side} were patrolling the streets.`,
  ({ army }) => `The town centre was retaken by ${army} in the evening.`,
];

/** Towns that no list has. */
export const UNLISTED = ['Qarbanu', 'al-Qarba', 'Deh Qarban'];
export const QUIET = 'Shops were open in Kunduz on Sunday, residents said.';

/** What leaves it open, or says that it is not so. */
export const OPEN = [
  'There is no evidence that CLAUSE, an analyst said.',
  'It is not true that CLAUSE, the governor said.',
  'There were unconfirmed reports that CLAUSE.',
  'The agency could not verify that CLAUSE.',
  'The ministry denied that CLAUSE.',
  'The channel falsely reported that CLAUSE.',
  'Contrary to reports that CLAUSE, shops were open, residents said.',
  'Days after claims that CLAUSE turned out to be wrong, shops were open.',
  'Rumours spread that CLAUSE.',
  'No one has said that CLAUSE.',
  'Nobody has confirmed that CLAUSE.',
  'That CLAUSE is a lie, the ministry said.',
  'The governor dismissed claims that CLAUSE.',
  'It was unclear whether CLAUSE.',
  'Even if CLAUSE, the war would go on, he said.',
  'Is it true that CLAUSE?',
];

/** Who says it, and the words for him. */
export const SPEAKERS: readonly (readonly [string, RegExp])[] = [
  ['"SENTENCE," Shah Mohammad, 42, a shopkeeper in the city, told AFP.', /Shah Mohammad/],
  ['"SENTENCE," said Shah Mohammad, a shopkeeper.', /Shah Mohammad/],
  ['SENTENCE, Karim Noorzai, a provincial councillor, told Reuters by telephone.', /Noorzai/],
  ['SENTENCE, according to two members of parliament.', /members? of parliament/],
  [
    'In a statement on Tuesday, the defence ministry said CLAUSE.',
    /defen[cs]e ministry|Ministry of Defence/i,
  ],
  ['Governor Abdul Qani was quoted by Pajhwok as saying that CLAUSE.', /Qani/],
  ['The road is closed, Governor Abdul Qani said, adding that CLAUSE.', /Qani/],
  ['A security official, who asked not to be named, said CLAUSE.', /security official/],
];
