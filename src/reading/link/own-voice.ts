import type { ActorMention, Mention } from '../../domain/index.ts';
import type { LinkContext } from './context.ts';
import { isSubject } from './context.ts';
import { SAYING } from './pronouns.ts';

const OWN = new Set(['our', 'ours']);
/** Words between a quotation and the one who is said to speak it. */
const FAR = 60;

/** "“Our defenders are near the city,” the president said": they are on the speaker's side. */
export function nameOwn(context: LinkContext) {
  const { mentions, words, quotations } = context;
  mentions.forEach((mention, id) => {
    if (mention.type !== 'actor' || mention.rule !== 'actor.possessed' || mention.side) return;
    if (!OWN.has(words[mention.first - 1] ?? '') || quotations[mention.first] === 0) return;
    const speaker = speakerNear(context, id);
    if (speaker?.side !== undefined) mentions[id] = ofSide(mention, speaker);
  });
}

function speakerNear(context: LinkContext, id: number): ActorMention | undefined {
  const { mentions } = context;
  const from = mentions[id]!;
  const { paragraph } = context.text.sentences[from.sentence]!;
  let best: ActorMention | undefined;
  let least = FAR;
  for (const candidate of around(mentions, id)) {
    const distance = Math.abs(candidate.first - from.first);
    if (candidate.type !== 'actor' || distance >= least) continue;
    if (context.text.sentences[candidate.sentence]!.paragraph !== paragraph) continue;
    if (!speaks(context, candidate)) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

const around = (mentions: readonly Mention[], id: number) =>
  mentions.slice(Math.max(0, id - FAR), id + FAR);

/** Subject of a verb of saying, or next to one where the tree has it otherwise. */
function speaks(context: LinkContext, mention: ActorMention): boolean {
  const { tokens } = context.text;
  if (context.quotations[mention.head] !== 0) return false;
  const says = (index: number) => SAYING.test(tokens[index]?.lemma ?? '');
  return (
    (isSubject(context, mention) && says(tokens[mention.head]!.head)) ||
    says(mention.last) ||
    says(mention.first - 1) ||
    isPaper(context, mention)
  );
}

const PAPER = /^(statement|communiqu[eé]|release|bulletin)$/;

/** "The rebels' communiqué read differently": theirs are the words quoted behind it. */
const isPaper = ({ text: { tokens } }: LinkContext, { head }: ActorMention) =>
  /^(nmod:poss|compound)$/.test(tokens[head]!.deprel) &&
  PAPER.test(tokens[tokens[head]!.head]?.lemma ?? '');

function ofSide(mention: ActorMention, speaker: ActorMention): ActorMention {
  const { anonymous: _anonymous, ...rest } = mention;
  return {
    ...rest,
    ...(speaker.side === undefined ? {} : { side: speaker.side }),
    ...(speaker.country === undefined ? {} : { country: speaker.country }),
    reason: `“our” of ${speaker.name}`,
  };
}
