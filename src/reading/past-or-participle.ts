import type { WordTag } from './tagger.ts';
import { BATTLES, GO_ON, HAVING, OPENS_OBJECT, type TagMend } from './tag-mend.ts';

/** Past forms that are nothing else. */
const PAST = new Set(['retook', 'overran', 'exchanged']);
/** Participles that are nothing else behind a form of "have" or "be". */
const PARTICIPLE = /^(?:overrun|retaken|overthrown|withdrawn|left|crept|swept|slipped)$/;

/** "retook", "have largely overrun": past forms and participles that are nothing else. */
export const past: TagMend = (words, tags, i) => {
  if (tags[i]!.upos === 'VERB') return undefined;
  if (PAST.has(words[i]!)) return { ...tags[i]!, upos: 'VERB', xpos: 'VBD' };
  if (!PARTICIPLE.test(words[i]!)) return undefined;
  let before = i - 1;
  while (tags[before]?.upos === 'ADV') before--;
  return HAVING.test(words[before] ?? '') ? { ...tags[i]!, upos: 'VERB', xpos: 'VBN' } : undefined;
};

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

const WITHIN_SUBJECT = /^(?:NOUN|PROPN|PRON|ADJ|DET|NUM|ADP|PART|ADV|X)$/;
/** What is put behind these is what the thing is called, or when: "a town named X", "a letter dated 3 May". */
const CALLS =
  /^(?:named|called|dubbed|titled|entitled|nicknamed|codenamed|termed|labell?ed|listed|dated|given|sent|shown|paid|made|taken|held|kept|left|found|known|seen|worth|considered|deemed|believed|elected|appointed|declared|aged|based|backed|led|issued|published)$/i;

/**
 * "Tigrayan fighters recaptured Shire": a participle right behind a noun takes no object, and where no verb stands
 * before its subject it is the verb. In the training treebanks 96 of 100 forms that stand so are past tense.
 */
export const toldVerb: TagMend = (words, tags, i) => {
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
};

const HAVE = /^(have|has|had|having|['’](ve|d|s))$/i;

/** "had all fallen", "have “all” gone". */
const BETWEEN = /^(?:["“`]+|all|both|each)$/;

/** "which the army had recaptured": right before a participle, nobody has anything. */
export const perfect: TagMend = (words, tags, i) => {
  if (tags[i]!.upos !== 'VERB' || !HAVE.test(words[i]!)) return undefined;
  let next = i + 1;
  while (tags[next]?.upos === 'ADV' || BETWEEN.test(words[next] ?? '')) next++;
  const isPast = tags[next]?.upos === 'VERB' && /^VB[ND]$/.test(tags[next]!.xpos);
  return isPast || /^(?:crept|swept|slipped|advanced)$/.test(words[next] ?? '')
    ? { ...tags[i]!, upos: 'AUX' }
    : undefined;
};

/** "had recaptured": behind "had" a past form is a participle. */
export const hadDone: TagMend = (words, tags, i) => {
  if (tags[i]!.xpos !== 'VBD' || tags[i]!.upos !== 'VERB') return undefined;
  let before = i - 1;
  while (tags[before]?.upos === 'ADV') before--;
  return before >= 0 && HAVE.test(words[before]!) && /^(?:AUX|VERB)$/.test(tags[before]!.upos)
    ? { ...tags[i]!, xpos: 'VBN' }
    : undefined;
};

const PARTICIPLE_OF = /^(?:having|being|getting)$/i;

/** "Fighting raged in the town": an opening word in -ing is what went on, and a past form right after it is no participle. */
export const wentOn: TagMend = (words, tags, i) => {
  const opens = i < 2 && tags[0]!.xpos === 'VBG' && !PARTICIPLE_OF.test(words[0]!);
  if (!opens || !/^VB[DNZ]$/.test(tags[1]?.xpos ?? '')) return undefined;
  if (i === 0) return { ...tags[0]!, upos: 'NOUN', xpos: 'NN' };
  // "Fighting has been raging"
  return tags[1]!.upos === 'AUX' ? undefined : { ...tags[1]!, xpos: 'VBD' };
};
