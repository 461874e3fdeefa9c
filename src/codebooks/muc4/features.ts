import type { TextView } from '../../claims/text-view.ts';
import type { Lexicon } from '../../claims/lexicon.ts';
import type { Claim } from '../../domain/index.ts';
import { hashText } from '../../reading/perceptron/hash.ts';
import type { WordSenses } from '../../reading/perceptron/word-senses.ts';
import { fold, type WordClasses } from '../../reading/perceptron/words.ts';
import { featureHashes } from '../../reading/perceptron/logistic.ts';
import type { Unit } from './candidates.ts';
import { childFeatures, orderFeatures, senseFeatures } from './context.ts';
import { logit } from './relevance.ts';

/** One report as the features of its candidates see it. */
export interface Scene {
  readonly view: TextView;
  readonly claims: readonly Claim[];
  readonly lexicon: Lexicon;
  readonly classes: WordClasses;
  readonly senses: WordSenses;
  /** How likely each slot has a filler at all in this report, by its words. */
  readonly relevance: Float64Array;
  /** The same for each sentence. */
  readonly sentences: readonly Float64Array[];
}

/** What there is to say of a unit as a whole, and of each noun that heads one of its wordings. */
export interface UnitFeatures {
  readonly whole: Int32Array;
  readonly mentions: readonly Int32Array[];
}

export function unitFeatures(scene: Scene, units: readonly Unit[]): readonly UnitFeatures[] {
  const kinds = sentenceKinds(scene);
  const report = reportLevel(scene);
  return units.map((unit) => {
    const features = new Set(['bias', ...report]);
    best(scene, unit).forEach((level, slot) => features.add(`best ${slot} ${level}`));
    wholeFeatures(scene, unit, features);
    return {
      whole: featureHashes(features),
      mentions: unit.heads.map((head) => featureHashes(headFeatures(scene, head, kinds))),
    };
  });
}

const bucket = (probability: number) => Math.max(-4, Math.min(4, Math.round(logit(probability))));

/** How likely the likeliest sentence with the unit is to fill each slot. */
const best = ({ sentences, view, relevance }: Scene, { heads }: Unit) =>
  Array.from(relevance, (_, slot) =>
    bucket(Math.max(...heads.map((head) => sentences[view.token(head).sentence]![slot]!))),
  );

const reportLevel = ({ relevance }: Scene) =>
  Array.from(relevance, (probability, slot) => `report ${slot} ${bucket(probability)}`);

function wholeFeatures(
  { view, relevance }: Scene,
  { anchor, candidates, heads }: Unit,
  features: Set<string>,
): void {
  const any = bucket(relevance.at(-1)!);
  const times = Math.min(heads.length, 4);
  features.add(`anchor ${anchor}`);
  features.add(`anchor ${anchor} ${any}`);
  features.add(`times ${times}`);
  features.add(`times ${times} ${any}`);
  const sentence = view.token(heads[0]!).sentence;
  features.add(`from ${sentence < 4 ? sentence : sentence < 8 ? 'middle' : 'end'}`);
  for (const { key } of candidates)
    for (const word of key.split(' ').slice(0, -1)) features.add(`word ${word}`);
}

/** Kinds of the claims in each sentence. */
function sentenceKinds({ view, claims }: Scene): readonly ReadonlySet<string>[] {
  return view.reading.sentences.map(
    ({ start, end }) =>
      new Set(
        claims
          .filter(({ evidence }) => evidence.start < end && evidence.end > start)
          .map(({ kind }) => kind),
      ),
  );
}

const SHARED = new Set(['conj', 'appos', 'flat']);
const CLAUSAL = /^(?:VERB|AUX)$/;

/** The noun whose role a word shares: the first of a list, the name an apposition explains. */
function leading(view: TextView, head: number): number {
  let at = head;
  for (let step = 0; step < 4; step++) {
    const { deprel, head: up } = view.token(at);
    if (!SHARED.has(deprel) || up < 0) return at;
    at = up;
  }
  return at;
}

const prepositionOf = (view: TextView, index: number) => {
  const mark = view.children(index).find((child) => view.token(child).deprel === 'case');
  return mark === undefined ? '' : view.lemma(mark);
};

function headFeatures(scene: Scene, head: number, kinds: readonly ReadonlySet<string>[]) {
  const { view } = scene;
  const noun = view.token(head);
  const lemma = view.lemma(head);
  const features: string[] = [];
  const mention = mentionAt(scene, head);
  const sort = classOf(scene, lemma);
  features.push(`head ${lemma}`, `ending ${lemma.slice(-4)}`, `class ${sort}`);
  features.push(`mention ${mention}`, `tag ${noun.xpos} ${mention}`);
  for (const child of view.children(head))
    if (child < head && /^(?:amod|compound|nummod)$/.test(view.token(child).deprel))
      features.push(`modifier ${view.lemma(child)}`);
  roleFeatures(scene, head, { mention, sort }, features);
  claimFeatures(scene, head, mention, features);
  for (const kind of kinds[noun.sentence]!) {
    features.push(`here ${kind}`, `here ${kind} ${mention}`, `here ${kind} ${sort}`);
  }
  scene.sentences[noun.sentence]!.forEach((probability, slot) => {
    const level = bucket(probability);
    features.push(`sentence ${slot} ${level}`, `sentence ${slot} ${level} ${mention} ${sort}`);
  });
  windowFeatures(view, head, features);
  placeFeatures(scene, head, mention, features);
  companyFeatures(scene, head, features);
  return features;
}

