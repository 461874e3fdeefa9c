import { hangsOn, type LooseTree } from './loose-tree.ts';
import type { WordTag } from './tagger.ts';

const TELL =
  /^(?:tell|tells|told|telling|inform(?:ed|s|ing)?|assured?|warn(?:ed|s|ing)?|remind(?:ed|s)?)$/i;

/**
 * "Witnesses told a radio station that fighters had fled": the clause is what is told, and no quality of the station,
 * where it has a subject of its own.
 */
export function bindTold(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  words.forEach((word, that) => {
    if (word !== 'that') return;
    const verb = heads[that]!;
    if (verb <= that || labels[verb] !== 'acl:relcl') return;
    const hearer = heads[verb]!;
    const told = hearer < 0 ? -1 : heads[hearer]!;
    if (told < 0 || told > hearer || hearer > that || !/^i?obj$/.test(labels[hearer]!)) return;
    if (!TELL.test(words[told]!) || labels[that]!.startsWith('nsubj')) return;
    const hasSubject = words.some(
      (_, i) => i !== that && heads[i] === verb && labels[i]!.startsWith('nsubj'),
    );
    if (!hasSubject || !/^(?:VERB|NOUN|ADJ|PROPN)$/.test(tags[verb]!.upos)) return;
    heads[verb] = told;
    labels[verb] = 'ccomp';
    labels[that] = 'mark';
  });
}

/** "have taken up to 70 percent of the town": nothing is taken up; the amount is what is taken. */
export function bindAmounts(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let up = 1; up + 2 < words.length; up++) {
    if (words[up] !== 'up' || words[up + 1] !== 'to' || labels[up] !== 'compound:prt') continue;
    if (tags[up + 2]!.upos !== 'NUM') continue;
    const verb = heads[up]!;
    const number = up + 2;
    const amount = heads[number] === verb ? number : heads[number]!;
    if (amount < number || heads[amount] !== verb || labels[amount] !== 'obl') continue;
    labels[amount] = 'obj';
    heads[up] = number;
    labels[up] = 'advmod';
    heads[up + 1] = up;
    labels[up + 1] = 'fixed';
  }
}

const DRIVE =
  /^(?:driv(?:e|es|ing|en)|drove|push(?:ed|es|ing)?|expel(?:led|s|ling)?|forced|oust(?:ed|s|ing)?|chased|dislodged|evicted|ejected|cleared)$/i;
const LONGEST = 10;

/**
 * "had driven Boko Haram out of Gwoza, a market town": whoever stands between such a verb and the place is its object,
 * and the place is where they are driven from.
 */
export function bindDriven(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let verb = 0; verb + 2 < words.length; verb++) {
    if (!DRIVE.test(words[verb]!) || tags[verb]!.upos !== 'VERB') continue;
    let from = verb + 1;
    while (from - verb <= LONGEST && isWithin(words, tags, from)) from++;
    const isFrom = words[from] === 'from' || (words[from] === 'out' && words[from + 1] === 'of');
    if (!isFrom || from === verb + 1) continue;
    const place = heads[words[from] === 'out' ? from + 1 : from]!;
    if (place <= from || !/^(?:PROPN|NOUN)$/.test(tags[place]!.upos)) continue;
    const driven = rootOf(heads, verb + 1, from);
    if (driven === undefined || driven === place || heads[driven] === undefined) continue;
    const isBound = heads[driven] === verb && labels[driven] === 'obj';
    if (isBound && heads[place] === verb) continue;
    if (hangsOn(heads, verb, driven) || hangsOn(heads, verb, place)) continue;
    heads[driven] = verb;
    labels[driven] = 'obj';
    heads[place] = verb;
    labels[place] = 'obl';
  }
}

/** "having seized Homs", ", and have overrun posts": no quality of the town, but what was done to it. */
export function bindHaving(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let having = 0; having + 1 < words.length; having++) {
    if (!/^(?:having|have|has|had)$/i.test(words[having]!)) continue;
    let verb = having + 1;
    while (tags[verb]?.upos === 'ADV') verb++;
    if (tags[verb]?.xpos !== 'VBN' || labels[verb] !== 'amod') continue;
    const object = heads[verb]!;
    const above = object < 0 ? -1 : heads[object]!;
    if (object < verb || above < 0 || above >= having) continue;
    const opens = /^having$/i.test(words[having]!);
    const joined = words.some((_, i) => i < having && heads[i] === verb && labels[i] === 'cc');
    if (!opens && !joined) continue;
    heads[verb] = above;
    labels[verb] = opens ? 'advcl' : 'conj';
    heads[object] = verb;
    labels[object] = 'obj';
  }
}

