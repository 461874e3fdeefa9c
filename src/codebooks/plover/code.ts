import type { TextView } from '../../claims/text-view.ts';
import type { ParsedToken, Sentence } from '../../domain/index.ts';
import type { EventClass, PloverLexicon } from './lexicon.ts';

/** One event in a sentence: its class, its trigger, and the head tokens of who did it to whom. */
export interface CodedEvent {
  readonly event: EventClass;
  readonly trigger: number;
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** How the class came about, for `why`: "will + AID is AGREE". */
  readonly because: string;
}

const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'csubj']);
const OBJECTS = new Set(['obj', 'iobj']);
/** Prepositions of where, when and by whom, not of whom it was done to. */
const SETTINGS = new Set(
  'by in at near during after before since following amid throughout within until like despite'.split(
    ' ',
  ),
);
const FUTURE = new Set(['will', 'would', 'shall', "'ll"]);
const OBLIGATION = new Set(['must', 'should', 'ought']);
/** Clause relations that lead from a governing verb to what it governs. */
const GOVERNED = new Set(['xcomp', 'ccomp', 'advcl', 'acl', 'parataxis', 'conj']);
const CONDITIONS = new Set(['unless', 'if']);
/** Said to come: a promise where it is welcome, a threat where it is not. */
const PROMISED = new Set<EventClass>([
  'AID',
  'COOPERATE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'RETREAT',
]);
const VIOLENT = new Set<EventClass>(['ASSAULT', 'FIGHT', 'COERCE', 'PROTEST', 'SANCTION']);
/** A verb three clauses down says little about what the sentence reports. */
const DEPTH = 4;

/**
 * The event that a sentence reports. The class is that of the highest predicate with a trigger;
 * what governs it may turn it: a promise to aid is AGREE, a threat to attack THREATEN.
 */
export function codeSentence(
  view: TextView,
  sentence: Sentence,
  lexicon: PloverLexicon,
): CodedEvent | undefined {
  const tokens = view.tokens.slice(sentence.first, sentence.last);
  const root = tokens.find(({ head }) => head < 0);
  const search = { view, lexicon, speaker: [] };
  return (root && descend(search, root.index, 0)) ?? firstEvent(search, tokens);
}

/** Where the tree leads nowhere: the first verb with a trigger, then the first noun. */
function firstEvent(search: Search, tokens: readonly ParsedToken[]): CodedEvent | undefined {
  for (const upos of ['VERB', 'NOUN'])
    for (const token of tokens) {
      const found = token.upos === upos ? eventAt(search, token.index) : undefined;
      if (found) return found;
    }
  return undefined;
}

interface Search {
  readonly view: TextView;
  readonly lexicon: PloverLexicon;
  /** Subject of the speech verbs above. */
  readonly speaker: readonly number[];
}

function descend(search: Search, index: number, depth: number): CodedEvent | undefined {
  const { view, lexicon } = search;
  const lemma = view.lemma(index);
  const governed = view.children(index).filter((child) => GOVERNED.has(view.token(child).deprel));
  const isSpeech = lexicon.speech.has(lemma);
  const below = isSpeech ? { ...search, speaker: subjects(view, index) } : search;
  if (!isSpeech) {
    const own = eventAt(search, index);
    if (own) return own;
  }
  for (const child of depth < DEPTH ? governed : []) {
    const found = descend(below, child, depth + 1);
    if (found) return found;
  }
  // "declared a ceasefire", "announced an amnesty": the verb of speech does it.
  return isSpeech ? eventAt(search, index) : undefined;
}

function eventAt(search: Search, index: number): CodedEvent | undefined {
  const { view, lexicon } = search;
  const modal = governedEvent(search, index);
  if (modal) return modal;
  const helpers = helpersOf(view, index);
  if (search.speaker.length > 0 && hasAny(helpers, OBLIGATION))
    return withActors(search, index, { event: 'DEMAND', because: 'said that … must' });
  const found = classAt(view, lexicon, index);
  return found && withActors(search, index, turned(view, lexicon, { index, helpers, found }));
}

/** "agreed to X", "threatened to X", "refused to X", "demanded that Y X". */
function governedEvent(search: Search, index: number): CodedEvent | undefined {
  const { view, lexicon } = search;
  const lemma = view.lemma(index);
  const clause = view
    .children(index)
    .find((child) => ['xcomp', 'ccomp'].includes(view.token(child).deprel));
  if (clause === undefined) return undefined;
  const inner = classAt(view, lexicon, clause);
  const turn = (event: EventClass) =>
    withActors(search, index, { event, because: `${lemma} + ${inner?.event ?? 'clause'}` }, clause);
  if (lexicon.refuse.has(lemma)) return turn('REJECT');
  if (lexicon.willing.has(lemma) || lexicon.promise.has(lemma)) {
    if (inner && lexicon.negative.has(inner.event)) return turn('THREATEN');
    return inner || lemma === 'agree' || lemma === 'promise' ? turn('AGREE') : undefined;
  }
  if (lexicon.threaten.has(lemma)) return turn('THREATEN');
  if (lexicon.demand.has(lemma)) return turn('DEMAND');
  return undefined;
}

