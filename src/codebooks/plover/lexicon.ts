export const EVENT_CLASSES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'CONCEDE',
  'RETREAT',
  'INVESTIGATE',
  'DEMAND',
  'DISAPPROVE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'FIGHT',
] as const;

/** PLOVER event types: PLOVER manual, draft 0.8 (2021), Open Event Data Alliance. */
export type EventClass = (typeof EVENT_CLASSES)[number];

/** `data/codebooks/plover/triggers.json`. */
export interface PloverFile {
  readonly speech: readonly string[];
  readonly light: readonly string[];
  readonly willing: readonly string[];
  readonly promise: readonly string[];
  readonly demand: readonly string[];
  readonly refuse: readonly string[];
  readonly threaten: readonly string[];
  readonly positive: readonly EventClass[];
  readonly negative: readonly EventClass[];
  readonly classes: Readonly<
    Record<EventClass, { readonly verbs: readonly string[]; readonly nouns: readonly string[] }>
  >;
}

export interface PloverLexicon {
  /** Verb lemma to its patterns, most words first. */
  readonly verbs: ReadonlyMap<string, readonly Pattern[]>;
  readonly nouns: ReadonlyMap<string, EventClass>;
  readonly speech: ReadonlySet<string>;
  readonly light: ReadonlySet<string>;
  readonly willing: ReadonlySet<string>;
  readonly promise: ReadonlySet<string>;
  readonly demand: ReadonlySet<string>;
  readonly refuse: ReadonlySet<string>;
  readonly threaten: ReadonlySet<string>;
  readonly positive: ReadonlySet<EventClass>;
  readonly negative: ReadonlySet<EventClass>;
}

export interface Pattern {
  readonly event: EventClass;
  /** Lemma of a word that must depend on the verb; absent when the verb alone is enough. */
  readonly with?: string;
}

/** @throws Error when a class of the scheme is missing. */
export function ploverLexicon(file: PloverFile): PloverLexicon {
  const verbs = new Map<string, Pattern[]>();
  const nouns = new Map<string, EventClass>();
  for (const event of EVENT_CLASSES) {
    const words = file.classes[event];
    if (words === undefined) throw new Error(`plover triggers: expected class ${event}, saw none`);
    for (const pattern of words.verbs) {
      const [verb, ...rest] = pattern.split(' ');
      const list = verbs.get(verb!) ?? [];
      list.push(rest.length === 0 ? { event } : { event, with: rest.join(' ') });
      verbs.set(verb!, list);
    }
    for (const noun of words.nouns) if (!nouns.has(noun)) nouns.set(noun, event);
  }
  for (const list of verbs.values()) list.sort((a, b) => Number(!a.with) - Number(!b.with));
  return Object.freeze({
    verbs,
    nouns,
    speech: new Set(file.speech),
    light: new Set(file.light),
    willing: new Set(file.willing),
    promise: new Set(file.promise),
    demand: new Set(file.demand),
    refuse: new Set(file.refuse),
    threaten: new Set(file.threaten),
    positive: new Set(file.positive),
    negative: new Set(file.negative),
  });
}
