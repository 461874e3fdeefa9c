import { type Claim, claimId, type Report } from '../../domain/index.ts';
import { isReadReport } from '../../ledger/index.ts';
import { type Context, examples, ledgerOptions, type Register, serverOption } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import { dayOption } from '../options.ts';
import { remoteAt } from '../remote.ts';
import { claimText, reportLine } from '../render-claim.ts';
import { movementsText, standingText } from '../render-standing.ts';
import { replayText } from '../replay.ts';
import { standingView, type StandingOptions } from '../standing-view.ts';

const CLAIM = /^c[0-9a-f]{12}$/;

interface Found {
  readonly claim: Claim;
  readonly report: Report;
}

function fromLedger(id: string, options: StandingOptions, context: Context): Promise<Found> {
  return context.withLedger(options, 'read', async (ledger) => {
    const recorded = await ledger.claim(claimId(id));
    const stored = recorded && (await ledger.report(recorded.claim.report));
    if (!recorded || !stored || !isReadReport(stored.report)) {
      throw new Failure(
        'nothing',
        `no claim ${id} in the ledger`,
        '`dateline claims` lists claims with their ids.',
      );
    }
    return { claim: recorded.claim, report: stored.report };
  });
}

async function fromServer(id: string, server: string): Promise<Found> {
  const remote = remoteAt(server);
  const { claim } = await remote.get<{ claim: Claim }>(`api/claims/${id}`);
  const { report } = await remote.get<{ report: Report }>(`api/reports/${claim.report}`);
  return { claim, report };
}

async function whyClaim(id: string, options: StandingOptions, context: Context): Promise<number> {
  const { io, style, width } = context;
  const found =
    options.server === undefined
      ? await fromLedger(id, options, context)
      : await fromServer(id, options.server);
  const reader = await context.reader();
  const again = reader(found.report);
  const replay = again.claims.find((claim) => claim.id === found.claim.id);
  if (options.json === true) {
    io.out(`${JSON.stringify({ ...found, replayed: replay ?? null }, null, 2)}\n`);
    return EXIT.ok.code;
  }
  io.out(reportLine(found.report, style));
  io.out(`\n${claimText(found.claim, found.report.body, { style, width })}`);
  io.out(`\n${replayText(found.claim, again, style)}`);
  return EXIT.ok.code;
}

async function whyPlace(name: string, options: StandingOptions, context: Context): Promise<number> {
  const { io, style } = context;
  const view = await standingView(name, options, context);
  if (options.json === true) {
    const { place, standing } = view;
    io.out(`${JSON.stringify({ place, standing, movements: standing.movements }, null, 2)}\n`);
    return EXIT.ok.code;
  }
  io.out(standingText(view, style));
  io.out(`\nWhat moved it, in log-odds (0.69 doubles the odds, 2.3 makes them ten times)\n`);
  io.out(movementsText(view, style));
  return EXIT.ok.code;
}

export const registerWhy: Register = (program, context) => {
  serverOption(
    ledgerOptions(
      program
        .command('why')
        .summary('what a claim or a standing rests on')
        .description(
          'For a claim: its sentence, its chain, and the reading of that sentence done again. ' +
            'For a place: everything that moved its standing, in order, and by how much.',
        )
        .argument('<claim|place>', 'the id of a claim, or a place as in `standing`')
        .option('--at <date>', 'the day that is asked about (places)', dayOption)
        .option('--known <date>', 'using only what was known by then (places)', dayOption)
        .option('--json', 'print it as JSON'),
    ),
  )
    .addHelpText(
      'after',
      examples('dateline why "Lashkar Gah" --at 2021-08-05', 'dateline why c0123456789ab'),
    )
    .action((what: string, options: StandingOptions) =>
      context.run(() =>
        CLAIM.test(what) ? whyClaim(what, options, context) : whyPlace(what, options, context),
      ),
    );
};