/**
 * "fled Qala-e Naw after the prison was stormed", "control of Wad Madani, a year after": a name stands in no clause
 * that opens behind it, and is what the preposition right before it leads to.
 */
export function bindNearest(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let name = 1; name < tags.length; name++) {
    const later = heads[name]!;
    if (later <= name || !labels[name]!.startsWith('nsubj')) continue;
    if (!/^(?:PROPN|NOUN)$/.test(tags[name]!.upos)) continue;
    const before = name - 1;
    if (tags[before]!.upos === 'ADP' && heads[before] === later && labels[before] === 'case') {
      const comma = words.indexOf(',', name);
      if (comma < 0 || comma > later) continue;
      const isOf = words[before] === 'of' && before > 0;
      const above = isOf ? before - 1 : heads[later]!;
      if (above < 0 || above > before) continue;
      heads[before] = name;
      heads[name] = above;
      labels[name] = isOf ? 'nmod' : 'obl';
    } else if (tags[before]!.upos === 'VERB' && heads[later] === before) {
      const opens = words.some(
        (_, i) => i > name && i < later && heads[i] === later && labels[i] === 'mark',
      );
      if (!opens || words.some((_, i) => heads[i] === before && labels[i] === 'obj')) continue;
      heads[name] = before;
      labels[name] = 'obj';
    }
  }
}

const PARTS_WITH =
  /^(?:accus|depriv|rid|clear|cleans|strip|robb?|reliev|warn|inform|suspect|notif|remind|convinc|assur|free|purg|empt|tell|told|speak|spoke|convict|acquit|ma[dk]|cur|dispos|th[io]nk|thought|hear|talk)/i;

/** "admitted the loss of Wad Madani": of the loss, and of no other word, but for verbs that part somebody with it. */
export function bindOf(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let of = 2; of + 1 < words.length; of++) {
    const noun = of - 1;
    const name = heads[of]!;
    if (words[of] !== 'of' || tags[noun]!.upos !== 'NOUN' || labels[of] !== 'case') continue;
    const verb = heads[noun]!;
    if (labels[noun] !== 'obj' || labels[name] !== 'obl' || heads[name] !== verb) continue;
    if (verb > noun || tags[verb]!.upos !== 'VERB' || PARTS_WITH.test(words[verb]!)) continue;
    heads[name] = noun;
    labels[name] = 'nmod';
  }
}

/**
 * "Food is scarce in the city, which they besiege": what "which" stands for is the noun before it, and not what is said
 * of something else.
 */
export function bindRelative(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let which = 2; which + 1 < words.length; which++) {
    if (words[which] !== 'which' || words[which - 1] !== ',') continue;
    const verb = heads[which]!;
    const isClause = labels[which] === 'obj' ? /^(?:acl:relcl|conj)$/ : /^acl:relcl$/;
    if (verb <= which || !isClause.test(labels[verb]!)) continue;
    const above = heads[verb]!;
    if (above < 0 || above >= which) continue;
    const isOfClause =
      tags[above]!.upos === 'VERB' ||
      words.some((_, i) => heads[i] === above && labels[i] === 'cop');
    if (!isOfClause) continue;
    let noun = which - 2;
    if (!/^(?:NOUN|PROPN)$/.test(tags[noun]!.upos)) continue;
    while (/^(?:flat|compound)$/.test(labels[noun]!) && heads[noun]! >= 0) noun = heads[noun]!;
    if (heads[noun]! >= 0 && labels[noun] === 'nmod' && words[nextTo(heads, noun)] === 'of')
      noun = heads[noun]!;
    if (noun === above || noun >= which || hangsOn(heads, noun, verb)) continue;
    heads[verb] = noun;
    labels[verb] = 'acl:relcl';
  }
}

