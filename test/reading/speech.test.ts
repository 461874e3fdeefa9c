import { describe, expect, test } from 'vitest';
import type { Mention } from '../../src/domain/index.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadSpeech } from '../../src/node/speech.ts';
import { findSpeech } from '../../src/reading/speech.ts';
import { findTimes } from '../../src/reading/times.ts';
import { parsed } from './parsed.ts';

const resources = await loadSpeech(packageRoot());

function speechIn(body: string) {
  const text = parsed(body, '2021-08-05');
  const mentions: readonly Mention[] = findTimes(text).map((draft, id) => ({ ...draft, id }));
  return findSpeech(text, mentions, resources);
}

/** "source <cue> content … content", with `(via relays)` and anything but a plain "says". */
const shown = (body: string) =>
  speechIn(body).map(({ source, cue, content, relays, stance, hedged }) => {
    const words = ({ start, end }: { start: number; end: number }) => body.slice(start, end);
    const via = relays.length > 0 ? ` (via ${relays.map(({ text }) => text).join(', ')})` : '';
    const manner = `${stance === 'says' ? '' : ` ${stance}`}${hedged ? ' hedged' : ''}`;
    const spans = content.map(words).join(' … ');
    return `${source?.text ?? '?'}${via} <${cue === null ? '' : words(cue)}>${manner} ${spans}`;
  });

const CASES: readonly (readonly [string, readonly string[]])[] = [
  // Where the source stands.
  ['Officials said the city had fallen.', ['Officials <said> the city had fallen']],
  ['The city had fallen, officials said.', ['officials <said> The city had fallen']],
  ['"The city has fallen," the governor said.', ['the governor <said> "The city has fallen,"']],
  ['The governor said: “The city has fallen.”', ['The governor <said> “The city has fallen.”']],
  [
    '"We left last night," said Abdul Karim, a member of parliament.',
    ['Abdul Karim, a member of parliament <said> "We left last night,"'],
  ],
  [
    'Between 1 and 7 March the units of the group repelled 14 attacks, the ministry said in a statement.',
    ['the ministry <said> Between 1 and 7 March the units of the group repelled 14 attacks'],
  ],
  // What opens a line is neither said nor says.
  [
    '14:05 GMT – Officials in Bakhmut said that shelling went on.',
    ['Officials in Bakhmut <said> that shelling went on'],
  ],
  [
    'KABUL, Afghanistan (AP) — The governor said that the city had fallen.',
    ['The governor <said> that the city had fallen'],
  ],
  // Phrases.
  [
    'The town fell, according to residents reached by phone.',
    ['residents reached by phone <according to> The town fell'],
  ],
  [
    'According to the defence ministry, the army retook the town.',
    ['the defence ministry <According to> the army retook the town'],
  ],
  [
    'According to a statement carried by Tolo News, the army retook the town.',
    ['a statement carried by Tolo News (via Tolo News) <According to> the army retook the town'],
  ],
  // Stance.
  [
    'The ministry denied that the city had fallen.',
    ['The ministry <denied> denies that the city had fallen'],
  ],
  [
    'The Taliban claimed that they held the airport.',
    ['The Taliban <claimed> claims that they held the airport'],
  ],
  [
    'Ukraine confirmed that its troops had left.',
    ['Ukraine <confirmed> confirms that its troops had left'],
  ],
  [
    'The army warned that shelling would go on.',
    ['The army <warned> warns that shelling would go on'],
  ],
  [
    'The ministry could not confirm that the city had fallen.',
    ['The ministry <could not confirm> doubts that the city had fallen'],
  ],
  // Nobody is named.
  [
    'The Taliban are believed to be in control of half of the district.',
    ['? <are believed> hedged The Taliban … to be in control of half of the district'],
  ],
  // Relays.
  [
    'Alexander Vikantov was quoted by Interfax as saying that the offensive had stalled.',
    ['Alexander Vikantov (via Interfax) <was quoted> that the offensive had stalled'],
  ],
  [
    'A news agency reported, citing a council member, that Taloqan had fallen.',
    ['a council member (via A news agency) <reported> that Taloqan had fallen'],
  ],
  [
    'The Taliban “said they have captured the province”.',
    ['The Taliban <said> they have captured the province'],
  ],
  // A quote that runs on.
  [
    '"We left last night," the mayor said. "There was no fighting."',
    ['the mayor <said> "We left last night," … "There was no fighting."'],
  ],
  [
    '“We left last night,” the mayor said. “There was no fighting.\n\n“There was nobody.”',
    ['the mayor <said> “We left last night,” … “There was no fighting.\n\n“There was nobody.”'],
  ],
  // What stands before a cue set off by commas is said too.
  [
    "At least three rockets hit the airport overnight, the group's spokesperson said, to stop the air strikes.",
    [
      "the group's spokesperson <said> At least three rockets hit the airport overnight … to stop the air strikes",
    ],
  ],
  [
    'The fighters, a witness said, entered the town at dawn.',
    ['a witness <said> The fighters … entered the town at dawn'],
  ],
  [
    'They moved in, a spokesman said, because police had left their posts.',
    ['a spokesman <said> They moved in … because police had left their posts'],
  ],
  // … but not what its teller goes on with.
  [
    'The town has fallen, a witness said, as gunfire was heard in the distance.',
    ['a witness <said> The town has fallen'],
  ],
  // An infinitive ends before a clause with a subject of its own.
  [
    'The army claimed to have repelled the attack, but next day the rebels captured the town.',
    ['The army <claimed> claims to have repelled the attack'],
  ],
  // What is about to happen is nobody's word.
  ['The rebels are threatening to take over the town.', []],
  // A happening is somebody's word.
  [
    'The fall of Kunduz was confirmed by the provincial governor.',
    ['the provincial governor <was confirmed> confirms The fall of Kunduz'],
  ],
];

