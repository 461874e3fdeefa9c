import { type Command, Option } from 'commander';
import {
  CLAIM_KINDS,
  type Day,
  type Instant,
  type Modality,
  type Polarity,
  reportId,
} from '../domain/index.ts';
import type { ClaimQuery, Ledger } from '../ledger/index.ts';
import type { Context, LedgerOptions } from './context.ts';
import { Failure } from './failure.ts';
import { findActor, findPlace } from './find.ts';
import { collect, dayOption } from './options.ts';

/** Which claims: the options that `claims` and `export` share. */
export interface ClaimFilters extends LedgerOptions {
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
}

export const claimFilters = (command: Command): Command =>
  command
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
    .option('--retracted', 'retracted claims too');

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

async function placeFilter(options: ClaimFilters, context: Context, ledger: Ledger) {
  if (options.place === undefined) return {};
  const { place, others } = await findPlace(options.place, await context.resources(), ledger);
  if (others.length > 0) {
    const chosen = `${place.path.join(' › ')} (${place.level}, ${place.id})`;
    context.io.err(`${chosen}, of ${others.length + 1} with that name\n`);
  }
  return options.exactly === true ? { place: place.id } : { inside: place.id };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The query that the options ask for. */
export async function queryOf(
  options: ClaimFilters,
  context: Context,
  ledger: Ledger,
): Promise<ClaimQuery> {
  const query: Mutable<ClaimQuery> = { ...(await placeFilter(options, context, ledger)) };
  if (options.kind) query.kinds = checkKinds(options.kind);
  if (options.actor !== undefined) query.side = findActor(options.actor, await context.resources());
  if (options.report !== undefined) query.report = reportId(options.report);
  if (options.recordedBy !== undefined) {
    query.recordedBy = `${options.recordedBy}T23:59:59.999Z` as Instant;
  }
  if (options.retracted === true) query.withRetracted = true;
  const { outlet, source, modality, polarity, from, to, saidBy, text } = options;
  for (const [name, value] of Object.entries({
    outlet,
    source,
    modality,
    polarity,
    from,
    to,
    saidBy,
    text,
  })) {
    if (value !== undefined) Object.assign(query, { [name]: value });
  }
  return query;
}
