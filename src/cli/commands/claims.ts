import { Option } from 'commander';
import {
  CLAIM_KINDS,
  type Day,
  type Instant,
  isResolved,
  type Modality,
  type Polarity,
  type RecordedClaim,
  reportId,
} from '../../domain/index.ts';
import type { ClaimQuery, Ledger } from '../../ledger/index.ts';
import {
  type Context,
  examples,
  ledgerOptions,
  type LedgerOptions,
  type Register,
} from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import { findActor, findPlace } from '../find.ts';
import { collect, dayOption, wholeNumber } from '../options.ts';
import { chainText, rolesText } from '../render-claim.ts';
import { plural, printable } from '../style.ts';
import { table } from '../table.ts';

export interface ClaimsOptions extends LedgerOptions {
  readonly kind?: readonly string[];
  readonly place?: string;
  readonly exactly?: boolean;
  readonly actor?: string;
  readonly outlet?: string;
  readonly source?: string;
  readonly modality?: Modality;
  readonly polarity?: Polarity;
  readonly from?: Day;
  readonly to?: Day;
  readonly saidBy?: Day;
  readonly recordedBy?: Day;
  readonly report?: string;
  readonly text?: string;
  readonly retracted?: boolean;
  readonly order: 'happened' | 'said' | 'recorded';
  readonly descending?: boolean;
  readonly limit: number;
  readonly offset: number;
  readonly json?: boolean;
}

const GROUPS = [...new Set(CLAIM_KINDS.map((kind) => kind.split('.')[0]!))];

function checkKinds(kinds: readonly string[]): readonly string[] {
  const known = new Set<string>([...CLAIM_KINDS, ...GROUPS]);
  const unknown = kinds.find((kind) => !known.has(kind));
  if (unknown !== undefined) {
    throw new Failure(
      'usage',
      `no kind "${unknown}"`,
      `Expected one of: ${[...known].sort().join(', ')}.`,
    );
  }
  return kinds;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

async function placeFilter(options: ClaimsOptions, context: Context, ledger: Ledger) {
  if (options.place === undefined) return {};
  const { place, others } = await findPlace(options.place, await context.resources(), ledger);
  if (others.length > 0) {
    context.io.err(
      `${place.path.join(' › ')} (${place.level}, ${place.id}) of ${others.length + 1} with that name\n`,
    );
  }
  return options.exactly === true ? { place: place.id } : { inside: place.id };
}

/** The query that the options ask for. */
export async function queryOf(
  options: ClaimsOptions,
  context: Context,
  ledger: Ledger,
): Promise<ClaimQuery> {
  const query: Mutable<ClaimQuery> = {
    ...(await placeFilter(options, context, ledger)),
    order: options.order,
    limit: options.limit,
    offset: options.offset,
  };
  if (options.kind) query.kinds = checkKinds(options.kind);
  if (options.actor !== undefined) query.side = findActor(options.actor, await context.resources());
  if (options.report !== undefined) query.report = reportId(options.report);
  if (options.recordedBy !== undefined)
    query.recordedBy = `${options.recordedBy}T23:59:59.999Z` as Instant;
  if (options.retracted === true) query.withRetracted = true;
  const { outlet, source, modality, polarity, from, to, saidBy, text, descending } = options;
  const rest = { outlet, source, modality, polarity, from, to, saidBy, text, descending };
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined) Object.assign(query, { [name]: value });
  }
  return query;
}

const placeName = ({ claim: { place } }: RecordedClaim) =>
  isResolved(place) ? place.name : place.text === '' ? '–' : `“${place.text}”`;

function row(recorded: RecordedClaim): readonly string[] {
  const { claim } = recorded;
  const when = claim.when.end ?? '–';
  const doubts = [
    claim.polarity === 'negative' ? 'not' : '',
    claim.modality === 'stated' ? '' : claim.modality,
  ];
  const kind = [claim.kind, ...doubts.filter((each) => each !== '')].join(' ');
  return [claim.id, when, kind, rolesText(claim), placeName(recorded), chainText(claim)].map(
    (cell) => printable(cell.length > 40 ? `${cell.slice(0, 39)}…` : cell),
  );
}

async function list(options: ClaimsOptions, context: Context): Promise<number> {
  return context.withLedger(options, 'read', async (ledger) => {
    const { io, width } = context;
    const query = await queryOf(options, context, ledger);
    const claims = await ledger.claims(query);
    if (options.json === true) {
      for (const each of claims) io.out(`${JSON.stringify(each)}\n`);
      return EXIT.ok.code;
    }
    const { limit: _, offset: __, ...all } = query;
    const count = await ledger.count(all);
    if (claims.length > 0)
      io.out(table(['CLAIM', 'HAPPENED', 'KIND', 'WHO', 'WHERE', 'CHAIN'], claims.map(row), width));
    const shown = claims.length === count ? '' : `, ${claims.length} shown`;
    io.out(`${plural(count, 'claim')}${shown}\n`);
    return EXIT.ok.code;
  });
}

export const registerClaims: Register = (program, context) => {
  ledgerOptions(
    program
      .command('claims')
      .summary('list claims in the ledger')
      .description(
        'Lists claims, oldest recorded first. Filters narrow together; days are inclusive.',
      )
      .option(
        '--kind <kind>',
        'kind or group of kinds, for example control (may be repeated)',
        collect,
      )
      .option('--place <place>', 'in this place or anywhere inside it')
      .option('--exactly', 'with --place: about that place itself only')
      .option('--actor <actor>', 'by this side: an army counts for its government')
      .option('--outlet <name>', 'published by')
      .option('--source <text>', 'part of the name of anybody in the chain')
      .addOption(
        new Option('--modality <modality>', 'how sure').choices([
          'stated',
          'hedged',
          'hypothetical',
          'planned',
          'predicted',
          'background',
        ]),
      )
      .addOption(
        new Option('--polarity <polarity>', 'it happened, or it did not').choices([
          'positive',
          'negative',
        ]),
      )
      .option('--from <date>', 'happened on or after', dayOption)
      .option('--to <date>', 'happened on or before', dayOption)
      .option('--said-by <date>', 'only what had been said by then', dayOption)
      .option(
        '--recorded-by <date>',
        'only what this ledger had learned by the end of that day',
        dayOption,
      )
      .option('--report <id>', 'of this report')
      .option('--text <text>', 'part of the evidence')
      .option('--retracted', 'retracted claims too')
      .addOption(
        new Option('--order <clock>', 'sort by')
          .choices(['happened', 'said', 'recorded'])
          .default('recorded'),
      )
      .option('--descending', 'newest first')
      .option('--limit <n>', 'at most', wholeNumber(1, 1_000_000), 50)
      .option('--offset <n>', 'leave out the first', wholeNumber(0, 1_000_000_000), 0)
      .option('--json', 'one line of JSON for each claim: {"claim", "recorded"}'),
  )
    .addHelpText(
      'after',
      examples(
        'dateline claims --place Helmand --kind control --said-by 2021-08-05',
        'dateline claims --actor Taliban --modality hedged --order happened --descending',
        'dateline claims --source Interfax --json',
      ),
    )
    .action((options: ClaimsOptions) => context.run(() => list(options, context)));
};
