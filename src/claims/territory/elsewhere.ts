import type { PlaceMention, Speech } from '../../domain/index.ts';
import { isSpokenFrom } from '../../reading/link/spoken-from.ts';
import { SPEAKS_FROM } from '../../reading/places/words.ts';
import type { TextView } from '../text-view.ts';

/** "fled to Goma", "were flown to Juba", "pulled back towards Bara": where somebody went from the place spoken of. */
const GOING =
  /^(?:flee|escape|evacuate|fly|travel|ferry|bus|airlift|transfer|displace|move|send|take|bring|carry|rush|drive|walk|trek|retreat|withdraw|redeploy|regroup|pull|fall|retire|run|relocate|deport|return)$/;
const WENT = /^(?:flight|retreat|withdrawal|evacuation|transfer|exodus|journey)$/;
/** Tokens between the verb and where it leads. */
const FAR = 9;
/** Whoever goes to a town to take it has it before him. */
const AGAINST =
  /^(?:troop|soldier|fighter|force|reinforcement|rebel|militant|tank|column|convoy|unit)s?$/i;

/** Whether a place only says where people or troops went to. */
export function isRefuge(view: TextView, { first }: PlaceMention): boolean {
  if (!/^(?:to|towards?|into)$/i.test(view.tokens[first - 1]?.text ?? '')) return false;
  const { sentence } = view.token(first);
  for (let i = first - 2; i > first - FAR && view.tokens[i]?.sentence === sentence; i--) {
    const { upos } = view.token(i);
    if (WENT.test(view.lemma(i))) return true;
    if (upos !== 'VERB') continue;
    if (!GOING.test(view.lemma(i))) return false;
    return !SENT.test(view.lemma(i)) || !sendsTroops(view, i);
  }
  return false;
}

const SENT = /^(?:send|move|rush|bring|drive|walk|fly)$/;

function sendsTroops(view: TextView, verb: number): boolean {
  return view
    .children(verb)
    .some(
      (child) => /subj|obj/.test(view.token(child).deprel) && AGAINST.test(view.token(child).text),
    );
}

/** "told the Security Council in New York that", "said in Juba", "In Washington, a spokesman said": where it was said, outside what was said. */
export function spokenThere(view: TextView): (mention: PlaceMention) => boolean {
  const known = asked.get(view);
  if (known) return known;
  const made = askingOf(view);
  asked.set(view, made);
  return made;
}

const asked = new WeakMap<TextView, (mention: PlaceMention) => boolean>();

function askingOf(view: TextView): (mention: PlaceMention) => boolean {
  const { speech, sentences } = view.reading;
  const speakers = speakersIn(view);
  const cued = speech.filter(({ cue }) => cue !== null);
  return (mention) => {
    if (isSpokenFrom(view.reading, mention) || isWhereFrom(view, mention, speakers)) return true;
    const { first, start, sentence } = mention;
    if (!/^(?:in|at|from)$/i.test(view.tokens[first - 1]?.text ?? '')) return false;
    const { start: from, end: to } = sentences[sentence]!;
    return cued.some(
      (one) =>
        one.cue!.start >= from &&
        one.cue!.end <= to &&
        !one.content.some((span) => span.start <= start && start < span.end) &&
        (isBehindCue(view, mention, one) || opensSaying(view, mention, one)),
    );
  };
}

function isBehindCue(view: TextView, { first, last, start }: PlaceMention, { cue }: Speech) {
  return (
    cue!.end <= start &&
    view.tokens
      .slice(first - FAR < 0 ? 0 : first - FAR, last)
      .filter((token) => token.start >= cue!.end)
      .every(({ upos }) => upos !== 'VERB')
  );
}

/** "In Kunduz, residents said": they tell of where they are, and no spokesman does. */
function opensSaying(view: TextView, { first, last, sentence }: PlaceMention, { cue }: Speech) {
  if (view.reading.sentences[sentence]!.first !== first - 1) return false;
  const between = view.tokens
    .slice(last, last + FAR)
    .filter((token) => token.sentence === sentence && token.start < cue!.start);
  return (
    view.tokens[last]?.text === ',' &&
    between.every(({ upos }) => upos !== 'VERB') &&
    between.some(({ text }) => SPEAKS_FROM.test(text.toLowerCase()))
  );
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

/** "officials in Kandahar", "a spokesman stationed in Chaman". */
function isWhereFrom(
  view: TextView,
  { head, first }: PlaceMention,
  speakers: ReadonlySet<number>,
): boolean {
  if (!/^(in|at|from)$/.test(view.tokens[first - 1]?.text ?? '')) return false;
  let at = head;
  for (let step = 0; step < 3 && at >= 0; step++) {
    if (speakers.has(at)) return true;
    at = view.token(at).head;
  }
  return false;
}
