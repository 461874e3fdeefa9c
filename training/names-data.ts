import { readFileSync } from 'node:fs';
import type { TreebankSentence } from './conllu.ts';

/** One sentence with named spans by the conventions of `scheme`. */
export interface NamedSentence {
  readonly scheme: string;
  readonly words: readonly string[];
  readonly spans: readonly {
    readonly first: number;
    readonly last: number;
    readonly label: string;
  }[];
}

/** Types of each scheme. `plain` is the one that reading uses. */
export const SCHEMES = {
  plain: ['person', 'organisation', 'location', 'nationality', 'weapon', 'other'],
  re3d: [
    'person',
    'organisation',
    'location',
    'nationality',
    'weapon',
    'platform',
    'time',
    'quantity',
    'money',
    'document',
  ],
  crossner: [
    'politician',
    'person',
    'organisation',
    'politicalparty',
    'location',
    'country',
    'election',
    'event',
    'misc',
  ],
  uner: ['person', 'organisation', 'location'],
} as const;

/** Names that the files use for the types. */
export const TYPE_NAMES: Readonly<Record<string, string>> = {
  Person: 'person',
  Organisation: 'organisation',
  Location: 'location',
  Nationality: 'nationality',
  Weapon: 'weapon',
  MilitaryPlatform: 'platform',
  Temporal: 'time',
  Quantity: 'quantity',
  Money: 'money',
  DocumentReference: 'document',
  PER: 'person',
  ORG: 'organisation',
  LOC: 'location',
};

const PLAIN_TYPES: Readonly<Record<string, string>> = {
  politician: 'person',
  politicalparty: 'organisation',
  country: 'location',
  election: 'other',
  event: 'other',
  misc: 'other',
  platform: 'weapon',
};

/** Reads tab-separated "word, label" (`column` 1) or "number, word, label" (`column` 2), IOB2. */
export function readIob(file: string, column: number): NamedSentence[] {
  const sentences: NamedSentence[] = [];
  for (const block of readFileSync(file, 'utf8').split(/\r?\n\s*\r?\n/)) {
    const rows = block
      .split(/\r?\n/)
      .filter((line) => line.includes('\t') && !line.startsWith('#'))
      .map((line) => line.split('\t'));
    if (rows.length === 0) continue;
    const spans: { first: number; last: number; label: string }[] = [];
    rows.forEach((row, i) => {
      const [mark, type = ''] = row[column]!.trim().split(/-(.*)/s);
      const label = TYPE_NAMES[type] ?? type;
      const open = spans.at(-1);
      if (mark === 'I' && open?.last === i && open.label === label) open.last = i + 1;
      else if (mark === 'B' || mark === 'I') spans.push({ first: i, last: i + 1, label });
    });
    sentences.push({
      scheme: '',
      words: rows.map((row) => row[column - 1]!),
      spans,
    });
  }
  return sentences;
}

const NO_NAME = /^(?:The|Our|We|This|A|An|They|He|She|It|I|My|His|Their|You|These|Those)$/;
const TITLE =
  /^(?:President|Minister|Secretary|General|Gen\.?|Lt\.?|Col\.?|Colonel|Maj\.?|Major|Captain|Capt\.?|Sgt\.?|Sergeant|Adm\.?|Admiral|Brig\.?|Brigadier|Ambassador|Senator|Sen\.?|Rep\.?|Gov\.?|Governor|Mayor|Chancellor|Premier|Spokesman|Spokeswoman|Spokesperson|Envoy|Commander|Chief|Director|Chairman|King|Queen|Prince|Princess|Emir|Pope|Judge|Justice|Prof\.?|Professor|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Sir|Lord|Lady|Private|Pvt\.?|Cpl\.?|Corporal|Officer|Leader|Representative)$/;
const CAPITAL = /^\p{Lu}/u;

