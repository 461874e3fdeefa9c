import { expect, test } from 'vitest';
import { claimsIn } from './read.ts';

const told = (body: string) =>
  claimsIn(body)
    .filter(({ kind }) => kind.startsWith('control.'))
    .map(({ kind, polarity, modality }) =>
      [kind.slice('control.'.length), polarity === 'negative' ? 'not' : modality].join(' '),
    );

/** Told as facts once. */
test.each([
  ['The police kept the M23 fighters from taking Goma.', ['captured not']],
  ['The army was fighting to keep the M23 fighters from taking Goma.', ['captured hypothetical']],
  [
    'Kabul could be cut off by the Taliban within a month and captured in three.',
    ['besieged predicted', 'captured predicted'],
  ],
  ['Russian troops vowed to be in Kyiv within days.', ['captured planned']],
  ['A column of Russian troops is coming to seize Kupiansk.', ['captured planned']],
  ['Taking Pokrovsk is the main goal of the Russian army.', ['captured planned']],
  ['Russia has made the capture of Pokrovsk its priority.', ['captured planned']],
  ['The main goal of the Russian army remains the capture of Pokrovsk.', ['captured planned']],
  [
    'Posts claiming M23 fighters had captured Goma were false, the governor said.',
    ['captured not'],
  ],
  ['M23’s claim to have captured Goma is a lie, the army said.', ['captured not']],
  ['There was talk of the capture of Goma by M23 fighters.', ['captured hedged']],
  ['The Congolese army denied the report: Goma has not been taken by M23.', ['captured not']],
])('%s', (body, wanted) => {
  expect(told(body)).toEqual(wanted);
});

/** And these are facts. */
test.each([
  ['Russia’s army said the capture of Pokrovsk was its biggest success.', ['captured stated']],
  ['M23 fighters came to Goma on Monday and seized it.', ['captured stated']],
  ['Kabul was cut off and captured by the Taliban.', ['besieged stated', 'captured stated']],
  ['M23 fighters captured Goma, their main goal.', ['captured stated']],
  ['The Congolese army denied the report: Goma is still in its hands.', ['held stated']],
])('%s', (body, wanted) => {
  expect(told(body)).toEqual(wanted);
});
