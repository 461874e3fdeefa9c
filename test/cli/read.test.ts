import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Claim, Report } from '../../src/domain/index.ts';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';

const cwd = temporaryFolder();
const run = (...argv: string[]) => runCli(argv, { cwd });
const examples = join(import.meta.dirname, '..', '..', 'examples', 'afghanistan-2021');
const example = join(examples, '0802-lashkar-gah-tv.md');

interface Output {
  readonly report: Report;
  readonly claims: readonly Claim[];
  readonly problems: readonly unknown[];
}

const ajv = new Ajv({ allowUnionTypes: true, validateFormats: false });
const schema = JSON.parse(
  readFileSync(
    join(import.meta.dirname, '..', '..', 'data', 'schema', 'claim.schema.json'),
    'utf8',
  ),
) as object;

describe('dateline', () => {
  test('without a command it shows help; --version its version', async () => {
    const help = await run();
    expect(help.code).toBe(0);
    expect(help.out).toMatch(/Usage: dateline/);
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('a command that is not there, and an option that is not', async () => {
    const command = await run('clams');
    expect(command).toMatchObject({ code: 64, out: '' });
    expect(command.err).toMatch(/^dateline: unknown command 'clams'\n\(Did you mean claims\?\)/);
    expect(await run('read', 'x', '--no-such')).toMatchObject({ code: 64 });
    expect(await run('read')).toMatchObject({ code: 64 });
  });

  test('a day that does not exist is refused by name', async () => {
    const result = await run('read', example, '--published', '2021-02-30');
    expect(result.code).toBe(64);
    expect(result.err).toMatch(/'2021-02-30' is invalid. expected a day that exists/);
  });
});

describe('read', () => {
  test('prints JSON that its schema accepts, with offsets that fit the body', async () => {
    const { code, out, err } = await run('read', example, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const output = JSON.parse(out) as Output;
    const valid = ajv.validate(schema, output);
    expect(ajv.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(output.claims.length).toBeGreaterThan(0);
    for (const { evidence, report } of output.claims) {
      expect(report).toBe(output.report.id);
      expect(output.report.body.slice(evidence.start, evidence.end)).toBe(evidence.exact);
    }
  });

  test('shows claims for people: evidence in its sentence, place, time, chain', async () => {
    const { out } = await run('read', example);
    expect(out).toMatch(
      /^Taliban seize television station in Lashkar Gah\nHarbour Post · 2021-08-02 · en/,
    );
    expect(out).toMatch(/\[[^\]]*television station in Lashkar Gah[^\]]*\]/);
    expect(out).toMatch(/place {2}Afghanistan › Helmand › Lashkar Gah \(settlement/);
    expect(out).toMatch(/chain {2}.*→ Harbour Post/);
    expect(out).not.toContain('\u001B');
  });

  test('colours only where asked, and never what a report holds', async () => {
    const stdin =
      'Taliban fighters captured the city of Kunduz, officials said.\u0007 It was \u001B[31mred.';
    const coloured = await runCli(['read', '-'], { cwd, stdin, colour: true });
    expect(coloured.out).toContain('\u001B[1m');
    expect(coloured.out).not.toContain('\u001B[31m');
    expect(coloured.out).not.toContain('\u0007');
  });

  test('standard input, with date and outlet given', async () => {
    const stdin = 'Taliban fighters captured the city of Kunduz on Sunday, officials said.';
    const options = ['read', '-', '--json', '--published', '2021-08-09', '--outlet', 'Paper'];
    const { out } = await runCli(options, { cwd, stdin });
    const { report, claims } = JSON.parse(out) as Output;
    expect(report.published).toEqual({ basis: 'given', value: '2021-08-09' });
    expect(report.outlet).toEqual({ basis: 'given', value: 'Paper' });
    expect(claims.map(({ kind }) => kind)).toContain('control.captured');
    expect(claims[0]!.when).toMatchObject({ start: '2021-08-08' });
  });

  test('what cannot be read says what was seen', async () => {
    mkdirSync(join(cwd, 'folder'));
    writeFileSync(join(cwd, 'a.pdf'), '%PDF-1.7');
    const pdf = await run('read', 'a.pdf');
    expect(pdf.code).toBe(65);
    expect(pdf.out).toMatch(/saw a PDF document that is broken or cut off/);
    const json = await run('read', 'a.pdf', '--json');
    expect(JSON.parse(json.out)).toMatchObject({ claims: [], problems: [{ code: 'pdf' }] });
    expect(await run('read', 'nothing.txt')).toMatchObject({ code: 66 });
    const folder = await run('read', 'folder');
    expect(folder.code).toBe(66);
    expect(folder.err).toMatch(/saw a folder\n {2}Expected one file/);
    expect((await runCli(['read', '-'], { cwd })).code).toBe(65);
  });

  test('JSON lines give one line of output each', async () => {
    const line = (text: string) => JSON.stringify({ text, outlet: 'A', published: '2021-08-09' });
    const file = join(cwd, 'many.jsonl');
    writeFileSync(
      file,
      `${line('The Taliban captured Kunduz.')}\n{broken\n${line('The army recaptured Herat.')}\n`,
    );
    const { code, out } = await run('read', 'many.jsonl', '--json');
    expect(code).toBe(1);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each) as Output);
    expect(lines).toHaveLength(3);
    expect(lines[1]!.problems).toMatchObject([{ code: 'bad-line' }]);
  });
});

describe('read a web address', () => {
  let server: Server;
  let base: string;
  const page = `<html><head><meta charset="iso-8859-1"><meta property="og:site_name" content="Example"></head><body><article><p>${'The Taliban captured the city of Kunduz on Sunday, officials said at the caf\xe9. '.repeat(3)}</p></article></body></html>`;

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: '/story.html' }).end();
      else if (request.url === '/endless') {
        response.writeHead(200, { 'content-type': 'text/plain' });
        const more = () => {
          while (response.write('x'.repeat(65_536)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      } else if (request.url === '/story.html') {
        response.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.from(page, 'latin1'));
      } else response.writeHead(404).end('gone');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('follows redirects and reads the charset', async () => {
    const { code, out } = await run('read', `${base}/moved`, '--json');
    expect(code).toBe(0);
    const { report } = JSON.parse(out) as Output;
    expect(report.url).toBe(`${base}/story.html`);
    expect(report.outlet).toEqual({ basis: 'stated', value: 'Example' });
    expect(report.body).toContain('café');
  });

  test('an answer without end is cut off at the limit', async () => {
    const { code, out } = await run('read', `${base}/endless`, '--max-size', '1MB');
    expect(code).toBe(65);
    expect(out).toMatch(/expected at most 1\.0 MB/);
  });

  test('a page that is not there, and a host that is not', async () => {
    const missing = await run('read', `${base}/none`);
    expect(missing.code).toBe(69);
    expect(missing.err).toMatch(/saw HTTP status 404; expected 200\n {2}Save the page/);
    expect((await run('read', 'http://127.0.0.1:1/')).code).toBe(69);
  });
});
