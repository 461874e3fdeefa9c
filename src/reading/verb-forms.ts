import { hadDone, past, perfect, toldVerb, wentOn } from './past-or-participle.ts';
import { presentVerb } from './present-verbs.ts';
import { BATTLES, FIERCE, GO_ON, HAVING, OPENS_OBJECT, type TagMend } from './tag-mend.ts';
import type { WordTag } from './tagger.ts';

/** Third persons that English has no plural noun for; in headlines a tagger takes them for nouns. */
const VERBS = new Set(
  'captures retakes recaptures seizes overruns besieges encircles liberates regains repels abandons flees loses enters withdraws denies refutes insists admits confirms'.split(
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
const NOMINAL = /^(NOUN|PROPN|ADJ)$/;
/** Tags that the words around a verb rule out are put right before the tree is built. */
export function withVerbForms(
  words: readonly string[],
  tagged: readonly WordTag[],
): readonly WordTag[] {
  const tags = withGroupNames(words, tagged);
  let mended: WordTag[] | undefined;
  for (let i = 0; i < words.length; i++) {
    const tag = firstOf(words, mended ?? tags, i);
    if (tag) (mended ??= [...tags])[i] = tag;
  }
  return mended ?? tags;
}

const firstOf: TagMend = (words, tags, i) => {
  for (const mend of MENDS) {
    const tag = mend(words, tags, i);
    if (tag) return tag;
  }
  return undefined;
};

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

/** "laid siege to the town": nothing is a laid siege. */
const laidSiege: TagMend = (words, tags, i) =>
  words[i] === 'laid' && words[i + 1] === 'siege' && tags[i]!.upos !== 'VERB'
    ? { ...tags[i]!, upos: 'VERB', xpos: HAVING.test(words[i - 1] ?? '') ? 'VBN' : 'VBD' }
    : undefined;

/** "“…,” the statement read.": what it says, and no kind of reading. */
const statementRead: TagMend = (words, tags, i) =>
  words[i] === 'read' &&
  tags[i]!.upos !== 'VERB' &&
  /^(?:statement|message|post|letter|communiqu[eé]|text|tweet|announcement)$/.test(
    words[i - 1] ?? '',
  ) &&
  /^[.:,]$/.test(words[i + 1] ?? '.')
    ? { ...tags[i]!, upos: 'VERB', xpos: 'VBD' }
    : undefined;

/** Plain forms of what is done to a town. */
const TAKE =
  /^(?:overrun|recapture|retake|regain|seize|capture|besiege|encircle|liberate|reoccupy)$/;

/** "intend to overrun Lalibela", "threatened to recapture it": "to" and a verb, when a name or "the" follows. */
const toTake: TagMend = (words, tags, i) => {
  const isVerb = words[i - 1] === 'to' && TAKE.test(words[i]!);
  const at = isVerb ? i : words[i] === 'to' && TAKE.test(words[i + 1] ?? '') ? i + 1 : -1;
  if (at < 0 || !/^(?:DET|PROPN|PRON)$/.test(tags[at + 1]?.upos ?? '')) return undefined;
  const right = isVerb ? { upos: 'VERB', xpos: 'VB' } : { upos: 'PART', xpos: 'TO' };
  return tags[i]!.xpos === right.xpos ? undefined : { ...tags[i]!, ...right };
};

/** "will likely attempt to retake it": behind such words stands a verb. */
const afterModal: TagMend = (words, tags, i) =>
  tags[i]!.xpos === 'NN' &&
  /^(?:likely|probably|soon|also|then|now|again)$/.test(words[i - 1] ?? '') &&
  tags[i - 2]?.xpos === 'MD'
    ? { ...tags[i]!, upos: 'VERB', xpos: 'VB' }
    : undefined;

/** "Syrian army retakes most of Aleppo": behind a noun it is a verb. */
const headlineVerb: TagMend = (words, tags, i) => {
  const mistaken =
    tags[i]!.upos === 'NOUN' && i > 0 && VERBS.has(words[i]!) && NOMINAL.test(tags[i - 1]!.upos);
  return mistaken ? { ...tags[i]!, upos: 'VERB', xpos: 'VBZ' } : undefined;
};

/** "Seleka fighters control Bangui": between a plural and a name it is a verb. */
const pluralVerb: TagMend = (words, tags, i) => {
  const mistaken =
    tags[i]!.xpos === 'NN' &&
    PLAIN.has(words[i]!) &&
    tags[i - 1]?.xpos === 'NNS' &&
    tags[i + 1]?.upos === 'PROPN';
  return mistaken ? { ...tags[i]!, upos: 'VERB', xpos: 'VBP' } : undefined;
};

/** "Gangs control the port", "stretches of the road": several of them, and nothing done. */
const severalOf: TagMend = (words, tags, i) =>
  tags[i]!.upos === 'VERB' &&
  ((i === 0 && words[i] === 'Gangs') || (words[i] === 'stretches' && words[i + 1] === 'of'))
    ? { ...tags[i]!, upos: 'NOUN', xpos: 'NNS' }
    : undefined;

/** "The tin mine": one that is dug. */
const mine: TagMend = (words, tags, i) =>
  words[i] === 'mine' && tags[i]!.upos === 'PRON' && NOMINAL.test(tags[i - 1]?.upos ?? '')
    ? { ...tags[i]!, upos: 'NOUN', xpos: 'NN' }
    : undefined;

/** "war-torn Nyala": the second half of a quality. */
const torn: TagMend = (words, tags, i) =>
  words[i - 1] === '-' &&
  /^(?:torn|stricken|ravaged|scarred|battered|hit)$/.test(words[i]!) &&
  tags[i]!.upos === 'NOUN' &&
  /^(?:NOUN|PROPN|ADJ)$/.test(tags[i + 1]?.upos ?? '')
    ? { ...tags[i]!, upos: 'VERB', xpos: 'VBN' }
    : undefined;

/** "Myanmar's ruling military": between an owner and a noun nothing is done. */
const quality: TagMend = (words, tags, i) =>
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

/** "Pro-government fighters": no mark, though it has one. */
const compound: TagMend = (words, tags, i) =>
  tags[i]!.upos === 'PUNCT' && /^\p{L}+-\p{L}+$/u.test(words[i]!)
    ? { ...tags[i]!, upos: 'ADJ', xpos: 'JJ' }
    : undefined;

/** "Tuesday evening": nothing evens out. */
const partOfDay: TagMend = (words, tags, i) =>
  words[i] === 'evening' &&
  tags[i]!.upos === 'VERB' &&
  /^\p{Lu}\p{Ll}+day$/u.test(words[i - 1] ?? '')
    ? { ...tags[i]!, upos: 'NOUN', xpos: 'NN' }
    : undefined;

/** "launched a wide offensive last week": a campaign, where no noun follows. */
const offensive: TagMend = (words, tags, i) =>
  words[i] === 'offensive' &&
  tags[i]!.upos === 'ADJ' &&
  /^(?:DET|ADJ|NOUN|PROPN)$/.test(tags[i - 1]?.upos ?? '') &&
  (!/^(?:NOUN|PROPN|ADJ)$/.test(tags[i + 1]?.upos ?? '') ||
    /^(?:last|this|next|earlier|early|late)$/.test(words[i + 1]!))
    ? { ...tags[i]!, upos: 'NOUN', xpos: 'NN' }
    : undefined;

/** "is all but cut off": nearly so, and "but" joins nothing. */
const allBut: TagMend = (words, tags, i) => {
  const verb = words[i - 1] === 'but' ? i : words[i] === 'but' ? i + 1 : i + 2;
  if (words[verb - 1] !== 'but' || words[verb - 2] !== 'all') return undefined;
  if (!HAVING.test(words[verb - 3] ?? '') && !/^(?:is|are)$/.test(words[verb - 3] ?? ''))
    return undefined;
  if (tags[verb]?.upos !== 'VERB') return undefined;
  const right = verb === i ? { upos: 'VERB', xpos: 'VBN' } : { upos: 'ADV', xpos: 'RB' };
  return tags[i]!.xpos === right.xpos ? undefined : { ...tags[i]!, ...right };
};

/** Where "… under control" ends that tells what is had, within the words of a place. */
function underControl(words: readonly string[], have: number): boolean {
  const under = words.indexOf('under', have + 2);
  if (under < 0 || under > have + 8 || words.slice(have, under).includes(',')) return false;
  return words.slice(under + 1, under + 4).includes('control');
}

/** "forces have Kunduz under control": what they have is a name, or some of one, and nothing done. */
const haveUnderControl: TagMend = (words, tags, i) => {
  const have = /^(?:have|has|had)$/.test(words[i]!);
  if (have && tags[i]!.upos === 'AUX') {
    const isObject = /^(?:\p{Lu}|(?:the|most|much|all|half|parts?|some)$)/u.test(
      words[i + 1] ?? '',
    );
    return isObject && underControl(words, i) ? { ...tags[i]!, upos: 'VERB' } : undefined;
  }
  const isName = /^(?:have|has|had)$/.test(words[i - 1] ?? '') && /^\p{Lu}/u.test(words[i]!);
  return isName && tags[i]!.upos !== 'PROPN' && underControl(words, i - 1)
    ? { ...tags[i]!, upos: 'PROPN', xpos: 'NNP' }
    : undefined;
};

/** "The army cut off the suburbs": behind a noun, and before "off" and what is cut off, it is a verb. */
const cutOff: TagMend = (words, tags, i) =>
  words[i] === 'cut' &&
  words[i + 1] === 'off' &&
  tags[i]!.upos !== 'VERB' &&
  /^(?:NOUN|PROPN)$/.test(tags[i - 1]?.upos ?? '') &&
  OPENS_OBJECT.test(tags[i + 2]?.upos ?? '')
    ? { ...tags[i]!, upos: 'VERB', xpos: 'VBD' }
    : undefined;

/** "Street battles raged": what rages is no verb. */
const SAID = /^(?:say|says|said|reported|reports|added|claimed|confirmed|that)$/;

const rage: TagMend = (words, tags, i) => {
  // "Fierce street fighting raged"
  const street = /^street$/i.test(words[i + 1] ?? '') ? 1 : 0;
  const opens = i === 0 && FIERCE.test(words[i]!) && BATTLES.test(words[i + 1 + street] ?? '');
  if (opens && !/^(?:ADJ|NOUN)$/.test(tags[i]!.upos))
    return /^street$/i.test(words[i]!)
      ? { ...tags[i]!, upos: 'NOUN', xpos: 'NN' }
      : { ...tags[i]!, upos: 'ADJ', xpos: 'JJ' };
  // "Armenia said fighting was going on": what goes on, and nothing that Armenia does.
  if (words[i] === 'fighting' && tags[i]!.xpos === 'VBG' && SAID.test(words[i - 1] ?? ''))
    return /^(?:for|in|at|near|around|was|is|had|has|continued|raged|went|between)$/.test(
      words[i + 1] ?? '',
    )
      ? { ...tags[i]!, upos: 'NOUN', xpos: 'NN' }
      : undefined;
  if (words[i] === 'spread' && BATTLES.test(words[i - 1] ?? '') && words[i + 1] === 'to')
    return { ...tags[i]!, upos: 'VERB', xpos: 'VBD' };
  if (tags[i]!.upos !== 'VERB' && tags[i]!.upos !== 'PROPN') return undefined;
  if (!BATTLES.test(words[i]!) || !GO_ON.test(words[i + 1] ?? '')) return undefined;
  const plural = /(?:s|es)$/.test(words[i]!);
  // "soldiers fighting had to leave"
  if (!plural && tags[i - 1]?.xpos === 'NNS') return undefined;
  return { ...tags[i]!, upos: 'NOUN', xpos: plural ? 'NNS' : 'NN' };
};

const ONWARD = /^(?:towards?|on|into|to|through|against|deeper|further)$/;

/** "troops backed by Wagner advanced towards the town": no quality of anything. */
const advance: TagMend = (words, tags, i) =>
  tags[i]!.upos !== 'ADJ' || words[i] !== 'advanced'
    ? undefined
    : ONWARD.test(words[i + 1] ?? '') && /^(?:NOUN|PROPN|ADJ|CCONJ)$/.test(tags[i - 1]?.upos ?? '')
      ? { ...tags[i]!, upos: 'VERB', xpos: 'VBD' }
      : // "have advanced and taken the hill"
        /^(?:and|,|\.)$/.test(words[i + 1] ?? '') && /^(?:have|has|had)$/.test(words[i - 1] ?? '')
        ? { ...tags[i]!, upos: 'VERB', xpos: 'VBN' }
        : undefined;

/** Asked of every word, the first answer counts. */
const MENDS: readonly TagMend[] = [
  past,
  laidSiege,
  afterModal,
  statementRead,
  toTake,
  toldVerb,
  headlineVerb,
  pluralVerb,
  presentVerb,
  severalOf,
  mine,
  perfect,
  hadDone,
  torn,
  wentOn,
  quality,
  offensive,
  compound,
  partOfDay,
  cutOff,
  rage,
  advance,
  allBut,
  haveUnderControl,
];
