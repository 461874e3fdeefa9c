import { type Attribution, inside, type SpeechContext } from './rule.ts';

/** How many sentences a relay, and "made the comment", reach. */
const REACH = 2;

const sentenceOf = ({ text }: SpeechContext, { head, named }: Attribution) =>
  text.tokens[named?.head ?? head]!.sentence;

/** "…, X said, adding that": a participle without a subject shares the speaker before it. */
export function shareSpeakers(
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] {
  const { text } = context;
  let previous: Attribution | undefined;
  return found.map((attribution) => {
    const { head, source, content } = attribution;
    const participle = text.tokens[head]!.xpos === 'VBG' && source === null;
    const near =
      previous !== undefined && sentenceOf(context, previous) === sentenceOf(context, attribution);
    const outside = near && !previous!.content.some((range) => inside(range, head));
    const shared =
      participle && outside && previous!.source !== null && content.length > 0
        ? { ...attribution, source: previous!.source, speaker: previous!.speaker }
        : attribution;
    previous = shared;
    return shared;
  });
}

/**
 * "… was quoted by Interfax as making the comment" names the speaker of the words before it, and
 * tells how they reached us.
 */
export function referBack(
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] {
  const result = [...found];
  found.forEach((attribution, k) => {
    if (attribution.refersBack !== true || attribution.source === null) return;
    const before = result[k - 1];
    if (before === undefined || before.source === null) return;
    if (sentenceOf(context, attribution) - sentenceOf(context, before) > REACH) return;
    const { source, speaker, relays, head, cue } = attribution;
    result[k - 1] = { ...before, named: { source, speaker, head, cue }, relays };
  });
  return result.filter(
    (attribution, k) => attribution.refersBack !== true || result[k - 1]?.named === undefined,
  );
}

/** The agency that quoted a speaker stands behind the speaker's next words too. */
export function carryRelays(
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] {
  const { text } = context;
  const name = ({ speaker, named }: Attribution) => {
    const head = named?.speaker ?? speaker;
    return head === null ? '' : lastName(context, head);
  };
  const result: Attribution[] = [];
  let carrier: Attribution | undefined;
  for (const attribution of found) {
    const near =
      carrier !== undefined &&
      sentenceOf(context, attribution) - sentenceOf(context, carrier) <= REACH;
    const same =
      near &&
      (name(attribution) === name(carrier!) ||
        /^(?:he|she|they|it)$/i.test(text.tokens[attribution.speaker ?? 0]!.text));
    const next =
      same && attribution.speaker !== null && attribution.relays.length === 0
        ? { ...attribution, relays: carrier!.relays }
        : attribution;
    result.push(next);
    if (
      next.rule === 'speech.quoted-by' ||
      next.named !== undefined ||
      (carrier !== undefined && next.relays === carrier.relays)
    )
      carrier = next;
  }
  return result;
}

/** Last word of a name, so that "Alexander Vikantov" and "Vikantov" are one. */
function lastName({ tree }: SpeechContext, head: number) {
  const parts = tree.children(head).filter((child) => tree.tokens[child]!.deprel === 'flat');
  return tree.tokens[parts.at(-1) ?? head]!.text;
}
