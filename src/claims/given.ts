import type { TextView } from './text-view.ts';

export const GIVES = /^(?:give|hand|grant|cede|yield|deliver|win|secure|assure)$/;

/** Behind the last word of who stands before "full control". */
export function receiverEnd(view: TextView, control: number): number {
  let end = control;
  while (/^(?:ADJ|ADV)$/.test(view.tokens[end - 1]?.upos ?? '') && !view.actor(end - 1)) end--;
  return end;
}

/** The verb in "giving the rebels full control". */
export function giverOf(view: TextView, control: number): number | undefined {
  const end = receiverEnd(view, control);
  let verb = (view.tokens[end - 1] && view.actor(end - 1)?.first) ?? end - 1;
  verb--;
  while (/^(?:DET|ADJ)$/.test(view.tokens[verb]?.upos ?? '')) verb--;
  const token = view.tokens[verb];
  const same = token?.sentence === view.token(control).sentence;
  return same && token.upos === 'VERB' && GIVES.test(token.lemma) && end - 1 > verb
    ? verb
    : undefined;
}
