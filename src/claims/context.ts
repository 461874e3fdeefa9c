import type { Search } from './draft.ts';
import { unreadLabel } from './line-label.ts';
import { openingName } from '../reading/opening-name.ts';
import {
  contextPlace,
  namedByVerb,
  paragraphsWith,
  unknownName,
  unreadOpening,
  type Territory,
} from './territory/index.ts';

const CERTAINTY = 0.55;

/** The place last spoken of, for "it" and for clauses that leave the place out. */
export function contextTerritory(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  const unread = unreadLabel(view, view.reading.sentences[view.token(token).sentence]!);
  if (unread !== undefined && !view.actor(unread)) return namedByVerb(search, unread);
  const asked = askedAbout(search, token);
  if (asked.length > 0) return asked;
  const opened = view.lemma(token) === 'it' ? unreadOpening(search, token) : [];
  if (opened.length > 0) return opened;
  const place = contextPlace(view, token, ['settlement', 'exact', 'district', 'province']);
  if (!place) return [];
  return [{ place, first: token, last: token + 1, confidence: CERTAINTY }];
}

/** "And Kabgayi?": the name that a question opens with is what the answer is about, though no list has it. */
function askedAbout(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  const { sentence } = view.token(token);
  const [own, asking] = paragraphsWith(view, sentence);
  if (asking === undefined) return [];
  for (let i = sentence; i >= 0; i--) {
    const { first, last, paragraph } = view.reading.sentences[i]!;
    const places = view.tokens.slice(first, Math.min(last, token)).some((t) => view.place(t.index));
    if (places || (paragraph !== own && paragraph !== asking)) return [];
    const at = paragraph === asking ? openingName(view.reading, i) : undefined;
    if (at === undefined) continue;
    const known = namedByVerb(search, at);
    return known.length > 0 ? known : unknownName(search, at);
  }
  return [];
}
