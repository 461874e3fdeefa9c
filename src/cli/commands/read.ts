import type { Claim, Day, Problem, Report, UnreadReport } from '../../domain/index.ts';
import type { Instant } from '../../domain/index.ts';
import { type Captured, isRead, limitsOf, type RawItem, takeIn } from '../../report/index.ts';
import { type Context, examples, type Register } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { fetchItem, isWebAddress } from '../fetch-item.ts';
import { dayOption, sizeOption } from '../options.ts';
import { claimText, reportLine } from '../render-claim.ts';
import { fileItem } from '../sources.ts';
import { plural } from '../style.ts';

interface ReadOptions {
  readonly published?: Day;
  readonly outlet?: string;
  readonly json?: boolean;
  readonly maxSize?: number;
}

interface Outcome {
  readonly report: Report | UnreadReport;
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
}

async function itemOf(what: string, options: ReadOptions, { io }: Context): Promise<RawItem> {
  const { maxBytes } = limitsOf(options.maxSize);
  const item = isWebAddress(what)
    ? await fetchItem(what, io, maxBytes)
    : what === '-'
      ? { bytes: await io.stdin(), name: '-', captured: io.now().toISOString() as Instant }
      : await fileItem(what, io, maxBytes);
  return {
    ...item,
    ...(options.outlet === undefined ? {} : { outlet: options.outlet }),
    ...(options.published === undefined ? {} : { published: options.published }),
  };
}

async function readOne(captured: Captured, context: Context): Promise<Outcome> {
  if (!isRead(captured)) {
    return { report: captured.report, claims: [], problems: captured.problems };
  }
  const reader = await context.reader();
  const { claims, problems } = reader(captured.report);
  return { report: captured.report, claims, problems: [...captured.problems, ...problems] };
}

function show({ report, claims, problems }: Outcome, { style, width }: Context): string {
  const notes = problems.map(({ message }) => `  ${style.warn('!')} ${message}\n`).join('');
  if ('unread' in report) return `${report.id} cannot be read\n${notes}`;
  const list = claims.map((claim) => `\n${claimText(claim, report.body, { style, width })}`);
  return `${reportLine(report, style)}${notes}${list.join('')}\n${plural(claims.length, 'claim')}\n`;
}

async function read(what: string, options: ReadOptions, context: Context): Promise<number> {
  const { io } = context;
  const item = await itemOf(what, options, context);
  const limits = limitsOf(options.maxSize);
  const captured = await takeIn(item, limits);
  const many = captured.length > 1;
  let unread = 0;
  for (const [index, each] of captured.entries()) {
    const outcome = await readOne(each, context);
    if ('unread' in outcome.report) unread++;
    if (options.json === true) io.out(`${JSON.stringify(outcome, null, many ? 0 : 2)}\n`);
    else io.out(`${index > 0 ? '\n' : ''}${show(outcome, context)}`);
  }
  if (unread === 0) return EXIT.ok.code;
  return many ? EXIT.partly.code : EXIT.data.code;
}

export const registerRead: Register = (program, context) => {
  program
    .command('read')
    .summary('show the claims of one report')
    .description('Reads one report and shows its claims. Nothing is kept.')
    .argument(
      '<file|url|->',
      'a text, Markdown, HTML, JSONL or CSV file, a web address, or - for standard input',
    )
    .option(
      '--published <date>',
      'day of publication, when the report does not say or is wrong',
      dayOption,
    )
    .option('--outlet <name>', 'who published it')
    .option('--max-size <size>', 'largest input (default: 10MB)', sizeOption)
    .option(
      '--json',
      'print {"report", "claims", "problems"}; one line for each report of a JSONL or CSV file',
    )
    .addHelpText(
      'after',
      examples(
        'dateline read report.txt --published 2021-08-05 --outlet "Daily Example"',
        'dateline read https://example.org/news/1 --json',
        'pbpaste | dateline read - --published 2021-08-05',
      ),
    )
    .action((what: string, options: ReadOptions) =>
      context.run(() => read(what, options, context)),
    );
};
