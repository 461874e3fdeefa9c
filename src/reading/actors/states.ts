import type { ParsedText } from '../../domain/index.ts';
import type { ActorDraft } from '../drafts.ts';
import type { ActorContext, Listed } from './context.ts';
import { draftAt, factsOf } from './draft.ts';

/** Verbs whose subject is a government when a capital is named: it speaks, agrees, wants, sends. */
const SPEAKS = new Set(
  `say tell announce declare deny confirm claim warn accuse blame condemn urge call demand insist
  reject refuse agree decide pledge promise vow offer propose threaten ask appeal welcome support
  back recognise recognize sign want hope believe fear see consider regard describe maintain argue
  add admit acknowledge report suspend impose lift ban expel recall summon send deploy supply
  provide hold launch order seek negotiate mediate broker host invite respond react retaliate
  criticise criticize praise congratulate express stress repeat reiterate withdraw increase expect
  intend plan try continue dispute contest intervene ally cut sever restore resume have concede dismiss
  assert contend boast caution complain note signal hint indicate retort counter brand`.split(
    /\s+/,
  ),
);
/** Nouns between whose parties a capital is a government. */
const BETWEEN = new Set(
  `talk negotiation agreement deal treaty tension relation tie war conflict dispute alliance dialogue
  peace truce ceasefire cooperation rivalry standoff pact accord meeting summit contact understanding
  rift row exchange spat`.split(/\s+/),
);
const ACTS = new Set(
  `accuse blame urge ask tell warn press pressure force persuade condemn criticise criticize attack
  invade threaten support back help assist arm supply sanction punish fight defeat join deter
 provoke thank congratulate praise convince oblige invite`.split(/\s+/),
);
/** Nouns that a state owns as one who acts: "Russia's invasion", "Kyiv's forces". */
const ACTOR_NOUNS = new Set(
  `invasion offensive counteroffensive attack war withdrawal decision claim statement announcement
  accusation denial demand call support aid troop force army military soldier ally intervention
  retreat advance operation policy position president government minister`.split(/\s+/),
);

/** "in GNA hands", "under Ukraine's control" */
const HELD_BY = new Set(['hand', 'control', 'grip', 'grasp', 'rule', 'occupation']);

/** A state, its capital or its seat of power, where it acts rather than lies. */
export function stateActors(context: ActorContext): readonly ActorDraft[] {
  const seen = new Set<Listed>();
  return context.listed.flatMap((name) => {
    if (!name || seen.has(name) || name.use === 'name' || name.use === 'demonym') return [];
    seen.add(name);
    if (!acts(context, name)) return [];
    return [
      draftAt(
        context,
        { ...name, rule: `actor.${name.use}` },
        { ...factsOf(name.actor), kind: 'state' },
      ),
    ];
  });
}

interface Link {
  readonly label: string;
  readonly lemma: string;
  readonly preposition: string | undefined;
}

function linkOf({ text, words }: ActorContext, { first, last }: Listed): Link {
  let at = last - 1;
  while (text.tokens[at]!.head >= first && text.tokens[at]!.head < last) at = text.tokens[at]!.head;
  // A later part of a coordination hangs where its first part does.
  while (
    text.tokens[at]!.deprel === 'conj' &&
    text.tokens[at]!.head >= 0 &&
    text.tokens[at]!.head < at
  )
    at = text.tokens[at]!.head;
  const { deprel, head } = text.tokens[at]!;
  const left = words[at - 1] === 'the' ? at - 2 : at - 1;
  const preposition =
    text.tokens[left]?.upos === 'ADP' && !(SUBORDINATES.has(words[left]!) && isSpeaking(text, last))
      ? words[left]
      : undefined;
  if (preposition === undefined && SUBORDINATES.has(words[left] ?? '') && isSpeaking(text, last))
    return { label: 'nsubj', lemma: text.tokens[last]!.lemma.toLowerCase(), preposition };
  return { label: deprel, lemma: text.tokens[head]?.lemma.toLowerCase() ?? '', preposition };
}

/** "after Russia said": taggers take the conjunction for a preposition. */
const SUBORDINATES = new Set([
  'after',
  'before',
  'since',
  'as',
  'until',
  'while',
  'that',
  'because',
]);

const isSpeaking = ({ tokens }: ParsedText, next: number) =>
  tokens[next]?.upos === 'VERB' && /^VB[DZP]/.test(tokens[next].xpos);