/** Where in the report a noun stands, and how likely the sentences there tell of an attack. */
function placeFeatures(scene: Scene, head: number, mention: string, features: string[]): void {
  const { view, sentences } = scene;
  const { sentence } = view.token(head);
  const level = (at: number) => (sentences[at] ? bucket(sentences[at].at(-1)!) : 'none');
  const lead = leading(view, head);
  const role = `${view.token(lead).deprel} ${prepositionOf(view, lead)}`;
  const here = level(sentence);
  features.push(`level ${here} ${role}`, `level ${here} ${mention}`);
  features.push(`level ${here} ${role} ${mention}`);
  features.push(`level before ${level(sentence - 1)}`, `level after ${level(sentence + 1)}`);
  const index = Math.min(sentence, 5);
  features.push(`index ${index} ${mention}`, `index ${index} ${here}`);
}

/** Modifiers with their noun, and what it is named in a row with. */
function companyFeatures(scene: Scene, head: number, features: string[]): void {
  const { view } = scene;
  const add = (other: number) =>
    features.push(`with ${view.lemma(other)}`, `with mention ${mentionAt(scene, other)}`);
  for (const child of view.children(head)) {
    const { deprel } = view.token(child);
    if (child < head && /^(?:amod|compound|nummod)$/.test(deprel))
      features.push(`phrase ${view.lemma(child)} ${view.lemma(head)}`);
    if (deprel === 'conj') add(child);
  }
  const lead = leading(view, head);
  if (lead !== head) add(lead);
}

interface Looks {
  readonly mention: string;
  readonly sort: number;
}

function roleFeatures(scene: Scene, head: number, looks: Looks, features: string[]): void {
  const { view } = scene;
  const lead = leading(view, head);
  const { deprel, head: governor } = view.token(lead);
  const preposition = prepositionOf(view, lead);
  const role = `${deprel} ${preposition}`;
  const around = { view, senses: scene.senses, head, lead, role, mention: looks.mention };
  senseFeatures(around, features);
  orderFeatures(around, features);
  childFeatures(around, features);
  features.push(`role ${role}`, `role ${role} ${looks.mention}`);
  if (lead !== head) features.push(`shared ${view.token(head).deprel} ${view.lemma(lead)}`);
  if (governor < 0) return;
  const word = view.lemma(governor);
  const kind = kindOf(scene, governor);
  features.push(`by ${word}`, `role ${role} ${word}`, `role ${role} ${kind}`);
  features.push(`role ${role} ${kind} ${looks.mention}`, `role ${role} ${kind} ${looks.sort}`);
  features.push(`role ${role} ${classOf(scene, word)}`, `${looks.mention} ${word}`);
  for (const child of view.children(governor)) {
    const other = view.token(child);
    if (child !== lead && /^(?:nsubj|obj|obl)/.test(other.deprel))
      features.push(`beside ${other.deprel} ${view.lemma(child)}`);
  }
  const next = view.token(governor);
  if (CLAUSAL.test(next.upos) || next.head < 0) return;
  const above = view.lemma(next.head);
  const path = `${deprel} ${preposition} ${next.deprel} ${prepositionOf(view, governor)}`;
  features.push(`above ${above}`, `path ${path} ${above}`);
  features.push(`path ${path} ${kindOf(scene, next.head)}`, `path ${word} ${above}`);
}

function claimFeatures(scene: Scene, head: number, mention: string, features: string[]): void {
  const { start, end } = scene.view.token(head);
  for (const { kind, actor, target, modality, polarity } of scene.claims) {
    const sure = modality === 'stated' && polarity === 'positive' ? '' : 'unsure';
    if (actor && actor.start <= start && end <= actor.end)
      features.push(`doer ${kind}`, `doer ${kind} ${sure}`, `doer ${mention}`);
    if (target && target.start <= start && end <= target.end)
      features.push(`victim ${kind}`, `victim ${kind} ${sure}`, `victim ${kind} ${mention}`);
  }
}

const REACH = 4;

function windowFeatures(view: TextView, head: number, features: string[]): void {
  const { sentence } = view.token(head);
  for (let at = head - REACH; at <= head + REACH; at++) {
    const token = view.tokens[at];
    if (token?.sentence !== sentence || at === head || token.upos === 'PUNCT') continue;
    features.push(`${at < head ? 'left' : 'right'} ${view.lemma(at)}`);
  }
  const { first, last } = view.reading.sentences[sentence]!;
  for (let at = first; at < last; at++)
    if (view.token(at).upos === 'VERB') features.push(`clause ${view.lemma(at)}`);
}

function mentionAt({ view }: Scene, head: number): string {
  const actor = view.actor(head);
  if (actor)
    return `${actor.kind}${actor.actor === undefined ? '' : '+'}${actor.anonymous ? '?' : ''}`;
  return (view.place(head) ?? view.time(head) ?? view.quantity(head))?.type ?? '';
}

const classOf = ({ classes }: Scene, lemma: string) => classes.fine.get(hashText(fold(lemma))) ?? 0;

/** What kind of happening a verb or noun speaks of, by the lexicon. */
function kindOf({ view, lexicon }: Scene, index: number): string {
  const lemma = view.lemma(index);
  const frame = CLAUSAL.test(view.token(index).upos)
    ? lexicon.verbs.get(lemma)?.at(-1)?.frame
    : lexicon.nouns.get(lemma)?.[0];
  return frame?.kind ?? '';
}