/** The names among the spans: without what stands before the first capital, and no bare descriptions. */
export function plainNames({ words, spans }: NamedSentence): NamedSentence {
  const named = spans.flatMap(({ first, last, label }) => {
    const type = PLAIN_TYPES[label] ?? label;
    let from = first;
    while (from < last && (!CAPITAL.test(words[from]!) || NO_NAME.test(words[from]!))) from++;
    if (type === 'person') from = afterTitle(words, from, last);
    const known = (SCHEMES.plain as readonly string[]).includes(type);
    return from < last && known ? [{ first: from, last, label: type }] : [];
  });
  return { scheme: 'plain', words, spans: named };
}

/** Past "Afghan Ambassador", "President", "Foreign Secretary": a title is no part of the name. */
function afterTitle(words: readonly string[], first: number, last: number): number {
  for (let i = Math.min(last - 1, first + 4); i >= first; i--)
    if (TITLE.test(words[i]!)) return i + 1;
  return first;
}

const GUM_TYPES: Readonly<Record<string, string>> = {
  person: 'person',
  organization: 'organisation',
  place: 'location',
  event: 'other',
  object: 'other',
  abstract: 'other',
};

interface GumEntity {
  readonly type: string;
  /** Token indices of the shortest span that still names it. */
  readonly shortest: readonly number[];
  readonly first: number;
  readonly last: number;
}

/** Entities of a GUM sentence, inner ones first where two close together. */
function gumEntities({ words, misc }: TreebankSentence): GumEntity[] {
  const open: {
    id: string;
    type: string;
    shortest: number[];
    first: number;
  }[] = [];
  const found: GumEntity[] = [];
  const close = (id: string, i: number) => {
    const at = open.map((entry) => entry.id).lastIndexOf(id);
    if (at < 0) return;
    const { type, shortest, first } = open.splice(at, 1)[0]!;
    const tokens = shortest.map((offset) => first + offset - 1).filter((token) => token <= i);
    found.push({ type, shortest: tokens, first, last: i + 1 });
  };
  words.forEach((_, i) => {
    const marks = /Entity=([^|]*)/.exec(misc[i]!)?.[1] ?? '';
    for (const [mark] of marks.matchAll(/\([^()]+\)?|[^()]+\)/g)) {
      const [id = '', type = '', , , , shortest = ''] = mark.replace(/[()]/g, '').split('-');
      if (mark.startsWith('('))
        open.push({
          id,
          type,
          shortest: shortest.split(',').map(Number),
          first: i,
        });
      if (mark.endsWith(')')) close(id, i);
    }
  });
  return found;
}

/** Named entities of GUM: those whose shortest span is made of proper nouns; the longest wins. */
export function gumNames(sentence: TreebankSentence): NamedSentence['spans'] {
  const { words, xpos } = sentence;
  const proper = (token: number) => xpos[token]!.startsWith('NNP');
  const found: { first: number; last: number; label: string }[] = [];
  for (const { type, shortest, first, last } of gumEntities(sentence)) {
    const label = GUM_TYPES[type];
    if (!label) continue;
    if (shortest.length > 0 && shortest.every(proper)) {
      const start = Math.min(...shortest);
      const plural = shortest.length === 1 && xpos[start] === 'NNPS' && label === 'person';
      found.push({
        first: start,
        last: Math.max(...shortest) + 1,
        label: plural ? 'nationality' : label,
      });
    } else if (label === 'person' && proper(last - 1)) {
      // "team member Rodaba Noori": the name closes the description.
      let start = last - 1;
      while (start > first && proper(start - 1)) start--;
      found.push({ first: start, last, label });
    }
  }
  return withoutOverlap(found.filter(({ first }) => /\p{L}/u.test(words[first]!)));
}

function withoutOverlap(found: readonly NamedSentence['spans'][number][]) {
  const kept: NamedSentence['spans'][number][] = [];
  for (const span of [...found].sort((a, b) => b.last - b.first - (a.last - a.first)))
    if (kept.every(({ first, last }) => span.last <= first || last <= span.first)) kept.push(span);
  return kept.sort((a, b) => a.first - b.first);
}