const LONGEST_LIST = 10;
const SENT =
  /^(troops?|soldiers?|forces?|servicemen|envoys?|fighters?|peacekeepers?|diplomats?|officials?|police|representatives?)$/;

/** "troops from Russia, Tajikistan and Uzbekistan" */
function sentBy({ words }: ActorContext, { first }: Listed): boolean {
  for (let at = first - 1; at > 0 && first - at < LONGEST_LIST; at--)
    if (words[at] === 'from') return SENT.test(words[at - 1]!);
  return false;
}

/** "KABUL - The president …", "MOSUL, Iraq, July 10 (Agency) -" */
function isDateline({ text, words }: ActorContext, { first, last }: Listed): boolean {
  const start = text.sentences[text.tokens[first]!.sentence]!.first;
  const filed = text.tokens[start]!.text;
  if (filed.length < 3 || filed !== filed.toUpperCase() || first - start > LONGEST_DATELINE)
    return false;
  return first === start || (words[first - 1] === ',' && /^[,(–—-]/.test(words[last] ?? ''));
}

const LONGEST_DATELINE = 6;

function acts(context: ActorContext, name: Listed): boolean {
  const { label, lemma, preposition } = linkOf(context, name);
  const isCapital = name.use === 'capital';
  if (isDateline(context, name)) return false;
  if (name.use === 'seat')
    return preposition === undefined || /^(by|with|from|between)$/.test(preposition);
  if (isCapital && isWhoseForces(context, name, preposition)) return true;
  if (preposition === 'by') return label !== 'conj';
  if (preposition === 'between' || preposition === 'with' || preposition === 'against')
    return BETWEEN.has(lemma) || SPEAKS.has(lemma) || lemma === 'fight';
  if (preposition === 'from') return sentBy(context, name);
  if (preposition !== undefined) return false;
  if (label.startsWith('nsubj')) return isCapital ? SPEAKS.has(lemma) : true;
  if (label === 'obj' || label === 'iobj')
    return (
      ACTS.has(lemma) &&
      !(isCapital && /^(attack|invade|fight|support|help|defeat|force|back|join)$/.test(lemma))
    );
  if (HELD_BY.has(lemma) && /^(compound|nmod:poss)$/.test(label)) return !isCapital;
  if (label === 'nmod:poss')
    return ACTOR_NOUNS.has(lemma) && !(isCapital && /^(attack|offensive)$/.test(lemma));
  return false;
}

/** What troops do to a town, and no town to another. */
const TAKES =
  /^(?:capture|recapture|seize|retake|regain|reconquer|conquer|overrun|liberate|take|control|besiege|surround|encircle|attack|storm|shell|bomb|enter|reach|lose|leave|abandon)$/;
const TOWN =
  /^(?:town|city|village|suburb|outskirts?|district|region|province|airport|base|settlement|territory|it)$/;
const LEAVES = /^(?:pull|retreat|withdraw|advance)$/;

/**
 * "Kyiv has surrounded the town", "in the hands of Damascus": who takes, holds or gives up a town is no
 * town, but the forces of the government that sits there.
 */
function isWhoseForces(
  { text: { tokens }, words }: ActorContext,
  { first, last }: Listed,
  preposition: string | undefined,
): boolean {
  if (preposition === 'of') {
    const before = words.slice(Math.max(0, first - 4), first).join(' ');
    return /(?:^| )(?:in the hands|under the (?:control|rule)) of$/.test(before);
  }
  const name = tokens[last - 1]!;
  if (preposition !== undefined || name.deprel !== 'nsubj' || name.head < last) return false;
  const verb = tokens[name.head]!;
  const below = tokens.filter(({ head }) => head === verb.index);
  if (verb.lemma === 'control' && words[verb.index - 1] === 'in')
    return words[verb.index + 1] === 'of';
  if (TAKES.test(verb.lemma)) {
    const object = below.find(({ deprel }) => deprel === 'obj');
    if (!object) return false;
    // "the town, which Moscow left"
    if (object.index < verb.index) return words[object.index] === 'which';
    if (verb.lemma === 'take' && object.lemma === 'control') return true;
    return object.upos === 'PROPN' || TOWN.test(object.lemma.toLowerCase());
  }
  return (
    LEAVES.test(verb.lemma) &&
    words[verb.index + 1] !== 'of' &&
    below.some(
      ({ index, deprel, lemma, upos }) =>
        index > verb.index &&
        deprel === 'obl' &&
        (upos === 'PROPN' || TOWN.test(lemma.toLowerCase())),
    )
  );
}
