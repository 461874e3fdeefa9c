import { claimId, reportId } from '../../domain/index.ts';
import type { Review } from '../../ledger/index.ts';
import { account } from '../account.ts';
import {
  type Context,
  examples,
  ledgerOptions,
  type LedgerOptions,
  type Register,
} from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';

interface ReviewOptions extends LedgerOptions {
  readonly retract?: boolean;
  readonly restore?: boolean;
  readonly confirm?: boolean;
  readonly reason?: string;
  readonly by?: string;
  readonly json?: boolean;
}

function verdictOf({ retract, restore, confirm }: ReviewOptions): Review['verdict'] {
  const chosen = [retract && 'retracted', restore && 'restored', confirm && 'confirmed'].filter(
    (each): each is 'retracted' | 'restored' | 'confirmed' => typeof each === 'string',
  );
  if (chosen.length > 1) {
    throw new Failure(
      'usage',
      `saw ${chosen.length} verdicts`,
      'Expected one of --retract, --restore and --confirm, or none for a note.',
    );
  }
  return chosen[0] ?? 'noted';
}

async function review(id: string, options: ReviewOptions, context: Context): Promise<number> {
  const verdict = verdictOf(options);
  const { reason } = options;
  return context.withLedger(options, 'read', async (ledger) => {
    const { io } = context;
    const isReport = id.startsWith('r');
    const report = isReport ? reportId(id) : (await ledger.claim(claimId(id)))?.claim.report;
    if (report === undefined || !(await ledger.has(report))) {
      throw new Failure(
        'nothing',
        `no claim or report ${id} in the ledger`,
        '`dateline claims` lists claims with their ids.',
      );
    }
    if (reason !== undefined) {
      const by = options.by ?? account();
      await ledger.review({ report, claim: isReport ? null : claimId(id), verdict, reason, by });
    } else if (verdict !== 'noted') {
      throw new Failure(
        'usage',
        `a claim is not ${verdict} without a reason`,
        'Give one with --reason TEXT: it is kept with the date and your name.',
      );
    }
    const entries = (await ledger.reviews(report)).filter(
      ({ claim }) => isReport || claim === null || claim === id,
    );
    if (options.json === true) io.out(`${JSON.stringify(entries, null, 2)}\n`);
    for (const entry of options.json === true ? [] : entries) {
      const what = entry.claim ?? entry.report;
      io.out(`${entry.recorded}  ${what}  ${entry.verdict} by ${entry.by}: ${entry.reason}\n`);
    }
    if (entries.length === 0 && options.json !== true) io.out('No reviews.\n');
    return EXIT.ok.code;
  });
}

export const registerReview: Register = (program, context) => {
  ledgerOptions(
    program
      .command('review')
      .summary('retract, restore or comment on a claim or a report')
      .description(
        'Writes an entry about a claim or a whole report, with the reason, the day and who wrote it. Nothing is deleted: ' +
          'a retracted claim no longer counts, and can be restored. Without --reason it lists the entries there are.',
      )
      .argument('<id>', 'id of a claim (c…) or a report (r…)')
      .option('--retract', 'it no longer counts')
      .option('--restore', 'it counts again')
      .option('--confirm', 'a person has checked it')
      .option('--reason <text>', 'why')
      .option('--by <name>', 'who says so (default: the name of this account)')
      .option('--json', 'print the entries as JSON'),
  )
    .addHelpText(
      'after',
      examples(
        'dateline review c0123456789ab --retract --reason "the place is the province, not the city"',
        'dateline review c0123456789ab',
      ),
    )
    .action((id: string, options: ReviewOptions) =>
      context.run(() => review(id, options, context)),
    );
};
