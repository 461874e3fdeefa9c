import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../bench/random.ts';
import { DEFAULT_LIMITS, isRead, type RawItem, takeIn } from '../../src/report/index.ts';
import { deflated, pdfOf, setLines } from '../support/pdf.ts';
import { printedSeed } from '../support/temporary.ts';
import { launch } from '../web/support.ts';
import { bytesOf, CAPTURED, PROSE } from './support.ts';

async function take(bytes: Uint8Array, name: string, given: Partial<RawItem> = {}) {
  const [captured] = await takeIn({ bytes, name, captured: CAPTURED, ...given });
  return captured!;
}

async function reportOf(bytes: Uint8Array, name: string) {
  const captured = await take(bytes, name);
  if (!isRead(captured)) throw new Error(`not read: ${captured.report.unread}`);
  return captured.report;
}

async function reasonOf(bytes: Uint8Array, name = 'report.pdf') {
  const { report } = await take(bytes, name);
  if (!('unread' in report)) throw new Error(`read as: ${report.body.slice(0, 80)}`);
  return report.unread;
}

const PARAGRAPHS = [
  'Armed men entered the town of Chaghcharan on Wednesday but were pushed back by government forces before nightfall, according to two members of the provincial council who spoke by telephone from the city.',
  'The ministry of defence said in a statement that 38 attackers had been killed. The figure could not be confirmed, and a spokesman of the group denied it.',
  'Shops were closed for a third day and the hospital had received dozens of wounded, residents said. The road to the south has been cut since Monday, and the price of flour has doubled in a week.',
];

describe('documents as a browser makes them', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  async function printed(html: string, title = '') {
    const page = await browser.newPage();
    try {
      await page.setContent(`<html lang="en"><head><title>${title}</title></head>${html}</html>`);
      return await page.pdf({
        format: 'A5',
        displayHeaderFooter: true,
        headerTemplate: '<p style="font-size:8px">The Example Courier, evening edition</p>',
        footerTemplate: '<p style="font-size:8px"><span class="pageNumber"></span></p>',
        margin: { top: '2cm', bottom: '2cm', left: '1cm', right: '1cm' },
      });
    } finally {
      await page.close();
    }
  }

  test('a printed article keeps its paragraphs over pages and loses its running heads', async () => {
    const body = [...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS];
    const html = body.map((text) => `<p style="text-align:justify;hyphens:auto">${text}</p>`);
    const report = await reportOf(
      await printed(
        `<body style="font:13pt serif"><h1>Fighting reaches Chaghcharan</h1><p>5 August 2021</p>${html.join('')}</body>`,
        'Fighting reaches Chaghcharan',
      ),
      'report.pdf',
    );
    expect(report.body.split('\n\n').slice(2)).toEqual(body);
    expect(report.title).toBe('Fighting reaches Chaghcharan');
    expect(report.published).toEqual({ basis: 'stated', value: '2021-08-05' });
  });

  test('two columns are read one after the other, and items of a list apart', async () => {
    const columns = PARAGRAPHS.map((text) => `<p style="text-indent:1em;margin:0">${text}</p>`);
    const report = await reportOf(
      await printed(
        `<body style="font:9pt sans-serif"><h1>Situation report No. 7</h1><p>As of 5 August 2021</p>
        <div style="columns:2">${columns.join('')}<p>• Zaranj: clashes at the customs post.</p><p>• Farah: air strikes on two districts.</p></div></body>`,
        'Microsoft Word - sitrep_07_final.docx',
      ),
      'report.pdf',
    );
    expect(report.body.split('\n\n')).toEqual([
      'Situation report No. 7',
      'As of 5 August 2021',
      ...PARAGRAPHS,
      '- Zaranj: clashes at the customs post.',
      '- Farah: air strikes on two districts.',
      // On one page nothing tells a running head from text.
      'The Example Courier, evening edition',
    ]);
    expect(report.title).toBe('Situation report No. 7');
    expect(report.published).toEqual({ basis: 'stated', value: '2021-08-05' });
  });

  test('a page saved as one file is its article, without its frames', async () => {
    const page = await browser.newPage();
    const article = `<html><head><title>Fighting | Courier</title><meta property="og:site_name" content="The Example Courier">
      <meta property="article:published_time" content="2021-08-05T10:00:00Z"></head>
      <body><nav>Home World</nav><article><h1>Fighting</h1>${PARAGRAPHS.map((text) => `<p>${text} — ${text}</p>`).join('')}</article>
      <iframe src="https://courier.example/frame"></iframe></body></html>`;
    await page.route('https://courier.example/**', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: route.request().url().endsWith('/frame') ? '<p>Cheap flights captured</p>' : article,
      }),
    );
    await page.goto('https://courier.example/fighting');
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
    await page.close();
    const report = await reportOf(bytesOf(data), 'fighting.mhtml');
    expect(report.body).toBe(PARAGRAPHS.map((text) => `${text} — ${text}`).join('\n\n'));
    expect(report.url).toBe('https://courier.example/fighting');
    expect(report.outlet).toEqual({ basis: 'stated', value: 'The Example Courier' });
    expect(report.published).toEqual({ basis: 'stated', value: '2021-08-05' });
  });
});

