import { OPENS_OBJECT, type TagMend } from './tag-mend.ts';
import type { WordTag } from './tagger.ts';

/** What armed sides do to places, in the form of a plural; many are nouns, too, and some a tagger has never met. */
const VERBS =
  'control hold occupy besiege surround encircle patrol attack storm shell block blockade keep retain run rule guard defend dominate bombard enter repel retake recapture capture seize overrun assault raid target secure administer govern police abandon man reach'.split(
    ' ',
  );
/** With what leads to a place behind them. */
const MOVES = 'advance march press push move close bear'.split(' ');

const third = (verb: string) =>
  /[^aeiou]y$/.test(verb)
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|x|ch|sh)$/.test(verb)
      ? `${verb}es`
      : `${verb}s`;

const FORMS: ReadonlyMap<string, 'VBZ' | 'VBP'> = new Map(
  [...VERBS, ...MOVES].flatMap((verb) => [
    [third(verb), 'VBZ'],
    [verb, 'VBP'],
  ]),
);
const MOVE_FORMS = new Set(MOVES.flatMap((verb) => [verb, third(verb)]));
const LEADS = /^(?:on|into|towards?|through)$/;

const FINITE = /^(?:VB[DZP]|MD)$/;
const SAYING =
  /^(?:say|says|said|claims?|claimed|reports?|reported|adds?|added|confirms?|confirmed)$/i;
const WITHIN_SUBJECT = /^(?:NOUN|PROPN|PRON|ADJ|DET|NUM|ADP|ADV|PART)$/;
/** Where another clause begins or ends. */
const BOUNDARY =
  /^(?:[,;:.()"“”—–]|that|which|who|whom|whose|where|while|when|as|after|before|since|because|if|though|although|but|and|or)$/i;
const DAY = /^(?:\p{Lu}\p{Ll}+day|today|yesterday|last|this|next)$/u;

/**
 * "The army controls Khartoum", "the rebels besiege the town": where a clause has a subject, no other verb and something
 * that can be its object, the word between them is no noun and no preposition.
 */
export const presentVerb: TagMend = (words, tags, i) => {
  const form = FORMS.get(words[i]!);
  if (form === undefined || tags[i]!.xpos === form) return undefined;
  if (!opensObject(words, tags, i) || !hasSubject(words, tags, i, form)) return undefined;
  for (let j = i + 1; j < words.length && !BOUNDARY.test(words[j]!); j++)
    if (FINITE.test(tags[j]!.xpos)) return undefined;
  return { ...tags[i]!, upos: 'VERB', xpos: form };
};

function opensObject(words: readonly string[], tags: readonly WordTag[], i: number): boolean {
  if (MOVE_FORMS.has(words[i]!) && !LEADS.test(words[i + 1] ?? '')) return false;
  const next = i + (MOVE_FORMS.has(words[i]!) ? 2 : 1);
  return OPENS_OBJECT.test(tags[next]?.upos ?? '') && !DAY.test(words[next]!);
}

/** Nothing but a noun phrase, up to where a clause can begin; a plural for the plain form. */
function hasSubject(
  words: readonly string[],
  tags: readonly WordTag[],
  i: number,
  form: 'VBZ' | 'VBP',
): boolean {
  let last = i - 1;
  while (tags[last]?.upos === 'ADV') last--;
  if (!/^(?:NOUN|PROPN)$/.test(tags[last]?.upos ?? '')) return false;
  let first = last;
  while (first >= 0 && isWithin(words, tags, first)) first--;
  const subject = tags.slice(first + 1, last + 1);
  const several =
    subject.some(({ xpos }) => /^NN(?:S|PS)$/.test(xpos) || xpos === 'CC') ||
    // "The Houthis" and "the Taliban", names to the tagger
    (/^the$/i.test(words[last - 1] ?? '') && /(?:[^s]s|Taliban)$/.test(words[last]!));
  if (form === 'VBP' ? !several : tags[last]!.xpos === 'NNS') return false;
  return (
    first < 0 ||
    BOUNDARY.test(words[first]!) ||
    SAYING.test(words[first]!) ||
    subject.some(({ xpos }) => xpos === 'CC')
  );
}

const isWithin = (words: readonly string[], tags: readonly WordTag[], i: number) =>
  words[i] === '-' ||
  (words[i] === 'and' && /^(?:NOUN|PROPN|DET|ADJ|PRON)$/.test(tags[i + 1]?.upos ?? '')) ||
  (WITHIN_SUBJECT.test(tags[i]!.upos) && !BOUNDARY.test(words[i]!));