interface Found {
  readonly event: EventClass;
  readonly because: string;
}

/** Class of one predicate by its own words. */
function classAt(view: TextView, lexicon: PloverLexicon, index: number): Found | undefined {
  const lemma = view.lemma(index);
  const patterns = lexicon.verbs.get(lemma) ?? [];
  const words = dependents(view, index);
  const isVerb = view.token(index).upos === 'VERB';
  const pattern = patterns.find((p) => (p.with === undefined ? isVerb : words.has(p.with)));
  if (pattern?.with) return { event: pattern.event, because: `${lemma} ${pattern.with}` };
  if (pattern && !lexicon.light.has(lemma)) return { event: pattern.event, because: lemma };
  if (!isVerb) {
    const event = lexicon.nouns.get(lemma);
    return event && { event, because: lemma };
  }
  if (!lexicon.light.has(lemma)) return undefined;
  for (const child of view.children(index)) {
    const noun = lexicon.nouns.get(view.lemma(child));
    if (noun && ['obj', 'nsubj', 'nsubj:pass', 'obl'].includes(view.token(child).deprel))
      return { event: noun, because: `${lemma} ${view.lemma(child)}` };
  }
  return pattern && { event: pattern.event, because: lemma };
}

/** Lemmas of a verb's complements, two steps down. */
function dependents(view: TextView, index: number): Set<string> {
  const words = new Set<string>();
  for (const child of view.children(index)) {
    if (SUBJECTS.has(view.token(child).deprel) && view.token(child).deprel !== 'nsubj:pass')
      continue;
    words.add(view.lemma(child));
    for (const grandchild of view.children(child)) words.add(view.lemma(grandchild));
  }
  return words;
}

const helpersOf = (view: TextView, index: number): ReadonlySet<string> =>
  new Set(
    view
      .children(index)
      .filter((child) => ['aux', 'advmod'].includes(view.token(child).deprel))
      .map((child) => view.lemma(child)),
  );

const hasAny = (words: ReadonlySet<string>, wanted: ReadonlySet<string>) =>
  [...words].some((word) => wanted.has(word));

interface Turn {
  readonly index: number;
  readonly helpers: ReadonlySet<string>;
  readonly found: Found;
}

/** What an auxiliary, a negation or a condition makes of a class. */
function turned(view: TextView, lexicon: PloverLexicon, { index, helpers, found }: Turn): Found {
  const because = (helper: string) => `${helper} + ${found.event}`;
  if ((helpers.has('not') || helpers.has('never')) && lexicon.positive.has(found.event))
    return { event: 'REJECT', because: because('not') };
  if (!hasAny(helpers, FUTURE)) return found;
  if (hasCondition(view, index)) return { event: 'THREATEN', because: because('will unless') };
  if (PROMISED.has(found.event)) return { event: 'AGREE', because: because('will') };
  return VIOLENT.has(found.event) ? { event: 'THREATEN', because: because('will') } : found;
}

const hasCondition = (view: TextView, index: number) =>
  view
    .children(index)
    .some(
      (child) =>
        view.token(child).deprel === 'advcl' &&
        view.children(child).some((mark) => CONDITIONS.has(view.lemma(mark))),
    );

/** Who did it, to whom: from the predicate, else from what governs it, else the speaker. */
function withActors(search: Search, index: number, found: Found, clause?: number): CodedEvent {
  const { view, speaker } = search;
  const passive = view.children(index).filter((c) => view.token(c).deprel === 'nsubj:pass');
  const agents = obliques(view, index, new Set(['by']));
  const own = passive.length > 0 ? agents : subjects(view, index);
  const source =
    own.length > 0 && found.event !== 'DEMAND' ? own : speaker.length > 0 ? speaker : own;
  const objects = [index, ...(clause === undefined ? [] : [clause])].flatMap((predicate) => [
    ...view.children(predicate).filter((c) => OBJECTS.has(view.token(c).deprel)),
    ...obliques(view, predicate, undefined),
    ...(predicate === clause || source === speaker ? subjects(view, predicate) : []),
  ]);
  const target = passive.length > 0 ? passive : objects;
  return { ...found, trigger: index, source, target };
}

const subjects = (view: TextView, index: number) =>
  view.children(index).filter((child) => view.token(child).deprel === 'nsubj');

function obliques(view: TextView, index: number, cases: ReadonlySet<string> | undefined): number[] {
  return view.children(index).filter((child) => {
    if (!view.token(child).deprel.startsWith('obl')) return false;
    const mark = view.children(child).find((c) => view.token(c).deprel === 'case');
    const word = mark === undefined ? '' : view.lemma(mark);
    return cases === undefined ? !SETTINGS.has(word) : cases.has(word);
  });
}
