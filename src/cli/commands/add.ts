import type { Day, Instant, Problem } from '../../domain/index.ts';
import { limitsOf, NOT_GIVEN } from '../../report/index.ts';
import { RemoteAdding } from '../add-remote.ts';
import { type Added, Adding, type AddingOptions, type FileSink } from '../adding.ts';
import {
  type Context,
  examples,
  ledgerOptions,
  type LedgerOptions,
  type Register,
  serverOption,
} from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import { dayOption, sizeOption } from '../options.ts';
import { duration, Progress } from '../progress.ts';
import { gather, type RefusedFile, type SourceFile } from '../sources.ts';
import { plural, printable } from '../style.ts';

interface AddOptions extends LedgerOptions {
  readonly outlet?: string;
  readonly published?: Day;
  readonly maxSize?: number;
  readonly server?: string;
  readonly json?: boolean;
}

/** Reasons shown; the rest are counted. */
const REASONS = 20;

function summary(results: readonly Added[], milliseconds: number, context: Context, where: string) {
  const of = (outcome: Added['outcome']) => results.filter((each) => each.outcome === outcome);
  const added = of('added');
  const claims = added.reduce((sum, each) => sum + each.claims, 0);
  const perSecond = Math.round(added.length / (milliseconds / 1000));
  // A report or two say nothing of how fast many are read.
  const rate = perSecond > 0 ? `, ${perSecond} a second` : '';
  const lines = [
    `Added ${plural(added.length, 'report')} with ${plural(claims, 'claim')} to ${where} in ${duration(milliseconds)}${rate}`,
  ];
  if (of('known').length > 0) lines.push(`  ${of('known').length} known already`);
  const unread = [...of('unread'), ...of('failed')];
  if (unread.length > 0) lines.push(`  ${unread.length} not read:`);
  for (const { path, reason = '' } of unread.slice(0, REASONS)) {
    lines.push(`    ${context.style.warn(printable(path))}: ${printable(reason)}`);
  }
  if (unread.length > REASONS)
    lines.push(`    and ${unread.length - REASONS} more (--json lists all)`);
  const passed = of('passed-over');
  if (passed.length > 0) {
    lines.push(`  ${plural(passed.length, 'file')} of other kinds passed over: ${endings(passed)}`);
  }
  lines.push(...undatedLines(added, context), ...unplacedLines(added));
  return `${lines.join('\n')}\n`;
}

const isUndated = ({ code }: Problem) => code === 'no-date';

/** Reports whose day of publication is not known, by their files; with a date that was given and is none. */
function undatedLines(added: readonly Added[], { style }: Context): readonly string[] {
  const undated = added.filter(({ problems }) => problems.some(isUndated));
  if (undated.length === 0) return [];
  const told = undated.map(({ path, problems }) => {
    const wrong = problems.find((one) => isUndated(one) && !one.message.endsWith(NOT_GIVEN));
    return `    ${style.warn(printable(path))}${wrong ? `: ${printable(wrong.message)}` : ''}`;
  });
  // Many reports of one file are one line.
  const lines = [...new Set(told)];
  return [
    `  ${plural(undated.length, 'report')} without a date of publication, counted as said today: give --published, or put it in the file`,
    ...lines.slice(0, REASONS),
    ...(lines.length > REASONS
      ? [`    and ${lines.length - REASONS} more (--json lists all)`]
      : []),
  ];
}

/** Names shown; the rest are counted. */
const NAMES = 12;

/** Places that claims name and no map shows, with how many claims: the user may know them. */
function unplacedLines(added: readonly Added[]): readonly string[] {
  const names = tally(added.flatMap(({ unplaced = [] }) => unplaced));
  if (names.length === 0) return [];
  const more = names.length > NAMES ? ` and ${names.length - NAMES} more` : '';
  return [
    `  ${plural(names.length, 'place')} named that the gazetteer lacks: ${listed(names.slice(0, NAMES))}${more}`,
    '    `dateline import-places` adds places; add these reports to a new ledger after it',
  ];
}

