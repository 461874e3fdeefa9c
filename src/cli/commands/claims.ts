import { Option } from 'commander';
import { type Claim, isResolved, type RecordedClaim } from '../../domain/index.ts';
import type { ClaimQuery } from '../../ledger/index.ts';
import { claimFilters, type ClaimFilters, queryOf } from '../claim-filters.ts';
import { type Context, examples, ledgerOptions, type Register, serverOption } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import { wholeNumber } from '../options.ts';
import { remoteAt } from '../remote.ts';
import { chainText, kindText, rolesText } from '../render-claim.ts';
import { plural, printable } from '../style.ts';
import { table } from '../table.ts';

interface ClaimsOptions extends ClaimFilters {
  readonly order: 'happened' | 'said' | 'recorded';
  readonly descending?: boolean;
  readonly limit: number;
  readonly offset: number;
  readonly server?: string;
  readonly json?: boolean;
}

interface Listed {
  readonly total: number;
  readonly claims: readonly RecordedClaim[];
}

const placeName = ({ place }: Claim) =>
  isResolved(place) ? place.name : place.text === '' ? '–' : `“${place.text}”`;

const WIDEST = 40;

function row({ claim }: RecordedClaim): readonly string[] {
  const kind = kindText(claim);
  const cells = [claim.when.end ?? '–', kind, rolesText(claim), placeName(claim), chainText(claim)];
  return [claim.id, ...cells].map((cell) =>
    printable(cell.length > WIDEST ? `${cell.slice(0, WIDEST - 1)}…` : cell),
  );
}

function fromLedger(options: ClaimsOptions, context: Context): Promise<Listed> {
  return context.withLedger(options, 'read', async (ledger) => {
    const filters = await queryOf(options, context, ledger);
    const { order, descending = false, limit, offset } = options;
    const query: ClaimQuery = { ...filters, order, descending, limit, offset };
    const claims = await ledger.claims(query);
    return { total: await ledger.count(filters), claims };
  });
}

/** Filters the HTTP API has no field for. */
const LEDGER_ONLY = ['recordedBy', 'retracted', 'descending'] as const;

async function fromServer(options: ClaimsOptions, server: string): Promise<Listed> {
  const given = LEDGER_ONLY.find((name) => options[name] !== undefined);
  if (given !== undefined) {
    const flag = given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new Failure(
      'usage',
      `--${flag} works on a ledger, not with --server`,
      'Leave one of the two out.',
    );
  }
  const remote = remoteAt(server);
  const { kind, actor, outlet, source, modality, polarity, from, to, report, text } = options;
  const where =
    options.place === undefined ? {} : await remotePlace(options, options.place, server);
  return remote.get<Listed>('api/claims', {
    ...where,
    kind,
    side: actor,
    outlet,
    source,
    modality,
    polarity,
    from,
    to,
    known: options.saidBy,
    report,
    text,
    limit: options.limit,
    offset: options.offset,
  });
}

async function remotePlace({ exactly }: ClaimsOptions, name: string, server: string) {
  const { places } = await remoteAt(server).get<{ places: readonly { id: string }[] }>(
    'api/places',
    { q: name },
  );
  const [place] = places;
  if (!place) throw new Failure('nothing', `no place "${name}" in the gazetteer of ${server}`, '');
  return exactly === true ? { place: place.id } : { inside: place.id };
}

async function list(options: ClaimsOptions, context: Context): Promise<number> {
  const { io, width } = context;
  const { total, claims } =
    options.server === undefined
      ? await fromLedger(options, context)
      : await fromServer(options, options.server);
  if (options.json === true) {
    for (const { claim, recorded } of claims) io.out(`${JSON.stringify({ claim, recorded })}\n`);
    return EXIT.ok.code;
  }
  const header = ['CLAIM', 'HAPPENED', 'KIND', 'WHO', 'WHERE', 'CHAIN'];
  if (claims.length > 0) io.out(table(header, claims.map(row), width));
  const shown = claims.length === total ? '' : `, ${claims.length} shown`;
  io.out(`${plural(total, 'claim')}${shown}\n`);
  return EXIT.ok.code;
}

export const registerClaims: Register = (program, context) => {
  const command = program
    .command('claims')
    .summary('list claims in the ledger')
    .description(
      'Lists claims, oldest recorded first. Filters narrow together; days are inclusive.',
    );
  serverOption(ledgerOptions(claimFilters(command)))
    .addOption(
      new Option('--order <clock>', 'sort by')
        .choices(['happened', 'said', 'recorded'])
        .default('recorded'),
    )
    .option('--descending', 'newest first')
    .option('--limit <n>', 'at most', wholeNumber(1, 1_000_000), 50)
    .option('--offset <n>', 'leave out the first', wholeNumber(0, 1_000_000_000), 0)
    .option('--json', 'one line of JSON for each claim: {"claim", "recorded"}')
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
