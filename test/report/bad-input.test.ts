import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../bench/random.ts';
import { DEFAULT_LIMITS, isRead, limitsOf } from '../../src/report/index.ts';
import { printedSeed } from '../support/temporary.ts';
import { bytesOf, PROSE, reportOf, take, takeOne, unreadOf } from './support.ts';

describe('what is not text is kept with its reason', () => {
  const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['empty', '', /no bytes/],
    ['only white space', ' \n\t\n ', /no words/],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj', /PDF/],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), /PNG/],
    ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), /JPEG/],
    ['a ZIP or Word file', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), /ZIP archive/],
    ['a gzip archive', new Uint8Array([0x1f, 0x8b, 8, 0]), /gzip/],
    ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /old Word/],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1]), /program/],
    [
      'noise',
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) % 256),
      /no encoding/,
    ],
    ['control characters', '\u0001\u0002\u0003\u0004'.repeat(100), /no encoding/],
  ];
  test.each(cases)('%s', (_, content, reason) => {
    const { unread, sha256, id } = unreadOf(content);
    expect(unread).toMatch(reason);
    expect(unread).toMatch(/saw/);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(id).toMatch(/^r[0-9a-f]{16}$/);
  });

  test('bytes are kept as they came', () => {
    const bytes = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 255]);
    expect(takeOne(bytes).raw).toEqual(bytes);
  });
});

describe('size and shape are bounded', () => {
  test('too large is refused before it is read, and not kept', () => {
    const captured = takeOne(PROSE.repeat(20), {}, { ...DEFAULT_LIMITS, maxBytes: 1000 });
    expect(isRead(captured)).toBe(false);
    expect(captured.raw).toBeNull();
    expect('unread' in captured.report && captured.report.unread).toMatch(
      /expected at most 0\.0 MB/,
    );
  });

  test('fifty megabytes are refused', () => {
    const { unread } = unreadOf(new Uint8Array(50_000_000).fill(65));
    expect(unread).toMatch(/saw 50\.0 MB; expected at most 10\.0 MB/);
  });

  test('text just under the limit is read', () => {
    const body = `${PROSE} `.repeat(Math.floor(499_000 / (PROSE.length + 1)));
    expect(reportOf(body).body).toHaveLength(body.length);
    const { unread } = unreadOf(body + body);
    expect(unread).toMatch(/saw a text of \d+ characters; expected one report of at most 500000/);
    expect(isRead(takeOne(body + body, {}, limitsOf(20_000_000)))).toBe(true);
  });

  test('HTML nested a hundred thousand deep', () => {
    const page = `<html><body>${'<div>'.repeat(100_000)}${PROSE}`;
    expect(unreadOf(page, { name: 'a.html' }).unread).toMatch(/nested deeper/);
  });

  test('HTML with a million elements', () => {
    const page = `<html><body>${'<p>a</p>'.repeat(1_000_000)}`;
    expect(unreadOf(page, { name: 'a.html' }).unread).toMatch(/more than 100000 elements/);
  });

  test('an entity bomb does not go off', () => {
    const entities = Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`);
    const page = `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "boom">${entities.join('')}]><html><body><p>${PROSE} &a30;</p></body></html>`;
    const captured = takeOne(page, { name: 'a.html' });
    const length = isRead(captured) ? captured.report.body.length : 0;
    expect(length).toBeLessThan(page.length * 2);
  });

  test('unclosed comments, tags and quotes end somewhere', () => {
    for (const page of [
      `<html><body><p>${PROSE}</p><!-- ${'x'.repeat(100_000)}`,
      `<html><body><p>${PROSE}</p><script>${'<'.repeat(100_000)}`,
      `<html><body><p>${PROSE}</p><a href="${'y'.repeat(100_000)}`,
      `<html><body><p>${PROSE}</p>${'<!'.repeat(50_000)}`,
    ]) {
      expect(reportOf(page, { name: 'a.html' }).body).toContain('Zaranj');
    }
  });

  test('markdown made to be slow is not', () => {
    for (const part of ['**', '_', '*a', '[', '![', '<!--', '`', '](', '# ', '\n---\n']) {
      const captured = takeOne(`${PROSE}\n\n${part.repeat(50_000)}`, { name: 'a.md' });
      expect(isRead(captured)).toBe(true);
    }
  });

  test('lines, words and front matter of any length', () => {
    expect(reportOf(`${PROSE} ${'x'.repeat(400_000)}`).body).toContain('Zaranj');
    const front = `---\n${'key: value\n'.repeat(20_000)}---\n${PROSE}`;
    expect(reportOf(front, { name: 'a.md' }).body).toBe(PROSE);
  });
});

