import type { Mention, ParsedText, Speech } from '../domain/index.ts';
import { withAnswers } from './speech/answers.ts';
import { withoutAsking } from './speech/asked.ts';
import { carryRelays, referBack, shareSpeakers } from './speech/carry.ts';
import { withClearSources } from './speech/clear-source.ts';
import { isTranscript } from './speech/colon.ts';
import { putCitedFirst } from './speech/cited.ts';
import { continueQuotes } from './speech/continuation.ts';
import { finishSpeech } from './speech/finish.ts';
import { withinInfinitives } from './speech/infinitive.ts';
import { withInterrupted } from './speech/interrupted.ts';
import { ruleAt } from './speech/first-rule.ts';
import { findLearned } from './speech/learned/find.ts';
import type { SpeechModel } from './speech/learned/model.ts';
import type { SpeechLexicon } from './speech/lexicon.ts';
import { withJoinedSources } from './speech/joined-source.ts';
import { withoutOpenings } from './speech/line-opening.ts';
import { withoutLooming } from './speech/looming.ts';
import { withoutMeanwhile } from './speech/meanwhile.ts';
import { findQuotes, type Quote } from './speech/quotes.ts';
import { withSeen } from './speech/seen.ts';
import { withWholeClauses } from './speech/whole-clause.ts';
import { withTrailing } from './speech/trailing.ts';
import type { SpeechResources } from './speech/resources.ts';
import type { Attribution, SpeechContext } from './speech/rule.ts';
import { treeOf } from './speech/tree.ts';

/** Attributions: who is said to have said what. Thoughts and wishes are left out. */
export function findSpeech(
  text: ParsedText,
  mentions: readonly Mention[],
  resources: SpeechResources,
): readonly Speech[] {
  const context = contextOf(text, mentions, resources);
  const found = findAttributions(context, resources.model).filter(({ act }) => act === 'speech');
  return finishSpeech(found, context, mentions);
}

/** What the rules look at, worked out once for the whole text. */
export function contextOf(
  text: ParsedText,
  mentions: readonly Mention[],
  { lexicon, hashes }: SpeechResources,
): SpeechContext {
  const quotes = findQuotes(text);
  return {
    text,
    tree: treeOf(text),
    lexicon,
    hashes,
    quotes,
    quoteAt: tokensIn(text, quotes),
    outletAt: actorsOf(text, mentions, /^(?:outlet|agency)$/),
    personAt: actorsOf(text, mentions, /^person$/),
    mentionAt: mentioned(text, mentions),
    transcript: isTranscript(text),
    cueLike: cueLike(text, lexicon),
  };
}

/** Every attribution, of thoughts and wishes too, in the order of their cues. */
export function findAttributions(
  context: SpeechContext,
  model: SpeechModel | undefined,
): readonly Attribution[] {
  const drawn =
    model === undefined
      ? context.text.tokens.flatMap(({ index }) => ruleAt(index, context) ?? [])
      : findLearned(context, model);
  const joined = withJoinedSources(withoutOpenings(withTrailing(drawn, context), context), context);
  const clear = withWholeClauses(withClearSources(joined, context), context);
  const whole = withoutMeanwhile(
    withInterrupted(withinInfinitives(clear, context), context),
    context,
  );
  const found = withSeen(withoutLooming(withoutAsking(whole, context), context), context);
  const ordered = carryRelays(
    referBack(putCitedFirst(shareSpeakers(found, context), context), context),
    context,
  );
  return withAnswers(continueQuotes(ordered, context), context);
}

function cueLike({ tokens }: ParsedText, lexicon: SpeechLexicon) {
  const marked = new Uint8Array(tokens.length);
  for (let i = 0; i < marked.length; i++) if (mayCue(tokens[i]!, lexicon)) marked[i] = 1;
  return marked;
}

const mayCue = ({ upos, lemma }: ParsedText['tokens'][number], lexicon: SpeechLexicon) =>
  (upos === 'VERB' && (lexicon.verbs.has(lemma) || lexicon.attitudes.has(lemma))) ||
  lemma === 'accord';

function tokensIn({ tokens }: ParsedText, quotes: readonly Quote[]) {
  const at = new Int32Array(tokens.length).fill(-1);
  quotes.forEach(({ first, last }, index) => at.fill(index, first, last));
  return at;
}

function mentioned({ tokens }: ParsedText, mentions: readonly Mention[]) {
  const at = new Uint8Array(tokens.length);
  for (const { first, last } of mentions) at.fill(1, first, last);
  return at;
}

function actorsOf({ tokens }: ParsedText, mentions: readonly Mention[], kinds: RegExp) {
  const at = new Uint8Array(tokens.length);
  for (const mention of mentions)
    if (mention.type === 'actor' && kinds.test(mention.kind ?? ''))
      at.fill(1, mention.first, mention.last);
  return at;
}
