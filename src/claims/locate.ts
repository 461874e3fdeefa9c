import { isResolved, type PlaceMention } from '../domain/index.ts';
import type { Search } from './draft.ts';
import { behind } from './clause.ts';
import { spokenThere } from './territory/elsewhere.ts';
import { territoriesAt, unknownName, type Territory } from './territory/index.ts';

const LOCATIVE =
  /^(in|at|near|on|inside|outside|around|across|along|from|to|into|towards|toward|throughout|over|within|off|between|of|against|for)$/;

/** Where a thing happened when no slot of its frame says: the places of its clause, else of its sentence. */
export function locate(search: Search, trigger: number): readonly Territory[] {
  const { view } = search;
  const { first, last } = view.reading.sentences[view.token(trigger).sentence]!;
  const narrower = anyNamed(search, first, last, isWithinCountry);
  let clause: PlaceMention | undefined;
  let sentence: PlaceMention | undefined;
  for (let i = first; i < last; i++) {
    const mention = view.place(i);
    if (!mention || mention.first !== i || view.actor(i) || isAgent(search, mention)) continue;
    if (!isLocative(search, mention)) continue;
    // "“We are fighting,” he said at a summit in Japan": not there.
    if (spokenThere(view)(mention)) continue;
    // "the port of Mocimboa, in the far north of Mozambique, after days of fighting"
    if (narrower && !isWithinCountry(mention)) continue;
    if (under(search, mention.head, trigger)) clause ??= mention;
    else sentence ??= mention;
  }
  const mention = clause ?? sentence ?? narrower ?? anyNamed(search, first, last);
  if (!mention) return unread(search, trigger);
  const certainty = clause ? 0.85 : sentence ? 0.6 : 0.5;
  return territoriesAt(search, mention.head).map((territory) => ({
    ...territory,
    confidence: territory.confidence * certainty,
  }));
}

/** "major cities including the capital, Kabul": named without a preposition of its own. */
function anyNamed(
  search: Search,
  first: number,
  last: number,
  suits: (mention: PlaceMention) => boolean = () => true,
): PlaceMention | undefined {
  const { view } = search;
  for (let i = last - 1; i >= first; i--) {
    const mention = view.place(i);
    if (!mention || view.actor(i) || isAgent(search, mention) || !suits(mention)) continue;
    if (!spokenThere(view)(mention)) return mention;
  }
  return undefined;
}

const isWithinCountry = ({ place }: PlaceMention) =>
  !isResolved(place) || place.precision !== 'country';

/** "a truce proposed by the United States": who acts is not where. */
const isAgent = ({ view }: Search, { head }: PlaceMention) =>
  view.token(head).deprel === 'obl:agent';

function isLocative({ view }: Search, mention: PlaceMention): boolean {
  return view.children(mention.head).some((child) => LOCATIVE.test(view.lemma(child)));
}

/** Whether the climb from a token meets the trigger, or the verb that carries it, before another verb. */
function under({ view }: Search, token: number, trigger: number): boolean {
  const carrier = /^(VERB|AUX)$/.test(view.token(trigger).upos)
    ? trigger
    : view.token(trigger).head;
  let node = token;
  for (let depth = 0; depth < 8; depth++) {
    node = view.token(node).head;
    if (node < 0) return false;
    if (node === trigger || node === carrier) return true;
    if (view.token(node).upos === 'VERB') return false;
  }
  return false;
}

/** "clashed near Zerikandu": a name behind the trigger that no list has, where armed sides are told of. */
const unread = (search: Search, trigger: number) =>
  search.sides.length === 0
    ? []
    : ['in', 'at', 'near', 'around', 'outside']
        .flatMap((word) => behind(search.view, trigger, word))
        .flatMap((token) => unknownName(search, token))
        .slice(0, 1);
