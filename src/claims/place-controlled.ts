import { surfaceSubject } from './subject.ts';
import { contextTerritory } from './context.ts';
import type { Search } from './draft.ts';
import { labelPlace, unreadLabel } from './line-label.ts';
import type { TextView } from './text-view.ts';
import { namedByVerb, territoriesAt, unknownName, type Territory } from './territory/index.ts';

/** The verb that a noun of holding hangs on: "came under control". */
export function governorOf({ view }: Pick<Search, 'view'>, noun: number): number | undefined {
  const { deprel, head } = view.token(noun);
  // "dismissed claims that it is in their hands", where the tree hangs the hands on the first verb
  if (view.children(noun).some((child) => view.token(child).deprel === 'cop')) return undefined;
  return head >= 0 && deprel.startsWith('obl') && view.token(head).upos === 'VERB'
    ? head
    : undefined;
}

/** What is under somebody's control: object, subject or head, else the name or the line it is said in. */
export function placesOf(search: Search, noun: number): readonly Territory[] {
  const { view } = search;
  const { deprel, head } = view.token(noun);
  const tokens: number[] = [];
  const governor = governorOf(search, noun);
  if (governor !== undefined)
    for (const child of view.children(governor))
      if (view.token(child).deprel === 'obj') tokens.push(child);
  const subject = surfaceSubject(view, governor ?? noun);
  if (subject !== undefined) tokens.push(subject);
  if (head >= 0 && /^(nmod|acl|appos)/.test(deprel)) tokens.push(head);
  // "the city is back in their grip": the predicate is "back".
  const predicate = head >= 0 && deprel.startsWith('obl') ? surfaceSubject(view, head) : undefined;
  if (predicate !== undefined) tokens.push(predicate);
  for (const token of tokens) {
    const found = territoriesAt(search, token);
    const beside = found.length > 0 ? joinedNames(search, token) : [];
    if (found.length > 0) return [...found, ...beside.flatMap((name) => unknownName(search, name))];
  }
  const unknown = tokens.flatMap((token) => namedByVerb(search, token));
  if (unknown.length > 0) return unknown;
  const names = tokens.flatMap((token) => [token, ...joinedNames(search, token)]);
  const lacking = names.flatMap((token) => {
    const known = territoriesAt(search, token);
    return known.length > 0 ? known : unknownName(search, token);
  });
  if (lacking.length > 0) return lacking;
  const bare = beforeCopula(search, noun);
  if (bare.length > 0) return bare;
  const told = subjectBefore(search, noun);
  if (told.length > 0) return told;
  const pronoun = tokens.find((token) => view.lemma(token) === 'it');
  if (pronoun !== undefined) return contextTerritory(search, pronoun);
  const line = view.reading.sentences[view.token(noun).sentence]!;
  const label = labelPlace(view, line);
  if (label) return territoriesAt(search, label.head);
  const unread = unreadLabel(view, line);
  return unread === undefined ? [] : namedByVerb(search, unread);
}

const joinedNames = ({ view }: Search, token: number) =>
  view
    .children(token)
    .filter(
      (child) =>
        view.token(child).deprel === 'conj' &&
        (view.place(child) !== undefined || view.token(child).upos === 'PROPN'),
    );

/** "said Dioura is in its hands": a name that only stands where the place should. */
function beforeCopula(search: Search, noun: number): readonly Territory[] {
  const { view } = search;
  let at = view.children(noun).find((child) => view.token(child).deprel === 'cop') ?? -1;
  do at--;
  while (at >= 0 && /^(AUX|ADV|PART)$/.test(view.token(at).upos));
  at = beforeAside(view, at);
  if (at < 0 || view.token(at).sentence !== view.token(noun).sentence) return [];
  if (view.token(at).upos !== 'PROPN') return [];
  const known = view.place(at) ? territoriesAt(search, at) : namedByVerb(search, at);
  return known.length > 0 ? known : unknownName(search, at);
}

/** "Uvira, further south, is in army hands": what stands before the aside. */
export function beforeAside(view: TextView, at: number): number {
  if (view.tokens[at]?.text !== ',') return at;
  for (let i = at - 1; i > at - ASIDE && i > 0; i--) {
    if (view.token(i).text === ',') return i - 1;
    if (view.token(i).upos === 'VERB') return at;
  }
  return at;
}

const ASIDE = 8;

/** "X has fallen and is in the hands of Y": the subject of a clause before, where the tree lost it. */
function subjectBefore(search: Search, noun: number): readonly Territory[] {
  const { view } = search;
  const { first } = view.reading.sentences[view.token(noun).sentence]!;
  for (let i = noun - 1; i >= first; i--)
    if (view.token(i).deprel.startsWith('nsubj') && view.place(i))
      return territoriesAt(search, i).map((one) => ({ ...one, confidence: one.confidence * 0.7 }));
  return [];
}