describe('a message', () => {
  const HEAD =
    'From: "Press Office of the Example Ministry" <press@ministry.example>\r\nTo: list@ministry.example\r\nSubject: =?utf-8?Q?Evening_summary_=E2=80=93_5_August?=\r\nDate: Thu, 5 Aug 2021 23:30:00 +0430\r\nMIME-Version: 1.0\r\n';

  test('was published when it was sent, by who sent it', async () => {
    const text = `${PROSE}\r\n\r\n${PARAGRAPHS[1]!}`;
    const bytes = bytesOf(`${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`);
    const report = await reportOf(bytes, 'summary.eml');
    expect(report.body).toBe(`${PROSE}\n\n${PARAGRAPHS[1]!}`);
    expect(report.title).toBe('Evening summary – 5 August');
    expect(report.outlet).toEqual({
      basis: 'stated',
      value: 'Press Office of the Example Ministry',
    });
    expect(report.published).toEqual({ basis: 'stated', value: '2021-08-05' });
  });

  test('without text, or broken, is kept with its reason', async () => {
    expect(await reasonOf(bytesOf(`${HEAD}\r\n`), 'a.eml')).toMatch(/without text/);
    const nested = 'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n'.repeat(1000);
    expect(await reasonOf(bytesOf(HEAD + nested), 'a.eml')).toMatch(/saw/);
  });

  test('a text that begins with labelled lines is no message', async () => {
    const report = await reportOf(bytesOf(`Date: 5 August 2021\n\n${PROSE}`), 'a.txt');
    expect(report.body).toContain('Date: 5 August 2021');
  });
});

describe('PDF documents that cannot be read', () => {
  const whole = pdfOf(deflated(setLines([PROSE])));

  test('the smallest one can', async () => {
    expect((await reportOf(whole, 'report.pdf')).body).toBe(PROSE);
    expect((await take(whole, 'report.pdf')).raw).toEqual(whole);
  });

  // Title and labelled lines ran into one paragraph, and the day was lost.
  test('labelled lines below the title are lines of their own', async () => {
    const lines = ['Weekly note', 'Published: 2021-08-05', 'Outlet: The Example', PROSE];
    const report = await reportOf(pdfOf(deflated(setLines(lines))), 'note.pdf');
    expect(report.published).toMatchObject({ value: '2021-08-05' });
    expect(report.outlet).toMatchObject({ value: 'The Example' });
  });

  test('cut off, or noise after the first bytes', async () => {
    expect(await reasonOf(whole.subarray(0, 40))).toMatch(/broken or cut off/);
    const noise = Uint8Array.from({ length: 50_000 }, (_, i) => (i * 7919 + (i >> 3)) % 256);
    expect(await reasonOf(new Uint8Array([...bytesOf('%PDF-1.4\n'), ...noise]))).toMatch(/broken/);
  });

  test('a scan without text', async () => {
    expect(await reasonOf(pdfOf(deflated('0 0 m 10 10 l S')))).toMatch(/1 page without text.*OCR/);
  });

  test('too many pages, too much text, too many bytes', async () => {
    expect(await reasonOf(pdfOf(deflated(setLines([PROSE])), 2000))).toMatch(/saw .* 2000 pages/);
    const lines = setLines(Array.from({ length: 40 }, () => PROSE));
    expect(await reasonOf(pdfOf(deflated(lines), 300))).toMatch(/more than 500000 characters/);
    const limits = { ...DEFAULT_LIMITS, maxBytes: 100 };
    const [captured] = await takeIn({ bytes: whole, name: 'a.pdf', captured: CAPTURED }, limits);
    expect(captured!.raw).toBeNull();
  });

  test('a bomb of a few kilobytes does not go off', async () => {
    const zeros = deflated(new Uint8Array(200_000_000));
    expect(await reasonOf(pdfOf(zeros))).toMatch(/unpacks to more than 150 MB/);
    const twice = { bytes: deflated(zeros.bytes).bytes, filter: '[/FlateDecode /FlateDecode]' };
    expect(await reasonOf(pdfOf(twice))).toMatch(/unpacks to more than 150 MB/);
  });

  test('damaged anywhere it is read or refused, and never throws', async () => {
    const random = seededRandom(printedSeed('damaged PDF documents'));
    for (let round = 0; round < 60; round++) {
      const damaged = whole.slice(0, Math.ceil(whole.length * (0.3 + 0.7 * random())));
      for (let i = 0; i < 8; i++) {
        damaged[9 + Math.floor(random() * (damaged.length - 9))] = Math.floor(random() * 256);
      }
      const { report } = await take(damaged, 'report.pdf');
      expect('body' in report || report.unread.startsWith('saw')).toBe(true);
    }
  });
});
