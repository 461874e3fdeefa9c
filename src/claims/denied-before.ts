import {
  contains,
  type ActorMention,
  type ClaimKind,
  type Span,
  type Speech,
} from '../domain/index.ts';
import type { Draft, Search } from './draft.ts';
import { judge } from './judgement/index.ts';
import { TOLD } from './judgement/untrue.ts';
import { speakerSide } from './speaker.ts';
import { meet } from './same-place.ts';
import { participantsAt } from './participant.ts';
import type { Participant } from './side.ts';
import type { TextView } from './text-view.ts';
import { voiceAt } from './voice.ts';

/** Sentences back to what "it" and "the claim" mean. */
const BACK = 2;
const CERTAINTY = 0.8;

const HAD: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  'control.captured',
  'control.recaptured',
  'control.surrendered',
  'control.held',
]);

/**
 * "The army denied it", "The governor called the reports a lie", "…, a claim the rebels rejected": what
 * was told just before is said not to be so, in words that name no place.
 */
export function withDenied(search: Search, drafts: readonly Draft[]): readonly Draft[] {
  const spoken = search.view.reading.speech.flatMap((speech) => {
    const tokens = deniedIn(search, speech);
    return tokens.length === 0 ? [] : denials(search, drafts, { at: tokens[0]!, tokens });
  });
  const told = search.view.tokens.flatMap(({ index }) => {
    const denier = deniedAside(search, index);
    const by = denier && participantsAt(search, denier.head)[0];
    return by === undefined ? [] : denials(search, drafts, { at: index, tokens: [index], by });
  });
  return [...drafts, ...spoken, ...told];
}

interface Denial {
  /** Token of what is denied, or of the word that does. */
  readonly at: number;
  readonly tokens: readonly number[];
  /** Who denies it, where no speech tells. */
  readonly by?: Participant;
}

/** One negative draft for each thing told in the nearest sentence before that tells who has a place. */
function denials(search: Search, drafts: readonly Draft[], denial: Denial): readonly Draft[] {
  const { view } = search;
  const { at, by } = denial;
  const denier = by?.side ?? speakerSide(view, at);
  const here = view.token(at).sentence;
  const before = drafts.filter(
    ({ kind, trigger, rule, actor }) =>
      (HAD.has(kind) || kind === 'control.withdrawn' || rule === 'verb-frame:enter') &&
      trigger < at &&
      here - view.token(trigger).sentence <= BACK &&
      (kind === 'control.withdrawn' || denier === undefined || actor?.side !== denier),
  );
  const last = before.at(-1) && Math.max(...before.map(({ trigger }) => trigger));
  if (last === undefined) return [];
  const nearest = before.filter(
    ({ trigger }) =>
      view.token(trigger).sentence === view.token(last).sentence &&
      voiceAt(search, trigger)?.id === voiceAt(search, last)?.id &&
      isAffirmed(search, trigger),
  );
  const gains = nearest.filter(({ kind }) => HAD.has(kind));
  return (gains.length > 0 ? gains : nearest)
    .filter(
      (one, i, all) => !all.slice(0, i).some((other) => meet(one.territories, other.territories)),
    )
    .map((draft) => notSo(draft, denial));
}

function isAffirmed(search: Search, trigger: number): boolean {
  const { polarity, modality } = judge(search, trigger);
  return polarity === 'positive' && /^(?:stated|hedged|background)$/.test(modality);
}

const notSo = (
  { kind, actor, target, territories, inferred }: Draft,
  { at, tokens, by }: Denial,
): Draft => ({
  kind: kind === 'control.withdrawn' ? kind : 'control.captured',
  rule: 'denied-before',
  trigger: at,
  tokens,
  ...(actor ? { actor } : { gainerUnsaid: true }),
  ...(target ? { target } : {}),
  ...(inferred === undefined ? {} : { inferred }),
  territories,
  certainty: CERTAINTY,
  polarity: 'negative',
  modality: 'stated',
  stance: 'denies',
  ...(by ? { speaker: by.reference } : {}),
});

const SO = 'it|this|that|these|those|both|so';
const WORD =
  'claims?|reports?|news|rumou?rs?|stor(?:y|ies)|statements?|announcements?|assertions?|information|suggestions?|version|account';
