import { describe, expect, test } from 'vitest';
import { claimsIn } from './read.ts';

/** Place, who says it (with the side spoken for), and how surely: of each claim about control. */
const told = (body: string) =>
  claimsIn(body)
    .filter(({ kind }) => kind.startsWith('control.'))
    .map(({ place, chain, polarity, modality }) => {
      const speaker = chain.find(({ role }) => role === 'speaker');
      const who = speaker ? `${speaker.name}${speaker.id ? ` of ${speaker.id}` : ''}` : 'nobody';
      const put = polarity === 'negative' ? 'denied' : modality;
      return `${'id' in place ? place.name : place.text}: ${who}, ${put}`;
    });

describe('who says it', () => {
  test.each([
    // Of several who say it, the tree left the first behind in what is said.
    ['Fighters of HTS took Hama on Tuesday, witnesses and a hospital worker said.', 'witnesses'],
    ['The Taliban took Kunduz, three residents and a doctor told Reuters.', 'residents'],
    ['The RSF left Nyala on Sunday, a resident, a trader and a police officer said.', 'resident'],
    // The verb of saying was a second deed of those who took the town.
    [
      'The RSF had taken Nyala, Nabil Abdallah, a spokesman for the army, wrote on X.',
      'Nabil Abdallah',
    ],
    ['"The RSF retook Nyala after heavy fighting," the statement read.', 'the statement'],
    // What a reporter sees, he tells.
    ['Russian troops took control of Avdiivka, an AFP reporter saw.', 'AFP reporter'],
    ['A Reuters correspondent saw that the RSF had taken Nyala.', 'Reuters correspondent'],
    // Behind "who", whom it stands for.
    ['A local elder, who denied that Nyala had fallen, has left.', 'local elder'],
    // The tree lost the verb of saying that closes the sentence.
    [
      'Ukraine has withdrawn its troops from Avdiivka, the new commander-in-chief, Oleksandr Syrskyi, announced in the early hours of Saturday.',
      'Oleksandr Syrskyi',
    ],
    [
      'The RSF took Nyala on Saturday, the head of the council announced, just over a year after its last attack.',
      'head',
    ],
    [
      'The Taliban have seized Ghazni, a lawmaker from the province has confirmed to us.',
      'lawmaker',
    ],
    // A comma cut off what was announced.
    [
      'The general staff announced on Tuesday that its units, supported by instructors, took Kidal.',
      'Malian general staff',
    ],
    // Media that quote somebody pass his words on.
    ['State media quoted a commander as saying the army had retaken Nyala.', 'commander'],
    // The name stands beside the post that "he" means.
    [
      'Mahmoud Ali, a military spokesman, spoke on Sunday. He said the army had retaken Nyala.',
      'Mahmoud Ali',
    ],
    [
      "The army's spokesman, Nabil Abdallah, was in Port Sudan. He said the RSF had left Nyala.",
      'Nabil Abdallah',
    ],
    ['A day earlier Nabil Abdallah had said that the RSF had left Nyala.', 'Nabil Abdallah'],
    // What is so while he speaks, he tells; what was so before, the reporter.
    [
      'The mayor said soldiers had gone to Nyala airport, which is still held by the army.',
      'mayor',
    ],
    // Nobody says what he is said to have done.
    ['The Taliban were reported to have taken Kunduz.', 'nobody'],
    ['The Taliban were said to have taken Kunduz.', 'nobody'],
    ["Haftar's forces are said by residents to have overrun Gharyan.", 'residents'],
  ])('%s', (body, speaker) => {
    expect(told(body).map((one) => one.replace(/^.*?: |,.*$| of .*$/g, ''))).toEqual([speaker]);
  });

  test.each([
    // The statement, and the spokesman, speak for whoever they are.
    [
      'The RSF said in a statement that 12 had died. The statement added that the RSF had taken Nyala.',
      'Nyala: The statement of rapid-support-forces, stated',
    ],
    [
      'In a statement, the Taliban spoke of losses. According to the statement, the Taliban had surrounded Zaranj.',
      'Zaranj: the statement of taliban, stated',
    ],
    [
      'The RSF captured Nyala, a spokesman said.',
      'Nyala: spokesman of rapid-support-forces, stated',
    ],
    // Whose forces they are, he speaks for.
    [
      'Ukraine holds on. The 7th corps said its units still held Pokrovsk.',
      'Pokrovsk: The 7th corps of ukraine-government, stated',
    ],
    [
      'Iraqi forces have retaken Tal Afar, the joint operations command said.',
      'Tal Afar: the joint operations command of iraq-government, stated',
    ],
    [
      'Tuareg rebels captured Kidal, rebel sources said.',
      'Kidal: rebel sources of coordination-of-azawad-movements, stated',
    ],
    // Residents who speak with a police officer do not speak for the state.
    ['The RSF captured Nyala, residents and a police officer said.', 'Nyala: residents, stated'],
  ])('for whom: %s', (body, expected) => {
    expect(told(body)).toContain(expected);
  });

  test.each([
    'The RSF took Nyala and Zalingei, residents said.',
    'Shells hit a school in Nyala, and a doctor said the RSF had taken Zalingei.',
  ])('a town is nobody who speaks: %s', (body) => {
    for (const one of told(body)) expect(one).toMatch(/: (?:residents|doctor), stated$/);
  });
});

describe('how surely', () => {
  test.each([
    // Of what has been, "may" is doubt and no forecast.
    ['The Taliban may have taken Kunduz, officials said.', 'hedged'],
    ['Kunduz may still be in the hands of the Taliban.', 'hedged'],
    ['The Taliban may take Kunduz, officials said.', 'predicted'],
    ['Reuters could not independently verify that the Taliban had taken Kunduz.', 'hedged'],
    ['It was not possible to verify the claim that the Taliban had taken Kunduz.', 'hedged'],
    ['AFP was unable to verify reports that the Taliban had taken Kunduz.', 'hedged'],
    ['Reports that the RSF had besieged Nyala could not be verified.', 'hedged'],
    ['Reports, still unconfirmed, said the Taliban had taken Kunduz.', 'hedged'],
    // The names were subjects of what follows, and the claims were lost.
    ['The army said reports that the RSF had seized Nyala were false.', 'denied'],
    ['The Ukrainian military dismissed claims that Russian forces had seized Avdiivka.', 'denied'],
    // The second verb was told as a gain.
    ['The army said the RSF had not attacked or taken Nyala.', 'denied'],
    // What is heard, and what one would only say, is no supposition.
    ['Shots can be heard in Nyala, where the army is still holding out.', 'stated'],
    ['The command wishes to state that troops repelled an attack on Nyala.', 'stated'],
    ['The rebels promised a second assault on Nyala.', 'planned'],
    ['The army is preparing an assault on El Fasher.', 'planned'],
    // "Overrun" was a quality to the tagger.
    ['Analysts say Ethiopian troops intend to overrun Lalibela.', 'planned'],
  ])('%s', (body, put) => {
    const all = told(body).map((one) => one.replace(/^.*, /, ''));
    expect(new Set(all)).toEqual(new Set([put]));
  });
});
