import type { ActorReference } from '../domain/index.ts';
import { isPassive, QUOTE, verbGroup } from './clause.ts';
import { surfaceSubject } from './subject.ts';
import type { Draft, Search } from './draft.ts';
import { participantsAt } from './participant.ts';
import type { TextView } from './text-view.ts';

const TELLING =
  /^(claim|announce|declare|boast|confirm|admit|acknowledge|proclaim|deny|insist|say|report|concede)$/;

/** Whoever tells of a thing with a verb of telling that has it for object: "announced the capture of Goma". */
export function tellerOf(search: Search, { trigger, actor }: Draft): ActorReference | undefined {
  const { view } = search;
  if (/^claim$/.test(view.lemma(trigger)) && view.token(trigger).upos === 'VERB')
    return actor?.reference;
  const claimed = claimant(search, trigger);
  if (claimed) return claimed;
  let node = trigger;
  for (let depth = 0; depth < 3; depth++) {
    const { deprel, head } = view.token(node);
    if (head < 0 || !/^(obj|xcomp|ccomp|conj|nsubj:pass)$/.test(deprel)) return undefined;
    if (
      TELLING.test(view.lemma(head)) &&
      view.token(head).upos === 'VERB' &&
      deprel !== 'nsubj:pass' &&
      !isPassive(view, head) &&
      !isNegated(view, head) &&
      !standsApart(view, node, head)
    ) {
      const subject = surfaceSubject(view, head);
      return subject === undefined ? undefined : participantsAt(search, subject)[0]?.reference;
    }
    node = head;
  }
  return undefined;
}

/** "has not confirmed the fall of the town" tells of none. */
const isNegated = (view: TextView, verb: number) =>
  verbGroup(view, verb).some((i) => /^(?:not|n['’]t|never|cannot)$/i.test(view.token(i).text));

/** "the group claim to have taken it": a noun to the tagger, as a rule. */
export function claimant(search: Search, trigger: number): ActorReference | undefined {
  const { view } = search;
  const to = (verbGroup(view, trigger).at(-1) ?? trigger) - 1;
  if (view.tokens[to]?.text.toLowerCase() !== 'claim' || view.tokens[to + 1]?.text !== 'to')
    return undefined;
  const before = QUOTE.test(view.tokens[to - 1]?.text ?? '') ? to - 2 : to - 1;
  const mention = view.tokens[before] && view.actor(before);
  if (mention?.last !== before + 1) return undefined;
  return participantsAt(search, mention.head)[0]?.reference;
}

/** "said the town fell, and rebels entered": a clause with a subject of its own, unless the teller is put in: ", he said,". */
function standsApart(view: TextView, node: number, teller: number): boolean {
  if (view.token(node).deprel !== 'conj' || view.tokens[teller + 1]?.text === ',') return false;
  return view.children(node).some((child) => view.token(child).deprel.startsWith('nsubj'));
}