/** No noun hangs on a full stop: what does belongs to what that hangs on. */
export function bindStops(tags: readonly WordTag[], { heads, labels }: LooseTree): void {
  for (let i = 0; i < tags.length; i++) {
    const stop = heads[i]!;
    if (stop < 0 || tags[stop]!.upos !== 'PUNCT' || !/^(?:nsubj|obl|obj)/.test(labels[i]!))
      continue;
    const above = heads[stop]!;
    if (above < 0 || above === i || hangsOn(heads, above, i)) continue;
    if (tags[above]!.upos !== 'PUNCT') heads[i] = above;
  }
}

/** What stands under a word that has a clause, or the rest of one: "Goma on Monday, and Bukavu *two days later*". */
const OF_CLAUSE = ['nsubj', 'cop', 'aux', 'obj', 'obl', 'advmod', 'nmod:unmarked'];

/**
 * "liberated the town of Sake and the villages of Kingi": to the tree, liberating and villages. What "and" joins to a
 * verb without being one is joined to its object, or to the phrase with a preposition where it has one itself.
 */
export function bindConjoined(tags: readonly WordTag[], { heads, labels }: LooseTree): void {
  for (let noun = 2; noun < tags.length; noun++) {
    const verb = heads[noun]!;
    if (labels[noun] !== 'conj' || verb < 0 || verb > noun || tags[verb]!.upos !== 'VERB') continue;
    if (!/^(?:NOUN|PROPN)$/.test(tags[noun]!.upos)) continue;
    const has = (label: string) =>
      labels.some((one, i) => heads[i] === noun && one.startsWith(label));
    if (OF_CLAUSE.some(has) || !has('cc')) continue;
    const kin = has('case') ? 'obl' : 'obj';
    let before = noun - 1;
    while (before > verb && !(heads[before] === verb && labels[before] === kin)) before--;
    if (before > verb) heads[noun] = before;
  }
}

/** "fell back from al-Qarba": a way leads from the verb, and not from "back". */
export function bindBack(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let i = 2; i < words.length; i++) {
    const back = heads[i]!;
    if (back < 1 || back > i || labels[i] !== 'obl' || !/^(?:back|away)$/.test(words[back]!))
      continue;
    const verb = heads[back]!;
    if (verb < 0 || verb > back || tags[verb]!.upos !== 'VERB') continue;
    if (/^(?:from|to|towards?|into|across|over)$/.test(words[nextTo(heads, i)] ?? ''))
      heads[i] = verb;
  }
}

const FIGHT =
  /^(?:fighting|clash(?:es)?|battles?|skirmish(?:es)?|firefights?|gunfights?|gun-?battles?|combat|fights?)$/i;

/** "clashes with rebels in the city centre": the fight is where it is, and not only the rebels. */
export function bindClashes(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let place = 4; place < words.length; place++) {
    if (labels[place] !== 'nmod') continue;
    const foe = heads[place]!;
    const fight = foe < 0 || foe > place ? -1 : heads[foe]!;
    if (fight < 0 || fight > foe || !FIGHT.test(words[fight]!)) continue;
    if (!/^(?:nmod|obl)$/.test(labels[foe]!) || tags[foe]!.xpos !== 'NNS') continue;
    if (!/^(?:with|between|against)$/.test(words[nextTo(heads, foe)] ?? '')) continue;
    if (!/^(?:in|at|near|around|outside|inside)$/.test(words[nextTo(heads, place)] ?? '')) continue;
    heads[place] = fight;
    labels[place] = labels[foe]!;
  }
}

/** The preposition of a noun. */
const nextTo = (heads: LooseTree['heads'], noun: number) =>
  Array.from({ length: noun }, (_, i) => i).find((i) => heads[i] === noun) ?? -1;

const WITHIN = /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|PART)$/;

/** "Rwanda-backed M23 rebels", "fighters of the Rapid Support Forces (RSF)". */
const isWithin = (words: readonly string[], tags: readonly WordTag[], i: number) =>
  i < words.length &&
  (WITHIN.test(tags[i]!.upos) ||
    /^(?:-|of|\(|\))$/.test(words[i]!) ||
    (words[i - 1] === '-' && tags[i]!.upos === 'VERB'));

/** The word of a stretch that hangs on none of its others. */
function rootOf(heads: LooseTree['heads'], first: number, last: number): number | undefined {
  const outside = Array.from({ length: last - first }, (_, i) => first + i).filter(
    (i) => heads[i]! < first || heads[i]! >= last,
  );
  return outside.length === 1 ? outside[0] : undefined;
}
