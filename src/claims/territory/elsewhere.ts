import type { PlaceMention } from '../../domain/index.ts';
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

/** "told the Security Council in New York that", "said in Juba": where it was said, outside what was said. */
export function saidWhere(view: TextView): (mention: PlaceMention) => boolean {
  const { speech, sentences } = view.reading;
  const cued = speech.filter(({ cue }) => cue !== null);
  return ({ first, last, start, end, sentence }) => {
    if (!/^(?:in|at|from)$/i.test(view.tokens[first - 1]?.text ?? '')) return false;
    const { start: from, end: to } = sentences[sentence]!;
    return cued.some(
      ({ cue, content }) =>
        cue!.start >= from &&
        cue!.end <= start &&
        end <= to &&
        !content.some((span) => span.start <= start && start < span.end) &&
        view.tokens
          .slice(first - FAR < 0 ? 0 : first - FAR, last)
          .filter((token) => token.start >= cue!.end)
          .every(({ upos }) => upos !== 'VERB'),
    );
  };
}
