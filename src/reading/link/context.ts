import type { Actor, ActorMention, Mention, ParsedText } from '../../domain/index.ts';
import type { ReadingResources } from '../resources.ts';

/** What has been read up to the mention being linked. */
export interface LinkContext {
  readonly text: ParsedText;
  readonly words: readonly string[];
  readonly resources: Pick<ReadingResources, 'gazetteer' | 'actors'>;
  /** Number of the quotation a token stands in, 0 outside. */
  readonly quotations: readonly number[];
  /** Mentions so far, in order; a mention's id is its index. */
  readonly mentions: Mention[];
  /** Acronyms that the text has given to a mention: "(MX)". */
  readonly acronyms: Map<string, number>;
  readonly onlyGroup: Actor | undefined;
  readonly known: Known;
}

/** Mentions so far, by what later ones look for. */
export interface Known {
  readonly byActor: Map<string, number>;
  /** By kind and name, of those that are named. */
  readonly byName: Map<string, number>;
  /** Forces, groups and bodies that stand for themselves. */
  readonly bodies: ActorMention[];
  /** Armed groups of the list. */
  readonly groups: Set<string>;
}

export const nothingKnown = (): Known => ({
  byActor: new Map(),
  byName: new Map(),
  bodies: [],
  groups: new Set(),
});

const BODIES = new Set(['armed-group', 'force', 'organisation']);

const keyOf = ({ kind, name }: Pick<ActorMention, 'kind' | 'name'>) => `${kind} ${name}`;

export const sameNamed = ({ byName }: Known, draft: Pick<ActorMention, 'kind' | 'name'>) =>
  byName.get(keyOf(draft));

/** The first mention stands for the actor; the others point at it. */
export function remember({ known }: LinkContext, mention: ActorMention) {
  const { actor, kind, id, rule, anonymous } = mention;
  if (actor !== undefined && !known.byActor.has(actor)) known.byActor.set(actor, id);
  if (anonymous !== true && !known.byName.has(keyOf(mention))) known.byName.set(keyOf(mention), id);
  if (BODIES.has(kind) && rule !== 'link.pronoun') known.bodies.push(mention);
  if (kind === 'armed-group' && actor !== undefined) known.groups.add(actor);
}

export interface Link {
  readonly as: number;
  readonly reason: string;
}

export const isSubject = ({ text }: LinkContext, { head }: { readonly head: number }) =>
  text.tokens[head]?.deprel.startsWith('nsubj') === true;

/** How far back a reference looks, in sentences. */
const REACH = 3;

/** A reference inside a quotation looks inside it; one outside does not look into any. */
export function sameVoice(context: LinkContext, at: number, antecedent: number): boolean {
  return context.quotations[at] === context.quotations[antecedent];
}

/** Subjects first, those of clauses that only give the circumstances after them. */
function roleCost(context: LinkContext, mention: ActorMention): number {
  const { tokens } = context.text;
  // "captured by the Taliban": who acts, though the place is the subject.
  if (tokens[mention.head]!.deprel === 'obl:agent') return 2;
  if (!isSubject(context, mention)) return 6;
  const clause = tokens[tokens[mention.head]!.head]?.deprel ?? '';
  return /^(root|conj|ccomp|parataxis)$/.test(clause) ? 0 : 4;
}

/** "Its forces had expelled them": who acts on "them" is none of them, by whatever name. */
function actsOnIt(context: LinkContext, token: number): ActorMention | undefined {
  const { tokens } = context.text;
  if (tokens[token]!.deprel !== 'obj') return undefined;
  const verb = tokens[token]!.head;
  return context.mentions.findLast(
    (one): one is ActorMention =>
      one.type === 'actor' && tokens[one.head]!.head === verb && isSubject(context, one),
  );
}

/** "The army began to withdraw its troops": the subject of the clause, before any other. */
const OWN_CLAUSE = -8;
const CHAIN = /^(xcomp|conj|advcl:to)$/;

function ownsWithin({ text }: LinkContext, token: number, mention: ActorMention): boolean {
  const { tokens } = text;
  if (tokens[token]!.deprel !== 'nmod:poss') return false;
  const { deprel, head: subjectOf } = tokens[mention.head]!;
  if (!deprel.startsWith('nsubj')) return false;
  let verb = tokens[tokens[token]!.head]?.head ?? -1;
  while (verb >= 0 && verb !== subjectOf && CHAIN.test(tokens[verb]!.deprel))
    verb = tokens[verb]!.head;
  return verb >= 0 && verb === subjectOf;
}

export interface Search {
  readonly token: number;
  readonly sentence: number;
  readonly fits: (mention: ActorMention) => boolean;
  readonly reach?: number;
}

/** Subjects before others, near before far. */
export function bestActor(context: LinkContext, search: Search): ActorMention | undefined {
  const { token, sentence, fits, reach = REACH } = search;
  const governor = context.text.tokens[token]!.head;
  const doer = actsOnIt(context, token);
  const isDoer = ({ side, actor }: ActorMention) =>
    doer !== undefined &&
    ((actor !== undefined && actor === doer.actor) || (side !== undefined && side === doer.side));
  let best: ActorMention | undefined;
  let least = Infinity;
  for (let i = context.mentions.length - 1; i >= 0; i--) {
    const mention = context.mentions[i]!;
    const away = sentence - mention.sentence;
    if (away > reach) break;
    if (mention.type !== 'actor' || mention.last > token || !fits(mention)) continue;
    if (isDoer(mention)) continue;
    if (!sameVoice(context, token, mention.head)) continue;
    const rival = context.text.tokens[mention.head]!.head === governor && governor >= 0;
    if (rival && context.text.tokens[token]!.deprel !== 'nmod:poss') continue;
    const role = ownsWithin(context, token, mention) ? OWN_CLAUSE : roleCost(context, mention);
    const cost = away * 10 + role + (token - mention.last) * 0.05;
    if (cost < least) [best, least] = [mention, cost];
  }
  return best;
}
