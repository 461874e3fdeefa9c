import { behind } from '../clause.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { surfaceSubject } from '../subject.ts';
import { territoriesAt, type Territory } from '../territory/index.ts';

const HOME =
  /^(us|we|its|our|the|nation|people|fold|bosom|arms|homeland|motherland|embrace|state|legitimacy|republic)$/i;

/** "Khartoum is free", "Madani has returned to its people", "Tikrit was gone too". */
export const setFree: ClaimRule = {
  name: 'set-free',
  about: 'A place that is said to be free, to have come back to its own, or to be gone.',
  examples: {
    yes: [
      'M23 rebels fled at dawn. The city of Goma is free, the army said.',
      'M23 rebels have fled. The city of Goma is now free of the rebels.',
      'The army drove out M23. Goma has returned to the nation.',
      'M23 rebels took Goma on Monday. Now Bukavu is gone too.',
      'The army declared Goma free of M23 rebels on Monday.',
      'The army said the city of Goma was clear of M23 rebels.',
    ],
    no: [
      'M23 rebels hold Bukavu. Entry to Goma is free.',
      'M23 rebels hold Bukavu. Goma is free of malaria.',
      'M23 rebels hold Bukavu. The ministry declared Goma free of cholera.',
      'M23 rebels hold Bukavu. The road to Goma is clear of mines.',
      'M23 rebels fled. Goma has returned to normal.',
      'M23 rebels fled. The minister has returned to Goma.',
      'M23 rebels hold Bukavu. In Goma the bread is gone.',
    ],
  },
  find(search, { first, last }) {
    if (search.sides.length === 0) return [];
    const drafts: Draft[] = [];
    for (let i = first + 1; i < last; i++) {
      const draft = at(search, i, last);
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, word: number, last: number): Draft | undefined {
  const { view } = search;
  const { text } = view.token(word);
  const declared = /^(free|clear)$/.test(text) ? declaredAt(search, word) : undefined;
  const clear = text === 'clear' && view.tokens[word + 1]?.text === 'of';
  const free = (text === 'free' || clear) && (declared !== undefined || isPredicate(search, word));
  const lost = /^(?:gone|lost)$/.test(text) ? withLost(search, word) : undefined;
  const gone = lost !== undefined || (text === 'gone' && isPredicate(search, word));
  const back = view.lemma(word) === 'return' && view.token(word).upos === 'VERB';
  if (!free && !gone && !back) return undefined;
  const of = ['of', 'from'].flatMap((preposition) => behind(view, word, preposition));
  const target = of.flatMap((token) => participantsAt(search, token)).find(({ armed }) => armed);
  if (of.length > 0 && !target) return undefined;
  if (free && !target && /^(NOUN|ADJ|ADP|PART)$/.test(view.tokens[word + 1]?.upos ?? ''))
    if (!/^(before|after|since|by|in|on|at|again)$/.test(view.lemma(word + 1))) return undefined;
  if (back && !isHome(search, word, last)) return undefined;
  if (clear && !target) return undefined;
  const told = wholes(search, lost ?? declared ?? surfaceSubject(view, word));
  const territories = gone ? told : told.slice(0, 1);
  if (territories.length === 0) return undefined;
  return {
    kind: gone ? 'control.captured' : 'control.recaptured',
    rule: 'set-free',
    trigger: word,
    tokens: [word],
    gainerUnsaid: true,
    ...(target ? { target } : {}),
    territories,
    certainty: 0.8,
  };
}

/** "declared Goma free of the rebels": the place that is so declared. */
function declaredAt({ view }: Search, word: number): number | undefined {
  const { head, deprel } = view.token(word);
  if (head < 0 || head > word || !/^(xcomp|amod|ccomp|advcl)$/.test(deprel)) return undefined;
  if (!/^(declare|proclaim|pronounce)$/.test(view.lemma(head))) return undefined;
  const object = view.place(word - 1);
  return object && object.first > head ? object.head : undefined;
}

const isPredicate = ({ view }: Search, word: number) =>
  view.children(word).some((child) => /^(cop|aux:pass)$/.test(view.token(child).deprel));

/** "has returned.", "has returned to us": not "to normal", "to work". */
function isHome({ view }: Search, verb: number, last: number): boolean {
  const aux = view.tokens[verb - 1]?.upos;
  if (aux !== 'AUX' && aux !== 'ADV') return false;
  const next = view.tokens[verb + 1];
  if (verb + 1 >= last || next?.upos === 'PUNCT') return true;
  if (next?.text !== 'to') return false;
  for (let i = verb + 2; i < Math.min(last, verb + 4); i++)
    if (!HOME.test(view.token(i).text)) return i > verb + 2 && view.token(i).upos === 'PUNCT';
  return true;
}

/** "With Herat gone, …" */
function withLost({ view }: Search, word: number): number | undefined {
  const mention = word > 1 ? view.place(word - 1) : undefined;
  const opens = mention && /^with$/i.test(view.tokens[mention.first - 1]?.text ?? '');
  return opens && /^[,.;]$/.test(view.tokens[word + 1]?.text ?? '') ? mention.head : undefined;
}

/** The whole named places of which it is said. */
function wholes(search: Search, subject: number | undefined): readonly Territory[] {
  if (subject === undefined) return [];
  return territoriesAt(search, subject).filter(
    ({ place, facility }) =>
      'id' in place && place.precision !== 'country' && facility === undefined,
  );
}
