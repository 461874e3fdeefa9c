import { changesBetween } from '../../assessment/index.ts';
import { type Day, placeId } from '../../domain/index.ts';
import { assessLedger, lastDay } from '../assessing.ts';
import {
  type Context,
  examples,
  ledgerOptions,
  type LedgerOptions,
  type Register,
} from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import { findPlace } from '../find.ts';
import { collectDays } from '../options.ts';
import { diffText } from '../render-diff.ts';
import { plural } from '../style.ts';

interface DiffOptions extends LedgerOptions {
  readonly known: readonly Day[];
  readonly at?: readonly Day[];
  readonly place?: string;
  readonly json?: boolean;
}

function pairs({ known, at = [] }: DiffOptions) {
  const [first, second] = known;
  if (first === undefined || second === undefined || known.length > 2 || at.length > 2) {
    throw new Failure(
      'usage',
      `saw ${plural(known.length, '--known')} and ${plural(at.length, '--at')}`,
      'Expected --known twice, and --at not at all, once for both, or twice.',
    );
  }
  return [
    { at: at[0] ?? first, known: first },
    { at: at[1] ?? at[0] ?? second, known: second },
  ] as const;
}

async function diff(options: DiffOptions, context: Context): Promise<number> {
  const { io, style } = context;
  const [before, after] = pairs(options);
  return context.withLedger(options, 'read', async (ledger) => {
    const resources = await context.resources();
    const assessor = await assessLedger(ledger, resources);
    const area =
      options.place === undefined
        ? undefined
        : (await findPlace(options.place, resources, ledger)).place.id;
    const places = assessor.places().filter((id) => {
      const within = resources.gazetteer.place(placeId(id))?.within ?? [];
      return area === undefined || id === area || within.includes(area);
    });
    const changes = changesBetween(assessor, before, after, places);
    if (options.json === true) {
      io.out(`${JSON.stringify({ before, after, changes }, null, 2)}\n`);
      return EXIT.ok.code;
    }
    const last = await lastDay(ledger);
    const note =
      last !== undefined && before.known > last ? ' (both days lie after the last report)' : '';
    io.out(`${diffText(changes, { assessor, resources, style })}${note}\n`);
    return EXIT.ok.code;
  });
}

export const registerDiff: Register = (program, context) => {
  ledgerOptions(
    program
      .command('diff')
      .summary('what changed in the picture, and because of which reports')
      .description(
        'Compares the picture as known on one day with the picture as known on another, and names the claims that changed it. ' +
          'Each picture is of its own day, unless --at says otherwise.',
      )
      .requiredOption('--known <date>', 'as known then; given twice', collectDays)
      .option('--at <date>', 'the day that is asked about; once for both, or twice', collectDays)
      .option('--place <place>', 'this place and what is inside it only')
      .option('--json', 'print {"before", "after", "changes"}'),
  )
    .addHelpText(
      'after',
      examples(
        'dateline diff --known 2021-08-06 --known 2021-08-07',
        'dateline diff --at 2021-08-08 --known 2021-08-08 --known 2021-08-16 --place Kunduz',
      ),
    )
    .action((options: DiffOptions) => context.run(() => diff(options, context)));
};
