import {
  type Amount,
  type Claim,
  isResolved,
  type PlaceReference,
  probabilityText,
  type Report,
  supplied,
  type Time,
} from '../domain/index.ts';
import { printable, type Style, wrap } from './style.ts';

const days = ({ start, end }: { start: string; end: string }) =>
  start === end ? start : `${start} to ${end}`;

export function timeText(time: Time): string {
  if (time.basis === 'unknown') return `unknown: ${time.reason}`;
  const words = time.text === '' ? '' : `, “${time.text}”`;
  return `${days(time)} (${time.basis}${words})`;
}

export function placeText(place: PlaceReference): string {
  if (!isResolved(place)) {
    const words = place.text === '' ? '' : ` (“${place.text}”)`;
    return `unresolved: ${place.unresolved}${words}`;
  }
  const part = place.part === undefined ? '' : `, ${place.part}`;
  const described = place.described === undefined ? '' : `, “${place.described}”`;
  return `${place.path.join(' › ')} (${place.precision}${part}${described})`;
}

export function amountText({ min, max, unit, role }: Amount): string {
  const number = max === null ? `at least ${min}` : min === max ? String(min) : `${min} to ${max}`;
  return `${number} ${unit}${role === undefined ? '' : ` ${role}`}`;
}

/** Speaker, relays, outlet; an outlet that nobody named is said to be missing. */
export function chainText({ chain }: Claim): string {
  const links = chain.map(({ name, anonymous }) =>
    anonymous === true ? `${name} (unnamed)` : name,
  );
  const named = chain.some(({ role }) => role === 'outlet');
  return [...links, ...(named ? [] : ['outlet unknown'])].join(' → ');
}

/** What is said to have happened, or not to have, and how surely where that is not outright. */
export function kindText({ kind, polarity, modality }: Claim): string {
  const not = polarity === 'negative' ? ' not' : '';
  return `${kind}${not}${modality === 'stated' ? '' : ` ${modality}`}`;
}

/** Who did it to whom, as far as the roles are filled. */
export function rolesText(claim: Claim): string {
  const parties = claim.parties?.map(({ name }) => name).join(', ');
  const actor = claim.actor?.name ?? parties ?? '?';
  const target = claim.target === null ? '' : ` → ${claim.target.name}`;
  return `${actor}${target}`;
}

/** Sentence ends, for showing evidence inside its sentence: paragraphs and full stops are enough here. */
function surroundings(body: string, start: number, end: number): readonly [number, number] {
  const before = body.slice(Math.max(0, start - 400), start);
  const after = body.slice(end, end + 400);
  const opened = Math.max(before.lastIndexOf('\n'), lastStop(before));
  const closed = /[.!?][”"’']?(?=\s|$)|\n/.exec(after);
  const from = opened < 0 ? Math.max(0, start - 120) : start - before.length + opened + 1;
  const to = closed
    ? end + closed.index + closed[0].trimEnd().length
    : end + Math.min(after.length, 120);
  return [from, to];
}

function lastStop(text: string): number {
  let last = -1;
  for (const match of text.matchAll(/[.!?][”"’']?\s+(?=[\p{Lu}“"‘'])/gu)) {
    last = match.index + match[0].length - 1;
  }
  return last;
}

/** The evidence marked in its sentence. */
export function evidenceText(claim: Claim, body: string, style: Style): string {
  const { start, end } = claim.evidence;
  const [from, to] = surroundings(body, start, end);
  const clean = (a: number, b: number) => printable(body.slice(a, b));
  return `${clean(from, start)}${markWords(clean(start, end), style)}${clean(end, to)}`
    .replace(/\s+/g, ' ')
    .trim();
}

/** Word by word where there is colour: a wrapped line must not lose its mark. */
const markWords = (text: string, style: Style) =>
  style.mark('x') === '[x]' ? style.mark(text) : text.replace(/\S+/g, (word) => style.mark(word));

export function claimText(
  claim: Claim,
  body: string,
  { style, width }: { readonly style: Style; readonly width: number },
): string {
  const label = (name: string, value: string) =>
    `    ${style.dim(name.padEnd(6))} ${printable(value)}`;
  const certainty = [
    claim.polarity === 'negative' ? style.warn('negative') : 'positive',
    claim.modality === 'stated' ? 'stated' : style.warn(claim.modality),
    claim.stance,
    `reading ${probabilityText(claim.confidence)}`,
  ].join(' · ');
  const lines = [
    `${style.bold(claim.kind)}  ${printable(rolesText(claim))}  ${style.dim(claim.id)}`,
    wrap(evidenceText(claim, body, style), width, '    '),
    label(
      'place',
      placeText(claim.place) + (claim.facility === undefined ? '' : ` · ${claim.facility}`),
    ),
    label('when', timeText(claim.when)),
    label('said', timeText(claim.said)),
    label('chain', chainText(claim)),
  ];
  if (claim.amounts.length > 0)
    lines.push(label('amount', claim.amounts.map(amountText).join('; ')));
  lines.push(`    ${certainty}  ${style.dim(`rule ${claim.rule}`)}`);
  return `${lines.join('\n')}\n`;
}

export function reportLine(report: Report, style: Style): string {
  const outlet = supplied(report.outlet) ?? 'outlet unknown';
  const published = supplied(report.published) ?? 'date unknown';
  const title = report.title === null ? '' : `${style.bold(printable(report.title))}\n`;
  return `${title}${printable(outlet)} · ${published} · ${report.language} · ${style.dim(report.id)}\n`;
}
