import type { Search } from '../search.ts';
import { antecedent } from '../antecedent.ts';
import { namedByVerb, unknownName } from './by-verb.ts';
import { label } from './phrase.ts';
import type { Territory } from './territory.ts';

/**
 * The place that a site or part is of, where its phrase holds none that the reading found: "Kavumu,
 * whose airport", "Vovchansk, half of which", "the camp of Rumangabo". Better a name that the
 * gazetteer lacks than the place last spoken of.
 */
export function ownerOf(search: Search, token: number): Territory | undefined {
  const { view } = search;
  const [first] = label(search, token);
  const owned = view.children(token).find((child) => view.lemma(child) === 'whose');
  const next = view.tokens[token + 1]?.text ?? '';
  const shared = next === 'of' && view.tokens[token + 2]?.text === 'which';
  if (owned !== undefined || shared) {
    const before = antecedent(view, owned ?? Math.min(first, firstOf(search, token)));
    return before === undefined ? undefined : placeAt(search, before);
  }
  // "Qarbanu's defences"; "Martyrs' Square" is a name
  const possessor = (/^\p{Lu}/u.test(view.token(token).text) ? [] : view.children(token)).find(
    (child) => view.token(child).deprel === 'nmod:poss' && view.token(child).upos === 'PROPN',
  );
  if (possessor !== undefined) return unknownName(search, possessor)[0];
  if (!OF.test(next)) return undefined;
  const name = view.tokens[token + 2];
  return name?.upos === 'PROPN' ? placeAt(search, name.index) : undefined;
}

const CERTAINTY = 0.8;
const OF = /^(of|at|in)$/;

function placeAt(search: Search, token: number): Territory | undefined {
  const mention = search.view.place(token);
  if (mention) {
    const { place, first, last } = mention;
    return { place, first, last, confidence: CERTAINTY };
  }
  const [known] = namedByVerb(search, token);
  return known ?? unknownName(search, token)[0];
}

/** "most of which", "the eastern half of which": where the phrase begins, its articles included. */
const firstOf = ({ view }: Search, token: number) => view.extent(token)[0];
