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
/** A participle that is nothing else behind "having" and "had". */
const PARTICIPLE = /^(?:overrun|retaken|overthrown|withdrawn|left)$/;
const HAVING = /^(?:having|had|has|have|been|be|was|were|being)$/i;
const NOMINAL = /^(NOUN|PROPN|ADJ)$/;
const PARTICIPLE_OF = /^(?:having|being|getting)$/i;
const HAVE = /^(have|has|had|having|['’](ve|d|s))$/i;

/** Tags that the words around a verb rule out are put right before the tree is built. */
export function withVerbForms(
  words: readonly string[],
  tagged: readonly WordTag[],
): readonly WordTag[] {
  const tags = withGroupNames(words, tagged);
  let mended: WordTag[] | undefined;
  for (let i = 0; i < words.length; i++) {
    const tag =
      past(words, tags, i) ??
      toldVerb(words, tags, i) ??
      headlineVerb(words, tags, i) ??
      pluralVerb(words, tags, i) ??
      perfect(words, tags, i) ??
      hadDone(words, tags, i) ??
      torn(words, tags, i) ??
      wentOn(words, tags, i) ??
      quality(words, tags, i) ??
      offensive(words, tags, i) ??
      partOfDay(words, tags, i) ??
      cutOff(words, tags, i) ??
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
  tags[i]!.upos === 'VERB'
    ? undefined
    : PAST.has(words[i]!)
      ? { ...tags[i]!, upos: 'VERB', xpos: 'VBD' }
      : PARTICIPLE.test(words[i]!) && HAVING.test(words[i - 1] ?? '')
        ? { ...tags[i]!, upos: 'VERB', xpos: 'VBN' }
        : undefined;

/** Letters and a number are a name: M23, K1. */
const withGroupNames = (words: readonly string[], tags: readonly WordTag[]) =>
  words.some((word, i) => tags[i]!.upos === 'NUM' && NUMBERED.test(word))
    ? tags.map((tag, i) =>
        tag.upos === 'NUM' && NUMBERED.test(words[i]!)
          ? { ...tag, upos: 'PROPN', xpos: 'NNP' }
          : tag,
      )
    : tags;
const NUMBERED = /^\p{Lu}{1,4}-?\d{1,3}$/u;

const OPENS_CLAUSE =
  /^(?:which|whom|where|when|after|before|because|while|until|once|although|though)$/i;

/** "which the army captured in June,": a clause that has a subject and no other verb has this one. */
function isOnlyVerbOfClause(
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): boolean {
  let before = i - 1;
  if (!/^(?:NOUN|PROPN|PRON|ADV)$/.test(tags[before]?.upos ?? '')) return false;
  while (WITHIN_SUBJECT.test(tags[before]?.upos ?? '') && !OPENS_CLAUSE.test(words[before]!))
    before--;
  if (before >= i - 1 || !OPENS_CLAUSE.test(words[before] ?? '')) return false;
  for (let j = i + 1; j < words.length && !/^[,.;:)–—]$/.test(words[j]!); j++)
    if (/^(?:VB[DZP]|MD)$/.test(tags[j]!.xpos) || words[j] === 'by') return false;
  return true;
}

/** "pushed into": what troops do, and is seldom done to them. */
const MOVING =
  /^(?:pushed|advanced|marched|retreated|withdrawn|crossed|stormed|poured|swept|rolled|fled|entered)$/i;

/** "The army held on to the town": nothing is held on to but by somebody. */
const isHeldOn = (words: readonly string[], tags: readonly WordTag[], i: number) =>
  /^(?:held|clung|hung)$/i.test(words[i]!) &&
  words[i + 1] === 'on' &&
  words[i + 2] === 'to' &&
  /^(?:NOUN|PROPN|PRON)$/.test(tags[i - 1]?.upos ?? '');

const SAYING = /^(?:said|says|say|reported|told|added|announced|claimed|confirmed)$/i;

/** Whether a sentence has a finite verb, apart from the one behind it that says who says so. */
function isTold(words: readonly string[], tags: readonly WordTag[]): boolean {
  if (words.at(-1) !== '.') return true;
  let end = words.length;
  const comma = words.lastIndexOf(',');
  const behindIt = tags.slice(comma + 1).filter(({ upos }) => upos === 'VERB');
  if (comma > 0 && behindIt.length === 1 && words.slice(comma + 1).some((w) => SAYING.test(w)))
    end = comma;
  return tags.slice(0, end).some(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos));
}

const OPENS_OBJECT = /^(?:DET|PROPN|NOUN|NUM|PRON|ADJ)$/;
const WITHIN_SUBJECT = /^(?:NOUN|PROPN|PRON|ADJ|DET|NUM|ADP|PART|ADV|X)$/;
/** What is put behind these is what the thing is called, or when: "a town named X", "a letter dated 3 May". */
const CALLS =
  /^(?:named|called|dubbed|titled|entitled|nicknamed|codenamed|termed|labell?ed|listed|dated|given|sent|shown|paid|made|taken|held|kept|left|found|known|seen|worth|considered|deemed|believed|elected|appointed|declared|aged|based|backed|led|issued|published)$/i;

/**
 * "Tigrayan fighters recaptured Shire": a participle right behind a noun takes no object, and where no verb stands
 * before its subject it is the verb. In the training treebanks 96 of 100 forms that stand so are past tense.
 */
function toldVerb(
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined {
  if (tags[i]!.xpos !== 'VBN' || tags[i]!.upos !== 'VERB') return undefined;
  // "Street battles raged": see `rage`.
  if (BATTLES.test(words[i - 1] ?? '') && GO_ON.test(words[i]!))
    return { ...tags[i]!, xpos: 'VBD' };
  if (isOnlyVerbOfClause(words, tags, i) || isHeldOn(words, tags, i))
    return { ...tags[i]!, xpos: 'VBD' };
  if (CALLS.test(words[i]!) && isTold(words, tags)) return undefined;
  // "cut off the town", "held on to it"
  const particle = /^(?:off|out|back|up|over)$/.test(words[i + 1] ?? '') ? 1 : 0;
  const next = tags[i + 1 + particle]?.upos ?? '';
  const isAlone = () =>
    next === 'ADP' && words[i + 1] !== 'by' && (MOVING.test(words[i]!) || !isTold(words, tags));
  if (!OPENS_OBJECT.test(next) && !isAlone()) return undefined;
  let before = i - 1;
  while (tags[before]?.upos === 'ADV') before--;
  if (!/^(?:NOUN|PROPN|PRON)$/.test(tags[before]?.upos ?? '')) return undefined;
  while (WITHIN_SUBJECT.test(tags[before]?.upos ?? '') || words[before] === '-') before--;
  return /^(?:VERB|AUX)$/.test(tags[before]?.upos ?? '') ? undefined : { ...tags[i]!, xpos: 'VBD' };
}

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

/** "had recaptured": behind "had" a past form is a participle. */
function hadDone(
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined {
  if (tags[i]!.xpos !== 'VBD' || tags[i]!.upos !== 'VERB') return undefined;
  let before = i - 1;
  while (tags[before]?.upos === 'ADV') before--;
  return before >= 0 && HAVE.test(words[before]!) && /^(?:AUX|VERB)$/.test(tags[before]!.upos)
    ? { ...tags[i]!, xpos: 'VBN' }
    : undefined;
}

/** "war-torn Nyala": the second half of a quality. */
const torn = (
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined =>
  words[i - 1] === '-' &&
  /^(?:torn|stricken|ravaged|scarred|battered|hit)$/.test(words[i]!) &&
  tags[i]!.upos === 'NOUN' &&
  /^(?:NOUN|PROPN|ADJ)$/.test(tags[i + 1]?.upos ?? '')
    ? { ...tags[i]!, upos: 'VERB', xpos: 'VBN' }
    : undefined;

/** "Fighting raged in the town": an opening word in -ing is what went on, and a past form right after it is no participle. */
function wentOn(
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined {
  const opens = i < 2 && tags[0]!.xpos === 'VBG' && !PARTICIPLE_OF.test(words[0]!);
  if (!opens || !/^VB[DNZ]$/.test(tags[1]?.xpos ?? '')) return undefined;
  // "Fighting has been raging"
  if (tags[1]!.upos === 'AUX')
    return i === 0 ? { ...tags[0]!, upos: 'NOUN', xpos: 'NN' } : undefined;
  return i === 0 ? { ...tags[0]!, upos: 'NOUN', xpos: 'NN' } : { ...tags[1]!, xpos: 'VBD' };
}

/** "Myanmar's ruling military": between an owner and a noun nothing is done. */
const quality = (
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined =>
  (/^(?:allied|neighbou?ring)$/i.test(words[i]!) &&
    tags[i]!.upos === 'VERB' &&
    tags[i + 1]?.upos === 'NOUN') ||
  (tags[i]!.xpos === 'VBG' &&
    tags[i]!.upos === 'VERB' &&
    /^(?:['’]s|['’]|the|its|their)$/.test(words[i - 1] ?? '') &&
    /^(?:NOUN|PROPN)$/.test(tags[i + 1]?.upos ?? '') &&
    /^VB[DZPN]$/.test(tags[i + 2]?.xpos ?? ''))
    ? { ...tags[i]!, upos: 'ADJ', xpos: 'JJ' }
    : undefined;

/** "launched a wide offensive last week": a campaign, where no noun follows. */
const offensive = (
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined =>
  words[i] === 'offensive' &&
  tags[i]!.upos === 'ADJ' &&
  /^(?:DET|ADJ|NOUN|PROPN)$/.test(tags[i - 1]?.upos ?? '') &&
  (!/^(?:NOUN|PROPN|ADJ)$/.test(tags[i + 1]?.upos ?? '') ||
    /^(?:last|this|next|earlier|early|late)$/.test(words[i + 1]!))
    ? { ...tags[i]!, upos: 'NOUN', xpos: 'NN' }
    : undefined;

/** "Tuesday evening": nothing evens out. */
const partOfDay = (
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined =>
  words[i] === 'evening' &&
  tags[i]!.upos === 'VERB' &&
  /^\p{Lu}\p{Ll}+day$/u.test(words[i - 1] ?? '')
    ? { ...tags[i]!, upos: 'NOUN', xpos: 'NN' }
    : undefined;

/** "The army cut off the suburbs": behind a noun, and before "off" and what is cut off, it is a verb. */
const cutOff = (
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
): WordTag | undefined =>
  words[i] === 'cut' &&
  words[i + 1] === 'off' &&
  tags[i]!.upos !== 'VERB' &&
  /^(?:NOUN|PROPN)$/.test(tags[i - 1]?.upos ?? '') &&
  OPENS_OBJECT.test(tags[i + 2]?.upos ?? '')
    ? { ...tags[i]!, upos: 'VERB', xpos: 'VBD' }
    : undefined;

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
