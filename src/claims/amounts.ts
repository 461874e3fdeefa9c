import type { Amount, ClaimKind } from '../domain/index.ts';
import { behind } from './clause.ts';
import type { Draft, Search } from './draft.ts';

/** What an amount counts in a claim of this kind. */
const ROLE: Readonly<Partial<Record<ClaimKind, string>>> = {
  killing: 'killed',
  wounding: 'wounded',
  abduction: 'abducted',
  detention: 'detained',
  displacement: 'displaced',
  'control.count': 'held',
  'force.deployed': 'involved',
  'force.exercise': 'involved',
  'force.withdrawn': 'involved',
  'control.surrendered': 'surrendered',
};

/** Quantities that hang on the trigger or on what fills a role, here or where it is taken up again. */
export function amountsOf(search: Search, draft: Draft): readonly Amount[] {
  const found: Amount[] = [...(draft.amounts ?? [])];
  for (const trigger of [draft.trigger, ...(draft.related ?? [])])
    for (const amount of amountsAt(search, trigger, draft))
      if (!found.some(({ text }) => text === amount.text)) found.push(amount);
  return found;
}

function amountsAt(search: Search, trigger: number, draft: Draft): readonly Amount[] {
  const { view } = search;
  const role = ROLE[draft.kind];
  const { first, last } = view.reading.sentences[view.token(trigger).sentence]!;
  const found: Amount[] = [];
  const seen = new Set<number>();
  for (let i = first; i < last; i++) {
    const mention = view.quantity(i);
    if (!mention || seen.has(mention.id)) continue;
    seen.add(mention.id);
    if (belongs(search, mention.head, trigger) && !isOfOther(search, mention.head, draft))
      found.push({ ...mention.amount, ...(role === undefined ? {} : { role }) });
  }
  return found;
}

/** "holds Gao and most of the north": the share is of the north. */
function isOfOther({ view }: Search, quantity: number, { kind, territories }: Draft): boolean {
  if (!kind.startsWith('control.') || territories.some(({ last }) => last > quantity)) return false;
  const places = new Set(territories.flatMap(({ place }) => ('id' in place ? [place.id] : [])));
  const others = behind(view, quantity, 'of').filter((token) => {
    const place = view.place(token)?.place;
    return view.token(token).upos !== 'PRON' && !(place && 'id' in place && places.has(place.id));
  });
  return places.size > 0 && others.length > 0;
}

function belongs({ view }: Search, token: number, trigger: number): boolean {
  let node = token;
  for (let depth = 0; depth < 8 && node >= 0; depth++) {
    if (node === trigger) return true;
    if (node !== token && view.token(node).upos === 'VERB')
      return node === view.token(trigger).head && view.token(trigger).upos === 'NOUN';
    node = view.token(node).head;
  }
  return false;
}
