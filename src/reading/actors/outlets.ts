import { supplied } from '../../domain/index.ts';
import type { ActorDraft } from '../drafts.ts';
import type { ActorContext } from './context.ts';
import { draftAt } from './draft.ts';

/** Tokens from the start of a sentence within which a dateline ends. */
const DATELINE = 14;
const LONGEST_NAME = 4;

/** "KABUL, Aug. 5 (Meridian) -": whoever stands in the brackets filed the report. */
function datelineAgency({ text }: ActorContext): string | undefined {
  for (const { first, last } of text.sentences.slice(0, 3)) {
    const words = text.tokens.slice(first, Math.min(last, first + DATELINE));
    const open = words.findIndex(({ text }) => text === '(');
    const close = words.findIndex(({ text }) => text === ')');
    const dash = words[close + 1]?.text ?? '';
    if (open < 0 || close < open + 2 || close > open + 1 + LONGEST_NAME || !/^[-–—]+$/.test(dash))
      continue;
    const name = words.slice(open + 1, close);
    if (name.every(({ text }) => /^\p{Lu}/u.test(text)))
      return text.report.body.slice(name[0]!.start, name.at(-1)!.end);
  }
  return undefined;
}

/** The outlet of the report and the agency of its dateline, wherever the text names them. */
export function ownOutlets(context: ActorContext): readonly ActorDraft[] {
  const { text, listed } = context;
  const names = new Set([supplied(text.report.outlet), datelineAgency(context)]);
  return [...names].flatMap((name) => {
    const words = name?.split(/\s+/) ?? [];
    if (name === undefined || !/^\p{Lu}/u.test(name)) return [];
    return text.tokens.flatMap(({ index, sentence }) => {
      const fits = words.every((word, i) => text.tokens[index + i]?.text === word);
      const last = index + words.length;
      if (!fits || listed[index] || text.tokens[last - 1]?.sentence !== sentence) return [];
      return [
        draftAt(
          context,
          { first: index, last, rule: 'actor.own-outlet' },
          { kind: 'outlet', name },
        ),
      ];
    });
  });
}
