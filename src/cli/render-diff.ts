import type { Assessor, Change } from '../assessment/index.ts';
import { probabilityText, supplied, unlistedName, type ActorId } from '../domain/index.ts';
import type { ReaderResources } from '../reader.ts';
import { chainText } from './render-claim.ts';
import { stateText } from './render-standing.ts';
import { plural, printable, signed, type Style } from './style.ts';

/** Reasons shown for one change; the most moving come first. */
const REASONS = 4;

type Reason = Change['because'][number];

interface DiffView {
  readonly assessor: Assessor;
  readonly resources: ReaderResources;
  readonly style: Style;
}

/** What changed, place by place, each with the claims that speak for it and against it. */
export function diffText(changes: readonly Change[], view: DiffView): string {
  const reports = new Set(changes.flatMap(({ because }) => because.map(({ report }) => report)));
  const total = `${plural(changes.length, 'place')} changed`;
  const because = reports.size === 0 ? '' : `, because of ${plural(reports.size, 'report')}`;
  return `${changes.map((change) => changeText(change, view)).join('')}${total}${because}`;
}

function changeText(change: Change, view: DiffView): string {
  const { resources, style } = view;
  const actorName = (id: string) => resources.actors.get(id as ActorId)?.name ?? unlistedName(id);
  const place = resources.gazetteer.place(change.place);
  // A town and its district have one name.
  const name = place ? `${place.path.join(' › ')} (${place.level})` : change.place;
  const from = `${stateText(change.from, actorName)} (${probabilityText(change.fromProbability)})`;
  const to = `${stateText(change.to, actorName)} (${probabilityText(change.toProbability)})`;
  const reasons = change.because.slice(0, REASONS).map((reason) => reasonText(reason, view));
  const more = change.because.length - REASONS;
  if (more > 0) reasons.push(style.dim(`    and ${more} more, each of less weight`));
  return `${style.bold(printable(name))}\n  ${from} → ${style.bold(to)}\n${reasons.join('\n')}\n\n`;
}

function reasonText({ claim: id, report, logOdds }: Reason, { assessor, style }: DiffView): string {
  const claim = assessor.claim(id)?.claim;
  const head = assessor.report(report);
  const quote = claim?.evidence.exact.replace(/\s+/g, ' ') ?? '';
  const day = (head && supplied(head.published)) ?? 'undated';
  const speaker = claim ? chainText(claim) : '';
  const weight = `${logOdds >= 0 ? 'for    ' : 'against'} ${signed(logOdds)}`;
  return (
    `    ${weight}  “${printable(quote)}”\n` +
    `                   ${style.dim(printable(`${speaker}, ${day}  ${id}`))}`
  );
}
