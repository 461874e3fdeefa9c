import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/domain/index.ts';
import { claimsIn, line } from './read.ts';

const SAME = 'same place elsewhere in the report';
const LOSER = 'whom the loser fights';
const SPEAKER = "the speaker's own side";

interface Case {
  readonly text: string;
  readonly kind: Claim['kind'];
  readonly place: string;
  /** Side that the words of the claim leave out; null where nobody can tell. */
  readonly side: string | null;
  readonly reason?: string;
}

const CASES: readonly Case[] = [
  {
    text: 'Fresh clashes have been reported around Spin Boldak. The town is in the hands of the Taliban, the Afghan interior ministry said.',
    kind: 'clash',
    place: 'Spin Boldak',
    side: 'afghanistan-government',
    reason: LOSER,
  },
  {
    text: 'Kunduz was lost on Sunday. The army still fights in the city. The Taliban have taken the prison in Kunduz.',
    kind: 'control.captured',
    place: 'Kunduz',
    side: 'taliban',
    reason: SAME,
  },
  {
    text: 'Homs changed hands in the night. Fighters of Hayat Tahrir al-Sham reached the outskirts of Damascus.',
    kind: 'control.captured',
    place: 'Homs',
    side: 'hayat-tahrir-al-sham',
  },
  {
    text: 'Fighters wrested the stadium of Raqqa from Islamic State on Tuesday. About 80 percent of the city was cleared. A spokesman for the Syrian Democratic Forces said the rest would follow.',
    kind: 'control.recaptured',
    place: 'Raqqa',
    side: 'syrian-democratic-forces',
  },
  {
    text: 'The Taliban captured the city of Kunduz on Sunday. The town of Aybak was also cleansed.',
    kind: 'control.recaptured',
    place: 'Aybak',
    side: 'taliban',
  },
  {
    text: 'Russian troops left Kherson on Friday. Lyman had been liberated earlier, Ukrainian officials said.',
    kind: 'control.recaptured',
    place: 'Lyman',
    side: 'ukraine-government',
    reason: SPEAKER,
  },
  {
    text: 'The prime minister of Iraq arrived in Mosul. The city has been liberated, he said, after a long war with Islamic State.',
    kind: 'control.recaptured',
    place: 'Mosul',
    side: 'iraq-government',
  },
  {
    text: 'M23 was driven out of Sake by Congolese troops. Fighting continues in Masisi.',
    kind: 'control.contested',
    place: 'Masisi',
    side: 'democratic-republic-of-the-congo-government',
  },
  {
    text: 'Zaranj was lost on Friday, officials said, and Sheberghan on Saturday. The Taliban posted pictures.',
    kind: 'control.captured',
    place: 'Sheberghan',
    side: 'taliban',
  },
  {
    text: 'Vuhledar was lost on Tuesday. Ukraine’s army said that its brigade was tired; Russian soldiers waved flags from the roofs.',
    kind: 'control.captured',
    place: 'Vuhledar',
    side: 'russia-government',
    reason: LOSER,
  },
  // A battle that goes on is none on whoever has come to hold the town.
  {
    text: 'The battle for Bakhmut goes on, a minister in Kyiv said. Wagner fighters claimed full control of the city on Saturday. Ukrainian troops hold the suburbs.',
    kind: 'control.contested',
    place: 'Bakhmut',
    side: 'russia-government',
  },
  // What is taken back from a group, it had taken; so may it have taken what fell.
  {
    text: 'Afghan commandos recaptured Karukh from the Taliban on Monday. The town of Zaranj fell last month.',
    kind: 'control.captured',
    place: 'Zaranj',
    side: 'taliban',
  },
  // A bystander abroad takes no town; nor does the group that only loses.
  {
    text: 'The Norwegian government condemned the war. The Malian town of Kidal has fallen.',
    kind: 'control.captured',
    place: 'Kidal',
    side: null,
  },
  {
    text: 'Fatah was driven out of Gaza City. Khan Younis fell on Friday.',
    kind: 'control.captured',
    place: 'Khan Younis',
    side: null,
  },
  {
    text: 'Fighters of Hayat Tahrir al-Sham took Homs on Saturday. Damascus has been liberated.',
    kind: 'control.recaptured',
    place: 'Damascus',
    side: 'hayat-tahrir-al-sham',
  },
];

describe('the side that a claim leaves out', () => {
  test.each(CASES)('$text', ({ text, kind, place, side, reason }) => {
    const claims = claimsIn(text);
    const found = claims.find(
      (one) => one.kind === kind && 'id' in one.place && one.place.name === place,
    );
    if (!found) throw new Error(claims.map(line).join('\n'));
    expect(found.actor && (found.actor.side ?? found.actor.id)).toBe(side);
    if (reason !== undefined) expect(found.inferred?.actor).toBe(reason);
  });

  test('a side that the words name is not inferred', () => {
    const [claim] = claimsIn('The Taliban captured the city of Kunduz on Sunday.');
    expect(claim!.actor?.id).toBe('taliban');
    expect(claim!.inferred).toBeUndefined();
  });

  test('a place that has changed hands again and again is fought over', () => {
    const kinds = claimsIn('Andkhoy has changed hands three times since June.').map(
      ({ kind }) => kind,
    );
    expect(kinds).toContain('control.contested');
    expect(kinds).not.toContain('control.captured');
  });
});
