import { InvalidArgumentError } from 'commander';
import { changesBetween, gradeOfPin, type Assessor, type Change } from '../../assessment/index.ts';
import {
  probabilityText,
  type ActorId,
  type Day,
  type Pin,
  type Reliability,
} from '../../domain/index.ts';
import { type Ledger, pinsOf, type RecordedPin } from '../../ledger/index.ts';
import type { ReaderResources } from '../../reader.ts';
import { account } from '../account.ts';
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
import { dayOption } from '../options.ts';
import { plural, printable } from '../style.ts';
import { table } from '../table.ts';

interface PinOptions extends LedgerOptions {
  readonly grade?: Pin;
  readonly reliability?: number;
  readonly takeBack?: boolean;
  readonly reason?: string;
  readonly by?: string;
  readonly at?: Day;
  readonly known?: Day;
  readonly json?: boolean;
}

function gradeOption(text: string): Pin {
  if (/^[A-F]$/i.test(text)) return text.toUpperCase() as Pin;
  throw new InvalidArgumentError('expected a letter from A to F.');
}

function shareOption(text: string): number {
  const share = Number(text);
  if (text.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new InvalidArgumentError('expected a number from 0 to 1.');
}

/** What is to be written; undefined to look only. */
function wanted({ grade, reliability, takeBack, reason }: PinOptions) {
  const given = [grade, reliability, takeBack].filter((each) => each !== undefined);
  if (given.length > 1) {
    throw new Failure(
      'usage',
      'saw more than one of --grade, --reliability and --take-back',
      'Expected one of them, or none to see what is fixed.',
    );
  }
  if (given.length === 0 && reason === undefined) return undefined;
  if (given.length === 0 || reason === undefined) {
    throw new Failure(
      'usage',
      given.length === 0 ? 'saw a reason for nothing' : 'a source is not graded without a reason',
      'Give --grade, --reliability or --take-back with --reason TEXT: it is kept with the date and your name.',
    );
  }
  return { pin: grade ?? reliability ?? null, reason };
}

/** The key of a source; a key of one that has said nothing yet may be given in advance. */
function keyOf(text: string, list: readonly Reliability[], { actors }: ReaderResources): string {
  const isMeant = (name: string) => name.toLowerCase() === text.toLowerCase();
  const found = list.find(({ source, name }) => source === text || isMeant(name));
  if (found) return found.source;
  // An army speaks for its side: a pin of the army itself would change nothing.
  const actor = actors.get(text.replace(/^side:/, '') as ActorId) ?? actors.find(text)[0];
  const side = actor && `side:${actor.side ?? actor.id}`;
  const speaksFor = side !== text && list.some(({ source }) => source === side) ? side : undefined;
  if (speaksFor === undefined && /^(side|agency|outlet|person|class):./.test(text)) return text;
  throw new Failure(
    'nothing',
    `no source "${text}" in the ledger`,
    speaksFor === undefined
      ? '`dateline pin` lists sources with their keys.'
      : `What it says is said by ${speaksFor}: pin that.`,
  );
}

const pinText = (pin: Pin | null) =>
  pin === null
    ? 'taken back'
    : typeof pin === 'number'
      ? `reliability ${pin} (grade ${gradeOfPin(pin)})`
      : `grade ${pin}`;

const entryLine = ({ recorded, source, pin, reason, by }: RecordedPin) =>
  `${recorded}  ${source}  ${pinText(pin)} by ${by}: ${reason}\n`;

function sourcesTable(assessor: Assessor, known: Day | undefined, width: number): string {
  const list = known === undefined ? [] : assessor.sources(known, () => true);
  const rows = [...list]
    .sort((a, b) => b.n - a.n || (a.source < b.source ? -1 : 1))
    .map(({ source, interest, learned, low, high, n, grade, pinned, name }) => [
      source,
      interest,
      `${probabilityText(learned)} (${probabilityText(low)}–${probabilityText(high)})`,
      n.toFixed(1),
      pinned ? `${grade} fixed` : grade,
      printable(name),
    ]);
  return table(['key', 'speaking of', 'borne out', 'claims', 'grade', 'source'], rows, width);
}

interface Effect {
  readonly at: Day;
  readonly known: Day;
  readonly changes: readonly Change[];
}

/** The picture as learned of this source, and with what is fixed. */
async function effectOf(
  source: string,
  { assessor, ledger }: { readonly assessor: Assessor; readonly ledger: Ledger },
  { at: asked, known }: PinOptions,
): Promise<Effect | undefined> {
  const at = asked ?? known ?? (await lastDay(ledger));
  if (at === undefined) return undefined;
  const asOf = { at, known: known ?? at };
  const pins = pinsOf(await ledger.pins());
  const others = new Map(pins);
  others.delete(source);
  return {
    ...asOf,
    changes: changesBetween(assessor, { ...asOf, pins: others }, { ...asOf, pins }),
  };
}

async function pin(
  name: string | undefined,
  options: PinOptions,
  context: Context,
): Promise<number> {
  const { io } = context;
  const write = wanted(options);
  return context.withLedger(options, 'read', async (ledger) => {
    const assessor = await assessLedger(ledger, await context.resources());
    const known = options.known ?? options.at ?? (await lastDay(ledger));
    const list = known === undefined ? [] : assessor.sources(known, () => true);
    if (name === undefined) {
      if (write) throw new Failure('usage', 'saw no source', 'Name one: its key or its name.');
      const json = { sources: list, pins: await ledger.pins() };
      io.out(
        options.json === true
          ? `${JSON.stringify(json, null, 2)}\n`
          : sourcesTable(assessor, known, context.width),
      );
      return EXIT.ok.code;
    }
    const source = keyOf(name, list, await context.resources());
    if (write) await ledger.pin({ source, ...write, by: options.by ?? account() });
    const entries = (await ledger.pins()).filter((entry) => entry.source === source);
    const effect = await effectOf(source, { assessor, ledger }, options);
    if (options.json === true) {
      io.out(`${JSON.stringify({ source, entries, effect }, null, 2)}\n`);
      return EXIT.ok.code;
    }
    io.out(entries.map(entryLine).join('') || 'Nothing is fixed of it.\n');
    if (effect && entries.at(-1)?.pin != null) {
      io.out(`What that changes on ${effect.at}, as known ${effect.known}:\n`);
      io.out(effect.changes.map(({ text }) => `  ${printable(text)}\n`).join(''));
      io.out(`${plural(effect.changes.length, 'place')}\n`);
      if (!list.some((each) => each.source === source)) {
        io.err(`Nothing by ${source} bears on who holds a place by ${effect.known}.\n`);
      }
    }
    return EXIT.ok.code;
  });
}

export const registerPin: Register = (program, context) => {
  ledgerOptions(
    program
      .command('pin')
      .summary('fix the grade or the reliability of a source')
      .description(
        'Fixes what to believe of a source instead of what is learned of it, for every day that is asked about, and shows which ' +
          'places look different by it. It is an entry with the reason, the day and who wrote it, and a further entry takes it back. ' +
          'Without --reason it shows the entries there are; without a source it lists the sources with their keys.',
      )
      .argument('[source]', 'key of a source ("side:taliban") or its name')
      .option('--grade <letter>', 'Admiralty letter, A to F', gradeOption)
      .option('--reliability <share>', 'share of its claims to be believed, 0 to 1', shareOption)
      .option('--take-back', 'what is learned of it counts again')
      .option('--reason <text>', 'why')
      .option('--by <name>', 'who says so (default: the name of this account)')
      .option('--at <date>', 'the day whose picture is compared (default: the last)', dayOption)
      .option('--known <date>', 'using only what was known by then', dayOption)
      .option('--json', 'print {"source", "entries", "effect"}'),
  )
    .addHelpText(
      'after',
      examples(
        'dateline pin',
        'dateline pin side:taliban --grade D --reason "its claims of last week were not borne out" --at 2021-08-07',
        'dateline pin side:taliban --take-back --reason "it was right after all"',
      ),
    )
    .action((source: string | undefined, options: PinOptions) =>
      context.run(() => pin(source, options, context)),
    );
};