describe('speech', () => {
  test.each(CASES)('%s', (body, expected) => {
    expect(shown(body)).toEqual(expected);
  });

  test('speech in speech nests', () => {
    const [outer, inner] = speechIn('Prigozhin said Kyiv had denied that its troops had left.');
    expect(outer).toMatchObject({ source: { text: 'Prigozhin' } });
    expect(inner).toMatchObject({ source: { text: 'Kyiv' }, stance: 'denies', within: outer!.id });
  });

  test('a participle shares the speaker before it', () => {
    const found = speechIn(
      '"The war is lost," Vikantov said, adding that Russia would press for talks.',
    );
    expect(found.map(({ source }) => source?.text)).toEqual(['Vikantov', 'Vikantov']);
  });

  test('the speaker who is named later spoke the words before, through the same agency', () => {
    const [first] = speechIn(
      'A senior Russian official says the offensive is running out of steam.\n\n' +
        'Alexander Vikantov, a deputy head at the ministry, was quoted by Interfax news agency as making the comment on Thursday.',
    );
    expect(first).toMatchObject({
      source: { text: 'A senior Russian official' },
      relays: [{ text: 'Interfax news agency' }],
      said: { start: '2021-08-05' },
    });
  });

  test('the time beside the cue is when it was said', () => {
    const [speech] = speechIn('The governor said on Wednesday that the city fell on Monday.');
    expect(speech?.said).toMatchObject({ start: '2021-08-04', end: '2021-08-04' });
  });

  test('a transcript gives each paragraph to its speaker', () => {
    const body = [
      'WALLACE: Who holds it?',
      'PENCE: We do. All of it.',
      'WALLACE: Sure?',
      'PENCE: Yes.',
    ];
    expect(shown(body.join('\n\n'))).toContain('PENCE <:> We do. All of it.');
  });

  test.each([
    'The army retook the town.',
    'KABUL: The army retook the town.',
    'The so-called "safe zone" was hit.',
    'They continued to fight.',
  ])('no speech: %s', (body) => {
    expect(shown(body)).toEqual([]);
  });
});
