import { describe, expect, test } from 'vitest';
import type { Mention } from '../../src/domain/index.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadSpeech } from '../../src/node/speech.ts';
import { findSpeech } from '../../src/reading/speech.ts';
import { findTimes } from '../../src/reading/times.ts';
import { parsed } from './parsed.ts';

const resources = await loadSpeech(packageRoot());

/** "source: stance content … content", one line a piece of speech. */
function spoken(paragraphs: readonly string[]) {
  const body = paragraphs.join('\n\n');
  const text = parsed(body, '2021-08-05');
  const mentions: readonly Mention[] = findTimes(text).map((draft, id) => ({ ...draft, id }));
  return findSpeech(text, mentions, resources).map(({ source, stance, content }) => {
    const words = content.map(({ start, end }) => body.slice(start, end)).join(' … ');
    return `${source?.text ?? '?'} ${stance}: ${words.replace(/\n\n/g, ' | ')}`;
  });
}

/** Each has what must be found among the speech of a text, and sources that nobody may be. */
const TEXTS: readonly {
  readonly name: string;
  readonly text: readonly string[];
  readonly found: readonly string[];
  readonly not?: RegExp;
}[] = [
  {
    name: 'a quote over three paragraphs, its speaker named after the last',
    text: [
      'The governor spoke to reporters on Friday evening.',
      '“We have lost three districts in two days. The roads to the south are closed.',
      '“If no help comes, the city will be next.',
      '“I have told the ministry so,” Karim Sadat said.',
    ],
    found: [
      'Karim Sadat says: “We have lost three districts in two days. The roads to the south are closed. | “If no help comes, the city will be next. | “I have told the ministry so,”',
    ],
  },
  {
    name: 'scare quotes, and a source inside the sentence',
    text: [
      'Residents of the so-called “safe zone” fled. “There was no command post here,” said Fatima Haddad, a teacher. “There was a bakery.”',
    ],
    found: [
      'Fatima Haddad, a teacher says: “There was no command post here,” … “There was a bakery.”',
    ],
    not: /safe zone/,
  },
  {
    name: 'a spokesman for a group, and sentences that go on with it',
    text: [
      'Rebels have taken the airport, a spokesman for the group said. He added that fighting was going on near the port. The group also said it had captured 40 soldiers.',
    ],
    found: [
      'a spokesman for the group says: Rebels have taken the airport',
      'He says: that fighting was going on near the port',
      'The group says: it had captured 40 soldiers',
    ],
  },
  {
    name: 'a quote cut in two, and a relayed order',
    text: [
      '“The bridge,” Colonel Adam Osei said, “was mined before our men arrived.” His deputy, according to two aid workers, had ordered the crossing anyway.',
    ],
    found: [
      'Colonel Adam Osei says: “The bridge,” … “was mined before our men arrived.”',
      'two aid workers says: His deputy … had ordered the crossing anyway',
    ],
    not: /^His deputy, according/,
  },
  {
    name: 'speech in speech in speech',
    text: [
      'The president said the opposition leader had told him that the commander denied ordering the strike. Moscow says Kyiv claims that its forces hold the village.',
    ],
    found: [
      'The president says: the opposition leader had told him that the commander denied ordering the strike',
      'Moscow says: Kyiv claims that its forces hold the village',
      'Kyiv claims: that its forces hold the village',
    ],
  },
  {
    name: 'what one side announces, another rejects and a third confirms',
    text: [
      'On Monday the militia announced that it had seized the town of Darrin. The government rejected the announcement as propaganda. On Tuesday the mayor confirmed the capture in a phone interview.',
    ],
    found: [
      'the militia says: that it had seized the town of Darrin',
      'The government denies: the announcement as propaganda',
      'the mayor confirms: the capture in a phone interview',
    ],
  },
  {
    name: 'words in a paragraph of their own',
    text: [
      'The ministry said in a statement on Sunday:',
      '“Our units have left the town. They hold the hills to the north.”',
      'A local radio station reported:',
      'Three shells hit the market at noon. Nobody was hurt.',
      'It is raining.',
    ],
    found: [
      'The ministry says: “Our units have left the town. They hold the hills to the north.”',
      'A local radio station says: Three shells hit the market at noon. Nobody was hurt',
    ],
    not: /raining/,
  },
  {
    name: 'a headline that names its kind of source',
    text: [
      'Officials: 12 killed in attack on convoy',
      'Twelve soldiers were killed near Tessit, officials told Agence Centrale. The attackers came on motorcycles, they said.',
    ],
    found: [
      'Officials says: 12 killed in attack on convoy',
      'officials says: Twelve soldiers were killed near Tessit',
      'they says: The attackers came on motorcycles',
    ],
  },
  {
    name: 'questions and terms of a talk are no speech; a source ends where another begins',
    text: [
      'Asked whether the town had fallen, General Musa said: “No. Not a single street.” But residents reached by telephone reported hearing gunfire, and a hospital worker who asked not to be named said nine bodies had been brought in.',
    ],
    found: ['General Musa says: “No. Not a single street.”'],
    not: /: (?:whether|not to be)|^residents .* hospital/,
  },
  {
    name: 'hedges, phrases and those whom media cite',
    text: [
      'The commander is believed to have fled the city. His whereabouts are unknown, according to the interior ministry. Local media, citing a tribal elder, reported that he was seen in Wadi Qamar.',
    ],
    found: [
      '? says: The commander … to have fled the city',
      'the interior ministry says: His whereabouts are unknown',
      'a tribal elder says: that he was seen in Wadi Qamar',
    ],
  },
];

describe('speech in whole texts', () => {
  test.each(TEXTS)('$name', ({ text, found, not }) => {
    const lines = spoken(text);
    for (const line of found) expect(lines).toContain(line);
    if (not !== undefined) expect(lines.filter((line) => not.test(line))).toEqual([]);
  });
});