/** Words with how often they came, most first. */
function tally(words: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

const listed = (counts: readonly (readonly [string, number])[]) =>
  counts.map(([word, count]) => `${printable(word)} ${count}`).join(', ');

/** ".pdf 12, .docx 3": most first. */
const endings = (passed: readonly Added[]) =>
  listed(tally(passed.map(({ reason = '' }) => reason)));

async function addAll(
  files: readonly SourceFile[],
  sink: FileSink,
  context: Context,
  onDone: (each: Added) => void,
): Promise<void> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const progress = new Progress(total, context.io);
  let done = 0;
  try {
    for (const [index, file] of files.entries()) {
      const show = (share: number) =>
        progress.show(
          done + share * file.bytes,
          `${index} of ${plural(files.length, 'file')}  ${file.name}`,
        );
      show(0);
      for await (const each of sink.addFile(file, show)) onDone(each);
      done += file.bytes;
    }
    for await (const each of sink.finish()) onDone(each);
  } finally {
    progress.clear();
  }
}

/** Here on the ledger, or on a server that holds it. */
async function withSink(
  options: AddOptions,
  context: Context,
  work: (sink: FileSink) => Promise<void>,
): Promise<void> {
  const adding: AddingOptions = {
    limits: limitsOf(options.maxSize),
    outlet: options.outlet,
    published: options.published,
    captured: () => context.io.now().toISOString() as Instant,
  };
  if (options.server !== undefined) return work(new RemoteAdding(options.server, adding));
  const reader = await context.reader();
  return context.withLedger(options, 'write', (ledger) => work(new Adding(ledger, reader, adding)));
}

const notTaken =
  (outcome: 'failed' | 'passed-over') =>
  ({ name, reason }: RefusedFile): Added => ({
    path: name,
    report: null,
    outcome,
    claims: 0,
    reason,
    problems: [],
  });

async function add(
  paths: readonly string[],
  options: AddOptions,
  context: Context,
): Promise<number> {
  const { io } = context;
  const { files, refused, passedOver } = await gather(paths, io);
  if (files.length === 0 && refused.length === 0) {
    throw new Failure(
      'noInput',
      `${paths.join(', ')}: saw no reports`,
      'Expected files ending in .txt, .md, .html, .jsonl, .csv, .pdf, .mhtml or .eml.',
    );
  }
  const results: Added[] = [];
  const onDone = (each: Added) => {
    results.push(each);
    if (options.json === true) io.out(`${JSON.stringify(each)}\n`);
  };
  for (const each of refused) onDone(notTaken('failed')(each));
  for (const each of passedOver) onDone(notTaken('passed-over')(each));
  const started = io.now().getTime();
  await withSink(options, context, (sink) => addAll(files, sink, context, onDone));
  if (options.json !== true) {
    const where = options.server ?? context.whereIs(options);
    io.out(summary(results, io.now().getTime() - started, context, where));
  }
  const bad = results.some(({ outcome }) => outcome === 'unread' || outcome === 'failed');
  return bad ? EXIT.partly.code : EXIT.ok.code;
}

export const registerAdd: Register = (program, context) => {
  serverOption(
    ledgerOptions(
      program
        .command('add')
        .summary('read reports into the ledger')
        .description(
          'Reads files, and folders with all they hold, into the ledger. A report that is there already adds nothing; ' +
            'what cannot be read is kept with the reason. Day and outlet are those that the item states: in its page, in front matter, ' +
            'in fields of a JSON line, in columns of a table (text, date, source, title, url), or in lines such as "Published: 2021-08-05" and "Outlet: The Example" above a text.',
        )
        .argument(
          '<path...>',
          'files or folders: .txt, .md, .html, .jsonl, .csv, .pdf, .mhtml, .eml',
        )
        .option('--published <date>', 'day of publication of all of them', dayOption)
        .option('--outlet <name>', 'outlet of all of them')
        .option('--max-size <size>', 'largest file (default: 10MB)', sizeOption)
        .option('--json', 'one line of JSON for each report, printed once it is safe on disk'),
    ),
  )
    .addHelpText(
      'after',
      examples(
        'dateline add reports/',
        'dateline add today.jsonl page.html --ledger ~/afghanistan',
      ),
    )
    .action((paths: string[], options: AddOptions) =>
      context.run(() => add(paths, options, context)),
    );
};
