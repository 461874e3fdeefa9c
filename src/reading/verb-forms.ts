import type { WordTag } from './tagger.ts';

/** Third persons that English has no plural noun for; in headlines a tagger takes them for nouns. */
const VERBS = new Set(
  'captures retakes recaptures seizes overruns besieges encircles liberates regains repels abandons flees loses enters withdraws'.split(
    ' ',
  ),
);
/** Plain forms that are nouns, too. */
const PLAIN = new Set([
  'control',
  'hold',
  'patrol',
  'attack',
  'storm',
  'shell',
  'capture',
  'besiege',
]);
/** Past forms that are nothing else. */
const PAST = new Set(['retook', 'overran', 'exchanged']);
const NOMINAL = /^(NOUN|PROPN|ADJ)$/;
const PARTICIPLE_OF = /^(?:having|being|getting)$/i;
const HAVE = /^(have|has|had|having|['’](ve|d|s))$/i;

/** Tags that the words around a verb rule out are put right before the tree is built. */
export function withVerbForms(
  words: readonly string[],
  tags: readonly WordTag[],
): readonly WordTag[] {
  let mended: WordTag[] | undefined;
  for (let i = 0; i < words.length; i++) {
    const tag =
      past(words, tags, i) ??
      headlineVerb(words, tags, i) ??
      pluralVerb(words, tags, i) ??
      perfect(words, tags, i) ??
      wentOn(words, tags, i) ??
      rage(words, tags, i) ??
      advance(words, tags, i);
    if (tag) (mended ??= [...tags])[i] = tag;
  }
  return mended ?? tags;
}

const past = (
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined =>
  tags[i]!.upos !== 'VERB' && PAST.has(words[i]!)
    ? { ...tags[i]!, upos: 'VERB', xpos: 'VBD' }
    : undefined;

/** "Syrian army retakes most of Aleppo": behind a noun it is a verb. */
function headlineVerb(
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined {
  const mistaken =
    tags[i]!.upos === 'NOUN' && i > 0 && VERBS.has(words[i]!) && NOMINAL.test(tags[i - 1]!.upos);
  return mistaken ? { ...tags[i]!, upos: 'VERB', xpos: 'VBZ' } : undefined;
}

/** "Seleka fighters control Bangui": between a plural and a name it is a verb. */
function pluralVerb(
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined {
  const mistaken =
    tags[i]!.xpos === 'NN' &&
    PLAIN.has(words[i]!) &&
    tags[i - 1]?.xpos === 'NNS' &&
    tags[i + 1]?.upos === 'PROPN';
  return mistaken ? { ...tags[i]!, upos: 'VERB', xpos: 'VBP' } : undefined;
}

/** "which the army had recaptured": right before a participle, nobody has anything. */
function perfect(
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined {
  if (tags[i]!.upos !== 'VERB' || !HAVE.test(words[i]!)) return undefined;
  let next = i + 1;
  while (tags[next]?.upos === 'ADV') next++;
  return tags[next]?.upos === 'VERB' && /^VB[ND]$/.test(tags[next]!.xpos)
    ? { ...tags[i]!, upos: 'AUX' }
    : undefined;
}

/** "Fighting raged in the town": an opening word in -ing is what went on, and a past form right after it is no participle. */
function wentOn(
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined {
  const opens = i < 2 && tags[0]!.xpos === 'VBG' && !PARTICIPLE_OF.test(words[0]!);
  if (!opens || !/^VB[DN]$/.test(tags[1]?.xpos ?? '')) return undefined;
  return i === 0 ? { ...tags[0]!, upos: 'NOUN', xpos: 'NN' } : { ...tags[1]!, xpos: 'VBD' };
}

const BATTLES = /^(?:battles|clashes|skirmishes|fights)$/i;
const GO_ON =
  /^(?:raged?|continued?|erupted?|broke|intensified|resumed?|flared|spread|ensued|followed|persisted|were|are|have|had|took)$/;

/** "Street battles raged": what rages is no verb. */
const rage = (
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined =>
  tags[i]!.upos === 'VERB' && BATTLES.test(words[i]!) && GO_ON.test(words[i + 1] ?? '')
    ? { ...tags[i]!, upos: 'NOUN', xpos: 'NNS' }
    : undefined;

const ONWARD = /^(?:towards?|on|into|to|through|against|deeper|further)$/;

/** "troops backed by Wagner advanced towards the town": no quality of anything. */
const advance = (
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined =>
  tags[i]!.upos === 'ADJ' &&
  words[i] === 'advanced' &&
  ONWARD.test(words[i + 1] ?? '') &&
  NOMINAL.test(tags[i - 1]?.upos ?? '')
    ? { ...tags[i]!, upos: 'VERB', xpos: 'VBD' }
    : undefined;
