import { Option } from 'commander';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ClaimId, Incident, Report, ReportId } from '../../domain/index.ts';
import type { Codebook, CodebookInput, ReportCodebook, Row } from '../../codebooks/index.ts';
import { isReadReport, type Ledger } from '../../ledger/index.ts';
import { assessLedger, lastDay } from '../assessing.ts';
import { claimFilters, type ClaimFilters, queryOf } from '../claim-filters.ts';
import { type Context, examples, ledgerOptions, type Register } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import { reportRows } from '../report-rows.ts';
import { plural } from '../style.ts';

interface ExportOptions extends ClaimFilters {
  readonly codebook?: string;
  readonly excel?: boolean;
  readonly output?: string;
  readonly hxl?: boolean;
  readonly format: 'csv' | 'json';
}

/** The one scheme that is not a table. */
const GEOJSON = 'geojson';

type AnyCodebook = Codebook | ReportCodebook;

async function findCodebook(name: string | undefined, context: Context): Promise<AnyCodebook> {
  const { loadCodebook, loadCodebooks } = await import('../../node/codebooks.ts');
  if (name?.endsWith('.json') === true) {
    try {
      return await loadCodebook(resolve(context.io.cwd, name));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new Failure(
        'noInput',
        message,
        'Expected a codebook as in data/codebooks/; see docs/codebooks.md.',
        { cause: error },
      );
    }
  }
  const { REPORT_CODEBOOKS } = await import('../../node/report-codebooks.ts');
  const codebooks = await loadCodebooks();
  if (name !== undefined) {
    const load = Object.hasOwn(REPORT_CODEBOOKS, name) ? REPORT_CODEBOOKS[name] : undefined;
    const found = load ? await load(await context.resources()) : codebooks.get(name);
    if (found) return found;
  }
  const names = [...codebooks.keys(), ...Object.keys(REPORT_CODEBOOKS), GEOJSON].join(', ');
  throw new Failure(
    'usage',
    name === undefined ? 'saw no codebook' : `no codebook "${name}"`,
    `Expected --codebook with one of: ${names}; or a file ending in .json.`,
  );
}

/** Incidents are of the whole record; those that hold a claim that was asked for are kept. */
async function incidentsOf(
  wanted: ReadonlySet<ClaimId>,
  options: ExportOptions,
  context: Context,
  ledger: Ledger,
): Promise<readonly Incident[]> {
  const last = options.saidBy ?? (await lastDay(ledger));
  if (last === undefined) return [];
  const assessor = await assessLedger(ledger, await context.resources());
  const incidents = assessor.incidents({ at: options.to ?? last, known: last });
  return incidents.filter(({ claims }) => claims.some((id) => wanted.has(id)));
}

async function inputOf(
  options: ExportOptions,
  context: Context,
  ledger: Ledger,
): Promise<CodebookInput> {
  const query = await queryOf(options, context, ledger);
  const claims = (await ledger.claims(query)).map(({ claim }) => claim);
  const reports = new Map<ReportId, Report>();
  for (const id of new Set(claims.map(({ report }) => report))) {
    const stored = await ledger.report(id);
    if (stored && isReadReport(stored.report)) reports.set(id, stored.report);
  }
  const { actors } = await context.resources();
  const wanted = new Set(claims.map(({ id }) => id));
  const incidents = await incidentsOf(wanted, options, context, ledger);
  return { claims, reports, incidents, actor: (id) => actors.get(id) };
}

interface Output {
  readonly text: string;
  readonly rows: number;
}

async function features(options: ExportOptions, context: Context): Promise<Output> {
  const input = await context.withLedger(options, 'read', (ledger) =>
    inputOf(options, context, ledger),
  );
  const { toGeoJson } = await import('../../codebooks/index.ts');
  return { text: `${JSON.stringify(toGeoJson(input))}\n`, rows: input.claims.length };
}

async function table(options: ExportOptions, context: Context): Promise<Output> {
  const codebook = await findCodebook(options.codebook, context);
  const rows = await context.withLedger(options, 'read', (ledger): Promise<readonly Row[]> =>
    'codeReport' in codebook
      ? reportRows(codebook, options, { context, ledger })
      : inputOf(options, context, ledger).then((input) => codebook.code(input)),
  );
  const { BYTE_ORDER_MARK, toCsv } = await import('../../codebooks/index.ts');
  const mark = options.excel === true ? BYTE_ORDER_MARK : '';
  const text =
    options.format === 'json'
      ? `${JSON.stringify(rows, null, 2)}\n`
      : `${mark}${toCsv(codebook, rows, options.hxl === true)}`;
  return { text, rows: rows.length };
}

async function exportClaims(options: ExportOptions, context: Context): Promise<number> {
  const { io } = context;
  const { text, rows } = await (options.codebook === GEOJSON ? features : table)(options, context);
  if (options.output === undefined) {
    io.out(text);
    return EXIT.ok.code;
  }
  try {
    await writeFile(resolve(io.cwd, options.output), text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure('cannotWrite', `${options.output} cannot be written: ${reason}`, '', {
      cause: error,
    });
  }
  io.err(`${plural(rows, 'row')} in ${options.output}\n`);
  return EXIT.ok.code;
}

export const registerExport: Register = (program, context) => {
  const command = program
    .command('export')
    .summary("write claims in somebody's coding scheme")
    .description(
      'Writes claims as a table in the scheme of a codebook, or as GeoJSON. Takes the filters of `claims`. plover, cameo, isaf and muc4 code whole reports: all of them, or those with a claim that the filters let through; each is read again from its kept text.',
    )
    .option(
      '--codebook <name>',
      'by claim or incident: acled, ucdp-ged, hxl, geojson, or a file of your own; by report: plover, cameo, isaf, muc4',
    )
    .option('--output <file>', 'write there instead of standard output')
    .addOption(
      new Option('--format <format>', 'of a table').choices(['csv', 'json']).default('csv'),
    )
    .option('--excel', 'mark the table as UTF-8, so that Excel shows accents and other scripts')
    .option('--hxl', 'a row of HXL hashtags below the header');
  ledgerOptions(claimFilters(command))
    .addHelpText(
      'after',
      examples(
        'dateline export --codebook acled --from 2021-08-01 --to 2021-08-15 --output acled.csv',
        'dateline export --codebook plover --from 2021-08-01 --format json',
        'dateline export --codebook geojson --place Helmand > helmand.geojson',
      ),
    )
    .action((options: ExportOptions) => context.run(() => exportClaims(options, context)));
};
