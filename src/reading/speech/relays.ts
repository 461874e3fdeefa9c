import type { Range, SpeechContext } from './rule.ts';
import { withoutCase } from './source.ts';
import { childWith, relation } from './tree.ts';

const PLATFORMS = /^(?:twitter|facebook|telegram|x|youtube|instagram|vk|whatsapp)$/i;
const CARRY =
  /^(?:carry|cite|quote|report|publish|broadcast|post|release|share|air|run|issue|obtain|see)$/;

/** Whom it reached us through: "told Reuters", "in a statement carried by Z", "on Twitter". */
export function relaysOf(context: SpeechContext, verb: number): readonly Range[] {
  const { tree } = context;
  const found: Range[] = [];
  const { lemma } = tree.tokens[verb]!;
  if (/^(?:tell|inform)$/.test(lemma)) {
    // "told the BBC rebels had fled": to the tree rebels of that name
    const told = [childWith(tree, verb, 'iobj', 'obj'), verb + 1, verb + 2].find(
      (at) => at !== undefined && tree.tokens[at] && isOutlet(context, at),
    );
    if (told !== undefined) push(context, found, told, verb);
  }
  for (const child of tree.children(verb)) {
    const token = tree.tokens[child]!;
    if (relation(token) !== 'obl') continue;
    const marker = tree.children(child).find((mark) => tree.tokens[mark]!.deprel === 'case');
    const preposition = marker === undefined ? '' : tree.tokens[marker]!.text.toLowerCase();
    const outlet = (preposition === 'to' || preposition === 'with') && isOutlet(context, child);
    if (outlet || (/^(?:on|via|through)$/.test(preposition) && PLATFORMS.test(token.text)))
      push(context, found, child, verb);
    found.push(...carriersOf(context, child));
  }
  return found;
}

/** "a statement carried by Interfax", "an interview with TASS". */
export function carriersOf(context: SpeechContext, statement: number): readonly Range[] {
  const { tree, lexicon } = context;
  const found: Range[] = [];
  if (!lexicon.statements.has(tree.tokens[statement]!.lemma.toLowerCase())) return found;
  for (const child of tree.children(statement)) {
    const token = tree.tokens[child]!;
    if (relation(token) === 'acl' && CARRY.test(token.lemma)) {
      const agent = tree.children(child).find((inner) => relation(tree.tokens[inner]!) === 'obl');
      if (agent !== undefined) push(context, found, agent, child);
    }
    if (relation(token) === 'nmod' && isOutlet(context, child))
      push(context, found, child, statement);
  }
  return found;
}

function push(context: SpeechContext, found: Range[], noun: number, verb: number) {
  const relay = withoutCase(context, noun, verb);
  if (relay === undefined) return;
  const { first, last } = relay.range;
  // "said on X that the town had fallen"
  let end = first + 1;
  while (end < last && context.text.tokens[end]!.text !== 'that') end++;
  found.push({ first, last: end });
}

const OUTLET_WORDS =
  /^(?:agency|news|newspaper|daily|paper|radio|tv|television|channel|magazine|outlet|network|broadcaster|website|media)$/i;

/** A name that the actor list has as an outlet, or a word for one. */
export function isOutlet({ outletAt, tree }: SpeechContext, index: number) {
  return outletAt[index] === 1 || OUTLET_WORDS.test(tree.tokens[index]!.lemma);
}