const OF_IT = `(?:(?:(?:the|an?|this|that|these|those|such|all|any|its|their|his)\\s+)(?:[\\p{L}'’-]+\\s+){0,3}(?:${WORD})|(?:all\\s+)?(?:such\\s+)?(?:${WORD})|${SO})`;
const NOT_SO =
  "(?:not|n[’']t)\\s+(?:\\p{L}+ly\\s+)?(?:true|correct|accurate|so|the case|right|the truth)|false|fake|untrue|incorrect|inaccurate|wrong|baseless|unfounded|groundless|premature|fabricated|(?:a\\s+)?(?:lies?|hoax|fabrications?|propaganda|disinformation|misinformation|nonsense|fiction|provocation|fantasy)";
const EVEN =
  '(?:(?:all|simply|just|completely|totally|entirely|utterly|pure|mere|absolutely|enemy|"|“)\\s*)*';

const BARE = new RegExp(`^${OF_IT}(?:\\s+(?:as|on|late|early|in|by)\\b.*)?$`, 'iu');
const IS_NOT_SO = new RegExp(
  `(?:^(?:that\\s+)?|\\b(?:but|no|and)\\b,?\\s+(?:that\\s+)?)${OF_IT}\\s*(?:is|are|was|were|[’']s)(?:\\s+|(?=n[’']t))${EVEN}(?:${NOT_SO})\\b`,
  'iu',
);
const NO_TRUTH = new RegExp(
  `^there\\s+(?:is|was|[’']s)\\s+no\\s+truth\\s+(?:in|to)\\s+${OF_IT}\\b`,
  'iu',
);
const CALLED = new RegExp(`^${OF_IT}\\s+(?:as\\s+)?["“‘']?${EVEN}(?:${NOT_SO})\\b`, 'iu');
const CALLS = /^(?:call|brand|label|describe|term|deem)$/;

/** The words of a speech that say of something told before that it is not so, and nothing else. */
function deniedIn({ view }: Search, { stance, content, cue }: Speech): readonly number[] {
  const [span] = content;
  if (span === undefined || cue === null) return [];
  const inside = (outer: Span) => view.tokens.filter((token) => contains(outer, token));
  const said = inside(span).filter(({ upos }) => upos !== 'PUNCT');
  const [first] = said;
  const last = said.at(-1);
  if (!first || !last) return [];
  const text = view.reading.report.body.slice(first.start, last.end);
  const calls = () => inside(cue).some(({ lemma }) => CALLS.test(lemma));
  const denies =
    (stance === 'denies' && BARE.test(text)) ||
    IS_NOT_SO.test(text) ||
    NO_TRUTH.test(text) ||
    (CALLED.test(text) && calls());
  return denies ? [...said, ...inside(cue)].map(({ index }) => index) : [];
}

/** Words between "which" or "a claim" and who denies it. */
const ASIDE = 8;

/** Who denies it on the side: "…, a claim the army denied", "…, which the army denies". */
function deniedAside({ view, lexicon }: Search, verb: number): ActorMention | undefined {
  const { text, sentence } = view.token(verb);
  if (!lexicon.has('governsDeniedForms', text.toLowerCase())) return undefined;
  const denier = view.tokens[verb - 1] && view.actor(verb - 1);
  if (denier?.last !== verb) return undefined;
  for (let i = denier.first - 1; i > Math.max(0, denier.first - ASIDE); i--) {
    const { text: word, upos } = view.token(i);
    // "claims which the army denied": a verb to the tagger.
    const verbal = upos === 'VERB' && !TOLD.test(view.lemma(i));
    if (view.token(i).sentence !== sentence || verbal) return undefined;
    if (word === ',') return isSaid(view, i + 1, denier.first) ? denier : undefined;
  }
  return undefined;
}

/** "which", "something that", "a claim", with nothing more before who denies it. */
function isSaid(view: TextView, from: number, to: number): boolean {
  const words = view.tokens.slice(from, to).map((token) => token.text.toLowerCase());
  while (/^(?:the|a|that)$/.test(words.at(-1) ?? '')) words.pop();
  const [last] = words.slice(-1);
  return (
    last !== undefined && (/^(?:which|something)$/.test(last) || TOLD.test(last.replace(/s$/, '')))
  );
}
