import type { PlaceMention } from '../domain/index.ts';
import type { TextView } from './text-view.ts';

/** Words from the comma to the noun: "the two Bamyan *districts*", "for weeks a Taliban *possession*". */
const REACH = 8;

/** "Kahmard and Saighan, the two *districts* lost": the name before the comma that the noun says more of. */
export function apposedTo(view: TextView, noun: number): PlaceMention | undefined {
  const { sentence } = view.token(noun);
  // "Goma, one of the largest cities in the east, fell"
  let article = /^one$/i.test(view.token(noun).text);
  for (let i = noun - 1; i > noun - REACH && view.tokens[i]?.sentence === sentence; i--) {
    const { text, upos } = view.token(i);
    if (text === ',') {
      return article ? nameBefore(view, i) : undefined;
    }
    if (/^(?:VERB|AUX|PRON|CCONJ|SCONJ|PUNCT)$/.test(upos)) return undefined;
    article ||= upos === 'DET' || upos === 'NUM' || /^both$/i.test(text);
  }
  return undefined;
}

/** "Goma," and "Karukh district,": what ends at the comma. */
function nameBefore(view: TextView, comma: number): PlaceMention | undefined {
  const { sentence } = view.token(comma);
  return [1, 2]
    .filter((back) => back === 1 || view.tokens[comma - 1]?.upos === 'NOUN')
    .map((back) => (view.tokens[comma - back] ? view.place(comma - back) : undefined))
    .find((mention) => mention?.sentence === sentence);
}

/** Words of an aside: "Injil and Guzara, *the two districts that wrap around the city*, have been overrun". */
const ASIDE = 16;

/** The name before an aside that `closing`, its second comma, ends. */
export function beforeAside(view: TextView, closing: number): PlaceMention | undefined {
  const { sentence } = view.token(closing);
  for (let i = closing - 1; i > closing - ASIDE && view.tokens[i]?.sentence === sentence; i--) {
    const { text } = view.token(i);
    if (/^[;:]$/.test(text)) return undefined;
    if (text !== ',') continue;
    const opened = /^(?:DET|NUM)$/.test(view.token(i + 1).upos);
    return opened ? nameBefore(view, i) : undefined;
  }
  return undefined;
}