describe('hostile pages', () => {
  test('scripts neither run nor become text', () => {
    const page = `<html><head><script>globalThis.stolen = 1; alert("gone")</script></head><body onload="stolen=2">
      <article><p>${PROSE}</p><img src=x onerror="stolen=3"><p>Second paragraph of the story, with some more words.</p></article>
      <iframe src="javascript:stolen=4"></iframe><object data="x"></object><svg><script>stolen=5</script></svg></body></html>`;
    const { body } = reportOf(page, { name: 'a.html' });
    expect(body).toContain('Second paragraph');
    expect(body).not.toMatch(/stolen|alert|onerror/);
    expect('stolen' in globalThis).toBe(false);
  });

  test('metadata of the wrong type is passed over', () => {
    const data =
      '{"@type":"NewsArticle","headline":{"a":1},"author":[null,{"name":7},{"name":"A. Writer"}],"datePublished":["x"],"publisher":3,"@graph":{"@graph":{"@graph":{}}}}';
    const page = `<html><head><script type="application/ld+json">${data}</script><script type="application/ld+json">{broken</script><link rel="canonical" href="javascript:alert(1)"></head><body><p>${PROSE}</p></body></html>`;
    const report = reportOf(page, { name: 'a.html' });
    expect(report.byline).toBe('A. Writer');
    expect(report.url).toBeNull();
    expect(report.published.basis).toBe('unknown');
  });

  test('__proto__ and friends in JSON and front matter are only names', () => {
    const line = `{"text":"${PROSE}","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`;
    expect(reportOf(line, { name: 'a.jsonl' }).body).toBe(PROSE);
    reportOf(`---\n__proto__: x\nconstructor: y\n---\n${PROSE}`, { name: 'a.md' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('JSON lines', () => {
  test('a broken line is one problem; the others go on', () => {
    const lines = [
      `{"text":"${PROSE}","outlet":"A","published":"2021-08-07"}`,
      '{"text": "cut off',
      '[1,2]',
      'null',
      '"text"',
      '{"title":"no text"}',
      '{"text":17}',
      '{"text":""}',
      '',
      `{"body":"${PROSE} Again.","title":7,"published":20210807}`,
    ];
    const all = take(lines.join('\n'), { name: 'a.jsonl' });
    expect(all).toHaveLength(9);
    expect(all.map((each) => isRead(each))).toEqual([true, ...Array<boolean>(7).fill(false), true]);
    expect(all.every(({ raw }) => raw !== null && raw.length > 0)).toBe(true);
  });

  test('NUL and halves of surrogate pairs become the replacement character', () => {
    const { body } = reportOf(
      '{"text":"The city of \\u0000Zaranj \\ud800 was \\udc00 taken on \\ud83d\\ude00 Friday"}',
      {
        name: 'a.jsonl',
      },
    );
    expect(body).toBe('The city of \uFFFDZaranj \uFFFD was \uFFFD taken on 😀 Friday');
  });

  test('a truncated file gives what is whole', () => {
    const text = `{"text":"${PROSE}"}\n{"text":"${PROSE.slice(0, 40)}`;
    expect(take(text, { name: 'a.jsonl' }).map((each) => isRead(each))).toEqual([true, false]);
  });
});

test('random damage to real input never throws, and offsets always fit', () => {
  const random = seededRandom(printedSeed('damaged input'));
  const sources = [
    [`---\ntitle: T\npublished: 2021-08-05\n---\n\n# A\n\n${PROSE}\n\n- item *one*\n`, 'a.md'],
    [
      `<html><head><meta charset="utf-8"><title>T</title></head><body><article><p>${PROSE}</p></article></body></html>`,
      'a.html',
    ],
    [`{"text":"${PROSE}","published":"2021-08-05"}\n`.repeat(3), 'a.jsonl'],
    [`KABUL, Aug. 5 (Agency) — ${PROSE}`, 'a.txt'],
  ] as const;
  for (let i = 0; i < 400; i++) {
    const [text, name] = sources[i % sources.length]!;
    const bytes = bytesOf(text);
    for (let n = 0; n < 1 + random() * 6; n++) {
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    }
    const cut = bytes.subarray(0, Math.floor(random() * bytes.length) + 1);
    for (const captured of take(cut, { name })) {
      expect(captured.report.id).toMatch(/^r[0-9a-f]{16}$/);
      if (isRead(captured)) expect(captured.report.body.trim()).not.toBe('');
      else expect(captured.report.unread).not.toBe('');
    }
  }
});
