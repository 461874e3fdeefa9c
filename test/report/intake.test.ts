import { describe, expect, test } from 'vitest';
import { day } from '../../src/domain/index.ts';
import { identify, isRead, languageOf, sha256Hex } from '../../src/report/index.ts';
import { bytesOf, CAPTURED, PROSE, reportOf, takeOne, unreadOf } from './support.ts';

describe('identity', () => {
  test('the same bytes, outlet and address have the same id, whatever the name and time', () => {
    const a = reportOf(PROSE, { outlet: 'A' });
    const b = reportOf(PROSE, { outlet: 'A', name: 'other.txt' });
    expect(b.id).toBe(a.id);
    expect(a.sha256).toBe(sha256Hex(bytesOf(PROSE)));
    expect(a.id).toBe(identify(a.sha256, 'A', null));
    expect(reportOf(PROSE, { outlet: 'B' }).id).not.toBe(a.id);
    expect(reportOf(PROSE, { outlet: 'A', url: 'https://a.example/1' }).id).not.toBe(a.id);
  });

  test('SHA-256 of the empty string is the published one', () => {
    expect(sha256Hex(new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });
});

describe('plain text', () => {
  test('the whole text is the body; line endings become LF', () => {
    expect(reportOf('One line of the text\r\nand another in it\rand the third').body).toBe(
      'One line of the text\nand another in it\nand the third',
    );
  });

  test.each([
    ['KABUL, Aug. 5 (Agency) — The group said', 'KABUL, Aug. 5 (Agency)'],
    ['KABUL, Afghanistan (AP) - The group said', 'KABUL, Afghanistan (AP)'],
    ['LASHKAR GAH, Afghanistan, Aug 3 – The group said', 'LASHKAR GAH, Afghanistan, Aug 3'],
    ['Kunduz, 8 August 2021 -- The group said', 'Kunduz, 8 August 2021'],
    ['BEIRUT — The group said', 'BEIRUT'],
  ])('dateline of "%s"', (line, dateline) => {
    const report = reportOf(`${line} in a statement that it had taken the city.`);
    expect(report.dateline).toBe(dateline);
    expect(report.body.startsWith(line.slice(0, 6))).toBe(true);
  });

  test.each([
    'Taliban fighters - many of them young - have entered the city, the officials said.',
    'The well-known commander said that the city was lost - for now.',
    'In short — nothing is known of the fate of the city, the officials said.',
  ])('no dateline in "%s"', (line) => {
    expect(reportOf(line).dateline).toBeNull();
  });

  test('headline, byline and date of the first lines', () => {
    const report = reportOf(
      `Zaranj falls to the Taliban\n\nBy Sara Example and Omar Sample\nPublished: 7 August 2021\n\n${PROSE}`,
    );
    expect(report.title).toBe('Zaranj falls to the Taliban');
    expect(report.byline).toBe('Sara Example and Omar Sample');
    expect(report.published).toEqual({ basis: 'stated', value: '2021-08-07' });
    expect(reportOf(`By then the city had fallen, officials said.\n\n${PROSE}`).byline).toBeNull();
  });

  test('labelled lines above a text that somebody saved', () => {
    const head = `Published: 7 August 2021\nSource: The Example\nURL: https://example.org/zaranj`;
    const report = reportOf(`${head}\n\nZaranj falls to the Taliban\n\n${PROSE}`);
    expect(report.outlet).toEqual({ basis: 'stated', value: 'The Example' });
    expect(report.url).toBe('https://example.org/zaranj');
    expect(report.title).toBe('Zaranj falls to the Taliban');
    expect(reportOf(`Title: Zaranj falls\nURL: none\n\n${PROSE}`)).toMatchObject({
      title: 'Zaranj falls',
      url: null,
    });
    expect(reportOf(`One source: the governor.\n\n${PROSE}`).outlet.basis).toBe('unknown');
  });

  test('what the bringer says goes before what the text says', () => {
    const text = `Published: 7 August 2021\n\n${PROSE}`;
    expect(reportOf(text, { published: day('2021-08-06') }).published).toEqual({
      basis: 'given',
      value: '2021-08-06',
    });
  });

  test('what nobody says is unknown, with a reason and a problem', () => {
    const captured = takeOne(PROSE);
    expect(captured.report.outlet).toMatchObject({ basis: 'unknown' });
    expect(captured.problems.map(({ code }) => code)).toEqual(['no-date', 'no-outlet']);
  });
});

describe('published', () => {
  const published = (value: string) =>
    reportOf(`{"text":"${PROSE}","published":${JSON.stringify(value)}}`, { name: 'a.jsonl' })
      .published;

  test.each([
    ['2021-08-05', '2021-08-05'],
    ['2021-08-05T23:30:00+04:30', '2021-08-05'],
    ['2021-08-05 10:00', '2021-08-05'],
    ['20210805', '2021-08-05'],
    ['Thu, 05 Aug 2021 10:00:00 GMT', '2021-08-05'],
    ['August 5, 2021', '2021-08-05'],
    ['5th August 2021', '2021-08-05'],
    ['Aug. 5, 2021 at 3:02 p.m.', '2021-08-05'],
    ['25/07/2021', '2021-07-25'],
    ['07/25/2021', '2021-07-25'],
    ['05.05.2021', '2021-05-05'],
  ])('%s', (text, expected) => {
    expect(published(text)).toEqual({ basis: 'stated', value: expected });
  });

  test.each([
    ['2021-02-30', /no such day/],
    ['31 June 2021', /no such day/],
    ['2021-13-45', /no such day/],
    ['05/08/2021', /day first or month first/],
    ['2031-01-01', /lies after the capture/],
    ['0001-01-01', /too early/],
    ['last Thursday', /no date/],
    ['9999999', /no date/],
  ])('%s is unknown with its reason', (text, reason) => {
    const result = published(text);
    expect(result.basis === 'unknown' && result.reason).toMatch(reason);
  });
});

describe('Markdown', () => {
  test('front matter and heading are taken; markup becomes its words', () => {
    const text = `---\noutlet: "The Example: Daily"\npublished: 2021-08-05\nurl: https://example.org/a\nauthor: 'Sara O''Hara'\n---\n\n# Zaranj **falls**\n\nThe *Taliban* took [Zaranj](https://x.example/a_b), officials said; see ![map](m.png).\n\n* one of the towns\n+ two of the towns\n\n> quoted words of the governor\n`;
    const report = reportOf(text, { name: 'a.md' });
    expect(report).toMatchObject({
      outlet: { basis: 'stated', value: 'The Example: Daily' },
      published: { basis: 'stated', value: '2021-08-05' },
      url: 'https://example.org/a',
      byline: "Sara O'Hara",
    });
    expect(report.body).toBe(
      'The Taliban took Zaranj, officials said; see .\n\n- one of the towns\n- two of the towns\n\nquoted words of the governor',
    );
  });

  test('stars and underscores that mark nothing stay', () => {
    expect(
      reportOf('The unit_of_measure is 3 * 4 * 5 and the file a_b_c is not of it.', {
        name: 'a.md',
      }).body,
    ).toBe('The unit_of_measure is 3 * 4 * 5 and the file a_b_c is not of it.');
  });

  test('front matter that is not "key: value" is a problem, not a failure', () => {
    const captured = takeOne(`---\ntitle: T\n  - list\n---\n${PROSE}`, { name: 'a.md' });
    expect(isRead(captured)).toBe(true);
    expect(captured.problems.map(({ code }) => code)).toContain('front-matter');
  });
});

describe('HTML', () => {
  const page = (head: string, body = `<article><p>${PROSE}</p></article>`) =>
    `<!doctype html><html lang="en-GB"><head>${head}</head><body><nav>Home World Sport</nav>${body}<footer>Contact us</footer></body></html>`;

  test('Open Graph and article metadata', () => {
    const head =
      '<meta property="og:title" content="Zaranj falls"><meta property="og:site_name" content="Example Times"><meta property="article:published_time" content="2021-08-06T20:00:00+00:00"><link rel="canonical" href="https://example.org/zaranj"><meta name="author" content="S. Example">';
    const report = reportOf(page(head), { name: 'a.html' });
    expect(report).toMatchObject({
      title: 'Zaranj falls',
      outlet: { basis: 'stated', value: 'Example Times' },
      published: { basis: 'stated', value: '2021-08-06' },
      url: 'https://example.org/zaranj',
      byline: 'S. Example',
      language: 'en',
      body: PROSE,
    });
  });

  test('JSON-LD inside a graph', () => {
    const data = {
      '@graph': [
        { '@type': 'WebPage' },
        {
          '@type': ['NewsArticle'],
          headline: 'H',
          datePublished: '2021-08-06',
          author: [{ name: 'A' }, { name: 'B' }],
          publisher: { name: 'P' },
        },
      ],
    };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const report = reportOf(page(head), { name: 'a.html' });
    expect([report.title, report.byline, report.outlet]).toEqual([
      'H',
      'A, B',
      { basis: 'stated', value: 'P' },
    ]);
  });

  test('without a name for itself, a page is known by its host', () => {
    const report = reportOf(page(''), { name: 'a.html', url: 'https://www.example.org/a' });
    expect(report.outlet).toEqual({ basis: 'stated', value: 'example.org' });
  });

  test('paragraphs are separated by blank lines, items marked, navigation left out', () => {
    const body = `<article><h1>Head</h1><p>${PROSE}</p><p>Second &amp; last paragraph,<br>of two lines and some words more.</p><ul><li>First item of it</li><li>Second item of it</li></ul></article>`;
    expect(reportOf(page('', body), { name: 'a.html' }).body).toBe(
      `${PROSE}\n\nSecond & last paragraph,\n\nof two lines and some words more.\n\n- First item of it\n\n- Second item of it`,
    );
  });

  test('a page is told by its content where the name says nothing', () => {
    expect(reportOf(page(''), { name: '-' }).body).toBe(PROSE);
    expect(reportOf(PROSE, { name: 'a.txt', contentType: 'text/plain' }).body).toBe(PROSE);
  });
});

describe('encodings', () => {
  const text = 'Le général was in the café of Ghōr, officials said of the “siege” — it was over.';

  test('UTF-8 and UTF-16 by their marks, and UTF-16 without', () => {
    const utf16 = (littleEndian: boolean) => {
      const bytes = new Uint8Array(text.length * 2);
      const view = new DataView(bytes.buffer);
      for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
      return bytes;
    };
    const marked = (mark: readonly number[], bytes: Uint8Array) =>
      new Uint8Array([...mark, ...bytes]);
    expect(reportOf(marked([0xef, 0xbb, 0xbf], bytesOf(text))).body).toBe(text);
    expect(reportOf(marked([0xff, 0xfe], utf16(true))).body).toBe(text);
    expect(reportOf(marked([0xfe, 0xff], utf16(false))).body).toBe(text);
    expect(reportOf(utf16(true)).body).toBe(text);
  });

  test('Windows-1252 by its declaration, and undeclared', () => {
    const bytes = Uint8Array.from(
      'The g\xe9n\xe9ral was in the caf\xe9, officials said of the \x93siege\x94 \x97 it was over.',
      (character) => character.charCodeAt(0),
    );
    const expected = 'The général was in the café, officials said of the “siege” — it was over.';
    expect(reportOf(bytes, { contentType: 'text/plain; charset=windows-1252' }).body).toBe(
      expected,
    );
    const undeclared = takeOne(bytes);
    expect(isRead(undeclared) && undeclared.report.body).toBe(expected);
    expect(undeclared.problems.map(({ code }) => code)).toContain('encoding');
  });

  test('text encoded twice is kept and said', () => {
    const captured = takeOne(
      `${PROSE} â€œWe hold the cafÃ©,â€\u009d he said of the governorâ€™s seat.`,
    );
    expect(isRead(captured) && captured.report.body).toContain('â€™s seat');
    expect(captured.problems.map(({ code }) => code)).toContain('encoding');
  });

  test('a few controls are kept in a text, and are no text by themselves', () => {
    const codes = `\u001b[1mZARANJ\u001b[0m ${PROSE}`;
    expect(reportOf(codes).body).toContain('ZARANJ');
    for (const bytes of [
      [0xff, 0xfe, 0, 0, 1, 2, 3, 4, 0x80, 0x99],
      [0, 1, 2, 3, 4, 5],
    ]) {
      expect(unreadOf(Uint8Array.from(bytes)).unread).toMatch(/text in no encoding/);
    }
  });

  test('a wrong declaration does not win over the bytes', () => {
    const page = `<html><head><meta charset="no-such-thing"></head><body><p>${text} ${PROSE}</p></body></html>`;
    expect(reportOf(page, { name: 'a.html' }).body).toContain('café');
  });
});

describe('languages', () => {
  test.each([
    ['en', PROSE],
    [
      'fr',
      'Les talibans ont pris la ville de Zarandj, selon des responsables, et les combats se sont poursuivis dans les rues.',
    ],
    [
      'es',
      'Los talibanes tomaron la ciudad de Zaranj, según las autoridades, y los combates siguen en las calles del centro.',
    ],
    [
      'de',
      'Die Taliban haben die Stadt Sarandsch nach Angaben der Behörden eingenommen, und die Kämpfe sind nicht vorbei.',
    ],
    ['ar', 'سيطرت حركة طالبان على مدينة زرنج يوم الجمعة'],
    ['fa', 'گروه طالبان روز جمعه شهر زرنج را گرفت'],
    ['ps', 'طالبانو د جمعې په ورځ د زرنج ښار ونیو'],
    ['ru', 'Талибы захватили город Зарандж, сообщили чиновники'],
    ['uk', 'Російські війська відійшли від міста, повідомили їхні представники'],
    ['zh', '塔利班星期五占领了扎兰季市'],
    ['und', 'Zaranj Zaranj 12345'],
    ['und', '12:30 – 14:45'],
  ])('%s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  test('what is not English is kept, with its language, date and reason', () => {
    const line = JSON.stringify({
      text: 'Die Taliban haben die Stadt nach Angaben der Behörden eingenommen.',
      published: '2021-08-06',
      outlet: 'Beispiel',
    });
    const unread = unreadOf(line, { name: 'a.jsonl' });
    expect(unread).toMatchObject({
      language: 'de',
      published: { basis: 'stated', value: '2021-08-06' },
      outlet: { value: 'Beispiel' },
      captured: CAPTURED,
    });
    expect(unread.unread).toMatch(/"de"/);
  });

  test('the words count before the label of the page', () => {
    const page = `<html lang="fr"><body><p>${PROSE}</p></body></html>`;
    expect(reportOf(page, { name: 'a.html' }).language).toBe('en');
  });
});
