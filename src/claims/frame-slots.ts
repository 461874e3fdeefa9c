import { behind, speaks } from './clause.ts';
import { type Arguments } from './arguments.ts';
import type { Search } from './draft.ts';
import { governedBy } from './frame-match.ts';
import type { Frame, Slot } from './lexicon.ts';

/** A frame found at a trigger; `matched` are the words of its pattern after the trigger. */
export interface Found {
  readonly frame: Frame;
  readonly args: Arguments;
  readonly matched: readonly number[];
  /** Preposition that ends the pattern; its noun is the object. */
  readonly preposition?: number;
  readonly rule: string;
}

export function slotTokens(search: Search, found: Found, slot: Slot): readonly number[] {
  const { args, preposition } = found;
  if (slot === 'subject') return args.subject;
  // "negotiations between A and B have stalled": those between whom stand under the subject.
  if (slot === 'between') return betweenWhom(search, args);
  // "forces at Bagram have surrendered": the phrase may hang on the subject.
  if (slot !== 'object') {
    const own = args.oblique(slot);
    if (own.length > 0 || args.noun) return own;
    // "came under attack from the army": to the tree, an attack from the army.
    const within = found.matched.flatMap((token) =>
      search.view.token(token).upos === 'NOUN' ? behind(search.view, token, slot) : [],
    );
    if (within.length > 0) return within;
    // "were pulled out of Goma": to the tree, "out" is the verb's.
    if (preposition !== undefined && phraseAt(search, found) === slot)
      return governedBy(search.view, preposition);
    // "fought off an attack on Goma": to the tree, "off an attack".
    const off =
      preposition !== undefined && !args.passive ? governedBy(search.view, preposition) : [];
    // "commandos from Herat drove them out": from there they came, and drove nobody.
    const whence = slot === 'from' && found.frame.roles.target?.includes('object') === true;
    const hosts = [...(args.passive ? args.object : whence ? [] : args.subject), ...off];
    return hosts.flatMap((token) => behind(search.view, token, slot));
  }
  // "drove the troops from Goma": "from" has a role of its own, and those driven stand before it.
  if (isRole(search, found)) return args.object;
  // "cut Herat off": a particle governs nothing, and the object stands before it.
  const particle = preposition !== undefined && isParticle(search, args.trigger, preposition);
  if (particle && args.object.some((token) => token < preposition)) return args.object;
  if (preposition !== undefined && !args.passive) return governedBy(search.view, preposition);
  if (preposition !== undefined && args.object.length > 0) {
    const governed = governedBy(search.view, preposition);
    return governed.length > 0 ? governed : args.object;
  }
  // "taken over the town" where the tree takes "over" for a preposition.
  const last = found.matched.at(-1);
  if (args.object.length === 0 && last !== undefined && !args.passive)
    return governedBy(search.view, last);
  const { trigger } = args;
  // "holds Gao, which it retook in May, as well as Mopti": what follows is not of "which".
  const relative = search.view.token(trigger).deprel === 'acl:relcl';
  return args.object.flatMap((token) => [
    token,
    ...joinedTo(search.view, token).filter(
      (joined) => token > trigger || joined < trigger || !relative,
    ),
    ...behind(search.view, token, 'of').flatMap((name) =>
      search.view.place(name) ? joinedTo(search.view, name) : [],
    ),
  ]);
}

/** Whether the preposition that ends the pattern, "from" or "out of", is where some role is looked for. */
function isRole(search: Search, found: Found): boolean {
  const phrase = phraseAt(search, found);
  if (phrase === undefined || found.args.object.length === 0) return false;
  return Object.values(found.frame.roles).some((slots) => slots.includes(phrase));
}

const isParticle = ({ view }: Search, verb: number, token: number) =>
  view.token(token).deprel === 'compound:prt' && view.token(token).head === verb;

/** The preposition that ends the pattern, "out of" as two words. */
export function phraseAt({ view }: Search, { matched, preposition }: Found): string | undefined {
  if (preposition === undefined) return undefined;
  const words = matched.slice(view.lemma(preposition) === 'of' ? -2 : -1);
  return words.map((token) => view.lemma(token)).join(' ');
}

/** "Falluja and parts of Ramadi": what is joined to the object is taken, too. */
const joinedTo = (view: Search['view'], token: number) =>
  view
    .children(token)
    .filter(
      (child) =>
        view.token(child).deprel === 'conj' &&
        /^(NOUN|PROPN|ADJ)$/.test(view.token(child).upos) &&
        !speaks(view, child),
    );

function betweenWhom({ view }: Search, args: Arguments): readonly number[] {
  const { sentence } = view.token(args.trigger);
  const { first, last } = view.reading.sentences[sentence]!;
  for (let i = first; i < last; i++) {
    if (view.lemma(i) !== 'between') continue;
    const heads: number[] = [];
    for (let j = i + 1; j < Math.min(last, i + 14) && heads.length < 3; j++) {
      if (/^(VERB|AUX)$/.test(view.token(j).upos)) break;
      const mention = view.actor(j);
      if (mention && !heads.includes(mention.head)) heads.push(mention.head);
    }
    if (heads.length > 1) return heads;
  }
  return args.oblique('between');
}
