import { describe, expect, test } from 'vitest';
import { tokenSpans } from '../../src/reading/tokens.ts';

const words = (text: string) =>
  tokenSpans(text, { start: 0, end: text.length })
    .map(({ start, end }) => text.slice(start, end))
    .join('·');

describe('words follow the English Web Treebank', () => {
  test.each([
    ['US-led forces', 'US·-·led·forces'],
    ['anti-government, ex-Soviet, e-mail', 'anti-government·,·ex-Soviet·,·e-mail'],
    ["He didn't go; they won’t.", "He·did·n't·go·;·they·wo·n’t·."],
    ['We cannot leave.', 'We·can·not·leave·.'],
    ["Afghanistan’s army and the militants' base", "Afghanistan·’s·army·and·the·militants·'·base"],
    ['Mr. Smith of the U.S. Army', 'Mr.·Smith·of·the·U.S.·Army'],
    ['on Aug. 5 at 5:30 p.m. local time', 'on·Aug.·5·at·5:30·p.m.·local·time'],
    ['$4.5 billion, US$20,000 and 10%', '$·4.5·billion·,·US$·20,000·and·10·%'],
    ['about 20km from Mazar-i-Sharif', 'about·20·km·from·Mazar-i-Sharif'],
    ['in Port-au-Prince, Qala-e Naw', 'in·Port-au-Prince·,·Qala-e·Naw'],
    ['a Check-in Desk, Al-Qaeda-linked', 'a·Check·-·in·Desk·,·Al·-·Qaeda·-·linked'],
    ['the 1990s, the 21st, 9/11', 'the·1990s·,·the·21st·,·9/11'],
    ['See https://example.org/a?b=c.', 'See·https://example.org/a?b=c·.'],
    ['Write to desk@example.org, please', 'Write·to·desk@example.org·,·please'],
    ['He paused ... "Now!"', 'He·paused·...·"·Now·!·"'],
    ['and/or (AT&T)', 'and·/·or·(·AT&T·)'],
    ['No. 5 is it. He said no.', 'No.·5·is·it·.·He·said·no·.'],
    ["O'Brien reached Sha'ab", "O'Brien·reached·Sha'ab"],
    ['Gen. J. Doe, Jr., of Washington, D.C.', 'Gen.·J.·Doe·,·Jr.·,·of·Washington·,·D.C.'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });
});
