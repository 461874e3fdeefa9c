import { isResolved, type PlaceMention, type ResolvedPlace } from '../../domain/index.ts';
import { SPEAKS_FROM } from '../../reading/places/words.ts';
import type { TextView } from '../text-view.ts';
import { isRefuge, saidWhere } from './elsewhere.ts';
import { neighbour, related } from './listing.ts';
import { isOfTown } from './of-town.ts';
import { isWay } from './phrase.ts';

/** A place that the text may be about, with what does not depend on where the question is asked. */
export interface Candidate {
  readonly mention: PlaceMention;
  readonly place: ResolvedPlace;
  readonly weight: number;
  /** Somebody speaks there of what happens elsewhere. */
  readonly spoken: boolean;
  /** Where somebody went from the place that is spoken of. */
  readonly refuge: boolean;
  /** The title names it. */
  readonly titled: boolean;
}

/** What is named everywhere does not for that outweigh what was named a moment ago. */
const OFTEN = 8;

/** "Castello Road" is no city. */
const WAY =
  /\b(?:Road|Street|Avenue|Highway|Bridge|Boulevard|Square|River|Line|Front|(?:oil|gas)[ -]?field|refinery|dam|mine|camp)$/i;

export const unknownIn = (view: TextView): readonly PlaceMention[] =>
  view.reading.mentions.filter(
    (mention): mention is PlaceMention =>
      mention.type === 'place' &&
      mention.use === 'literal' &&
      !isResolved(mention.place) &&
      !WAY.test(mention.text) &&
      !isOfTown(view, mention) &&
      !isSeveral(view, mention) &&
      !isDateline(view, mention),
  );

/** "in captured Humvees" is nowhere. */
const isSeveral = (view: TextView, { first, last }: PlaceMention) =>
  view.token(last - 1).xpos === 'NNPS' && view.tokens[first - 1]?.xpos === 'VBN';

export function candidatesIn(view: TextView): readonly Candidate[] {
  const counts = new Map<string, number>();
  const found: { readonly mention: PlaceMention; readonly place: ResolvedPlace }[] = [];
  for (const mention of view.reading.mentions) {
    // "50 km from Kabul", "the Kabul police": a bearing, not the place the text is about.
    if (mention.type !== 'place' || mention.use !== 'literal') continue;
    if (isDateline(view, mention) || !isResolved(mention.place) || isWay(view, mention)) continue;
    // "The Washington Post" is nowhere.
    if (view.actor(mention.head)?.kind === 'outlet') continue;
    const { place } = mention;
    counts.set(place.id, (counts.get(place.id) ?? 0) + 1);
    found.push({ mention, place });
  }
  const speakers = speakersIn(view);
  const isSaidThere = saidWhere(view);
  const isAbroad = outsideMost(found.map(({ place }) => place));
  const heading = new Set(titled(view).map(({ id }) => id));
  return found.map(({ mention, place }) => {
    const often = Math.min(OFTEN, counts.get(place.id)!) * 0.25;
    const off = OFF.test(view.tokens[mention.first - 1]?.text ?? '');
    const subject = view.token(mention.head).deprel.startsWith('nsubj') && !off ? 0.3 : 0;
    const spoken = isWhereFrom(view, mention, speakers) || isSaidThere(mention);
    const refuge = isRefuge(view, mention);
    const aside =
      (inList(view, mention) ? 0.6 : 0) +
      (view.actor(mention.head) ? 0.4 : 0) +
      (spoken ? SPEAKER : 0) +
      (refuge ? REFUGE : 0) +
      (off ? NEARBY : 0) +
      (isAbroad(place) ? ABROAD : 0);
    const weight = often + subject - aside;
    return { mention, place, weight, spoken, refuge, titled: heading.has(place.id) };
  });
}

/** Places that a title read apart names. */
export const titled = ({ title }: TextView): readonly ResolvedPlace[] =>
  (title?.mentions ?? []).flatMap((mention) =>
    mention.type === 'place' && mention.use === 'literal' && isResolved(mention.place)
      ? [mention.place]
      : [],
  );

/** "A UN spokesman in New York said the airport had been seized": not that of New York. */
const SPEAKER = 0.8;
/** "Panjwai, outside Kandahar" is about Panjwai; "the second to fall after Raqqa" is about no Raqqa. */
const OFF = /^(outside|near|beyond|from|towards?|after|like|unlike)$/;
const NEARBY = 0.6;
/** "Police fled to Kunduz and said the town was lost": the town is another. */
const REFUGE = 0.9;
/** A town of another country than most that are named. */
const ABROAD = 1;

function outsideMost(places: readonly ResolvedPlace[]): (place: ResolvedPlace) => boolean {
  const counts = new Map<string, number>();
  for (const { path } of places) counts.set(path[0]!, (counts.get(path[0]!) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return ({ path }) => counts.get(path[0]!)! * 2 <= most;
}

/** Tokens that name who speaks of what happens elsewhere; residents and councillors speak of where they are. */
function speakersIn({ reading, tokens }: TextView): ReadonlySet<number> {
  const sources = reading.speech.flatMap(({ source }) => (source ? [source] : []));
  return new Set(
    tokens
      .filter(({ text }) => SPEAKS_FROM.test(text.toLowerCase()))
      .filter(({ start }) => sources.some((source) => source.start <= start && start < source.end))
      .map(({ index }) => index),
  );
}

/** "the internationally recognised government in Tripoli" fights elsewhere. */
const SEATED = /^(?:government|regime|cabinet|parliament|leadership|presidency)$/;

/** "officials in Kandahar", "a spokesman stationed in Chaman". */
function isWhereFrom(
  view: TextView,
  { head, first }: PlaceMention,
  speakers: ReadonlySet<number>,
): boolean {
  if (!/^(in|at|from)$/.test(view.tokens[first - 1]?.text ?? '')) return false;
  const above = view.token(head).head;
  if (view.token(head).deprel === 'nmod' && above >= 0 && SEATED.test(view.lemma(above)))
    return true;
  let at = head;
  for (let step = 0; step < 3 && at >= 0; step++) {
    if (speakers.has(at)) return true;
    at = view.token(at).head;
  }
  return false;
}

/** "KABUL, Aug. 6 (Agency) -" says where the report was written. */
export const isDateline = (view: TextView, { first, sentence, text }: PlaceMention) =>
  view.reading.sentences[sentence]!.first === first &&
  text.length > 2 &&
  text === text.toUpperCase();

/** Second and later members of a list; the first may be what the text goes on about. */
function inList(view: TextView, mention: PlaceMention): boolean {
  const before = neighbour(view, mention, -1);
  return before !== undefined && !related(before, mention);
}
