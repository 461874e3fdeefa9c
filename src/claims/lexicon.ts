import { CLAIM_KINDS, type ClaimKind } from '../domain/index.ts';

/**
 * Where in the clause a role is looked for: "subject" and "object" are those of the active voice;
 * anything else is a preposition ("from", "to", "in"). Tried in order.
 */
export type Slot = string;
export type FrameRole = 'actor' | 'target' | 'place' | 'parties';

/** Words that speak of one kind of happening, and where its roles stand: `data/lexicon/*.json`. */
export interface Frame {
  readonly name: string;
  readonly kind: ClaimKind;
  /** Lemmas; several words are matched in order with adverbs and articles between: "take control of". */
  readonly verbs?: readonly string[];
  /** Nouns for the same happening: "capture", "takeover". */
  readonly nouns?: readonly string[];
  readonly roles: Readonly<Partial<Record<FrameRole, readonly Slot[]>>>;
  /** Roles without which this is not a claim; "actor|target" asks for either. */
  readonly needs?: readonly string[];
  /**
   * Who may act: "armed" leaves out civilians and crowds, "forces" officials of a state too, "civilian"
   * those under arms; "named" asks for a person or body with a name.
   */
  readonly actors?: 'armed' | 'forces' | 'civilian' | 'named' | 'any';
  /** Those it is done to are under arms: troops surrender, suspects do not. */
  readonly targets?: 'armed';
  /** Lemmas that the subject must be one of: "talks have stalled", not "the car has stalled". */
  readonly subjects?: readonly string[];
  /** Only in this voice: who drives somebody out gains, who is driven out leaves. */
  readonly voice?: 'active' | 'passive';
  /** The other party keeps its place in the claim, but it is they who gain: "lost Mosul". */
  readonly gainer?: 'unsaid';
  /** Where the clause names no place, the one the text is about is meant: "the troops retreated". */
  readonly inferPlace?: boolean;
  /** What the kind names has ended: "lifted the siege of Goma" besieges nobody. */
  readonly over?: boolean;
  /** The verb stands alone, without object or direction: "the army had gone". */
  readonly bare?: boolean;
  /** Sentences in which the frame is found, and in which it must not be; run by a test. */
  readonly yes: readonly string[];
  readonly no?: readonly string[];
}

/** Lists of words the rules share; each key is described in `data/lexicon/words.json`. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** One way to say a frame: the words after the trigger, and whether the object follows a preposition. */
export interface Pattern {
  readonly frame: Frame;
  readonly words: readonly string[];
  readonly preposition: boolean;
}

export interface Lexicon {
  readonly frames: readonly Frame[];
  /** Patterns by lemma of their first word, longest first. */
  readonly verbs: ReadonlyMap<string, readonly Pattern[]>;
  readonly nouns: ReadonlyMap<string, readonly Frame[]>;
  /** Last words of the nouns. */
  readonly nounEnds: ReadonlySet<string>;
  /** Lemma of a verb's form that taggers take for a noun or adjective: "fell", "seized". */
  verbOf(form: string): string | undefined;
  /** Whether a word is on one of the lists; unknown lists are a mistake in the caller. */
  has(list: string, word: string): boolean;
  list(list: string): readonly string[];
}

export interface LexiconFile {
  readonly frames?: readonly Frame[];
  readonly words?: WordLists;
}

const PREPOSITIONS = new Set(
  'about against around at between by for from in inside into near of off on onto out over over through to toward towards under with within'.split(
    ' ',
  ),
);

/** Particles: the object stands beside them, not behind them. */
const PARTICLES = new Set(['back', 'down', 'out', 'over', 'up', 'off', 'away']);

function patternOf(frame: Frame, phrase: string): readonly [string, Pattern] {
  const [first = '', ...words] = phrase.split(' ');
  const last = words.at(-1);
  const preposition =
    last !== undefined &&
    PREPOSITIONS.has(last) &&
    (words.length > 1 || !PARTICLES.has(last) || last === 'off');
  return [first, { frame, words, preposition }];
}

function append<V>(map: Map<string, V[]>, key: string, value: V) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** @throws Error when a frame names a kind that does not exist, or two frames share a name. */
export function compileLexicon(files: readonly LexiconFile[]): Lexicon {
  const frames = files.flatMap((file) => file.frames ?? []);
  const verbs = new Map<string, Pattern[]>();
  const nouns = new Map<string, Frame[]>();
  const names = new Set<string>();
  for (const frame of frames) {
    if (!(CLAIM_KINDS as readonly string[]).includes(frame.kind))
      throw new Error(`frame "${frame.name}": no claim kind "${frame.kind}"`);
    if (names.has(frame.name)) throw new Error(`two frames are called "${frame.name}"`);
    names.add(frame.name);
    for (const phrase of frame.verbs ?? []) append(verbs, ...patternOf(frame, phrase));
    for (const noun of frame.nouns ?? []) append(nouns, noun, frame);
  }
  for (const list of verbs.values()) list.sort((a, b) => b.words.length - a.words.length);
  const lists = new Map<string, Set<string>>();
  for (const file of files)
    for (const [name, words] of Object.entries(file.words ?? {}))
      lists.set(name, new Set([...(lists.get(name) ?? []), ...words]));
  const forms = new Map(
    [...(lists.get('irregularForms') ?? [])].map((pair) => pair.split('=') as [string, string]),
  );
  const listOf = (name: string) => {
    const list = lists.get(name);
    if (!list) throw new Error(`no word list "${name}" in the lexicon`);
    return list;
  };
  return Object.freeze({
    frames,
    verbs,
    nouns,
    nounEnds: new Set([...nouns.keys()].map((noun) => noun.slice(noun.lastIndexOf(' ') + 1))),
    verbOf: (form: string) => forms.get(form),
    has: (name: string, word: string) => listOf(name).has(word),
    list: (name: string) => [...listOf(name)],
  });
}
