import { type Context, examples, ledgerOptions, type Register, serverOption } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { dayOption } from '../options.ts';
import { claimLines, standingText } from '../render-standing.ts';
import { standingView, type StandingOptions } from '../standing-view.ts';
import { plural } from '../style.ts';

async function standing(name: string, options: StandingOptions, context: Context): Promise<number> {
  const { io, style } = context;
  const view = await standingView(name, options, context);
  if (options.json === true) {
    io.out(`${JSON.stringify({ place: view.place, standing: view.standing }, null, 2)}\n`);
    return EXIT.ok.code;
  }
  const count = view.standing.claims.length;
  io.out(
    `${standingText(view, style)}\n${plural(count, 'claim')} behind it\n${claimLines(view, style)}`,
  );
  return EXIT.ok.code;
}

export const registerStanding: Register = (program, context) => {
  serverOption(
    ledgerOptions(
      program
        .command('standing')
        .summary('who holds a place')
        .description(
          'Shows who holds a place, how likely that is and how well founded. ' +
            'Without days it answers for the last day the record speaks of its country.',
        )
        .argument(
          '<place>',
          'a name ("Lashkar Gah"), a name with its area ("Herat, Afghanistan") or an id',
        )
        .option('--at <date>', 'the day that is asked about', dayOption)
        .option(
          '--known <date>',
          'using only what was known by then (default: the same day)',
          dayOption,
        )
        .option('--json', 'print {"place", "standing"}'),
    ),
  )
    .addHelpText(
      'after',
      examples(
        'dateline standing "Lashkar Gah" --at 2021-08-05',
        'dateline standing Kunduz --at 2021-08-07 --known 2021-08-16',
      ),
    )
    .action((name: string, options: StandingOptions) =>
      context.run(() => standing(name, options, context)),
    );
};
