import { type SpeechRule, trimmed } from './rule.ts';
import { clearOf } from './content.ts';

/** "reportedly", "allegedly": attributed to nobody that the text names. */
export const adverb: SpeechRule = {
  name: 'speech.adverb',
  find(index, context) {
    const { tree, lexicon } = context;
    const token = tree.tokens[index]!;
    const stance = lexicon.adverbs.get(token.text.toLowerCase());
    if (stance === undefined) return undefined;
    const head = token.head < 0 ? index : token.head;
    const whole = trimmed(context, { first: tree.left[head]!, last: tree.right[head]! + 1 });
    const cue = { first: index, last: index + 1 };
    const content = whole === undefined ? [] : clearOf([whole], [cue]);
    if (content.length === 0) return undefined;
    return {
      rule: 'speech.adverb',
      head: index,
      cue,
      source: null,
      speaker: null,
      content,
      relays: [],
      stance,
      hedged: true,
      act: 'speech',
    };
  },
};
