import type { Lexicon } from '../../claims/lexicon.ts';
import { viewOf } from '../../claims/text-view.ts';
import type { Claim, Reading } from '../../domain/index.ts';
import type { ModelFile } from '../../reading/perceptron/container.ts';
import type { WordSenses } from '../../reading/perceptron/word-senses.ts';
import type { WordClasses } from '../../reading/perceptron/words.ts';
import { arraysUnder, Logistic } from '../../reading/perceptron/logistic.ts';
import { type Unit, unitsOf } from './candidates.ts';
import { chooseFillers, type Scored } from './choose.ts';
import { type Scene, unitFeatures } from './features.ts';
import { reportFeatures, sentenceFeatures, silenceNumbers } from './relevance.ts';
import { type Slot, SLOTS, type Template } from './slots.ts';
import { chances, unitSums, weighted } from './weigh.ts';
import { wordingFeatures } from './wording.ts';

/** Questions about a report: has each slot a filler, and has any? */
export const REPORT_QUESTIONS = SLOTS.length + 1;

export interface Muc4Model {
  readonly report: Logistic;
  readonly sentence: Logistic;
  readonly unit: Logistic;
  /** For a slot that stays empty: weights of the numbers of the report, by slot. */
  readonly none: readonly (readonly number[])[];
  readonly wording: Logistic;
  readonly thresholds: Readonly<Record<Slot, number>>;
}

export interface Muc4Resources {
  readonly lexicon: Lexicon;
  readonly classes: WordClasses;
  readonly senses: WordSenses;
}

/** @throws RangeError when the file holds other weights. */
export function muc4ModelFrom({ meta, arrays }: ModelFile): Muc4Model {
  if (meta['model'] !== 'muc4') throw new RangeError('these are no weights for MUC-4 templates');
  const step = Number(meta['unit']);
  return {
    report: new Logistic(arraysUnder(arrays, 'report.'), REPORT_QUESTIONS, step),
    sentence: new Logistic(arraysUnder(arrays, 'sentence.'), REPORT_QUESTIONS, step),
    unit: new Logistic(arraysUnder(arrays, 'unit.'), SLOTS.length, step),
    none: meta['none'] as Muc4Model['none'],
    wording: new Logistic(arraysUnder(arrays, 'wording.'), 1, step),
    thresholds: meta['thresholds'] as Readonly<Record<Slot, number>>,
  };
}

export interface ScoredUnit {
  /** How likely it fills each slot. */
  readonly probabilities: Float64Array;
  /** The wording to give for it in a slot, and how likely that is right if the unit is. */
  wording(slot: Slot): Scored;
}

/** What fills the slots of a report, all its incidents together. */
export function codeTemplate(
  reading: Reading,
  claims: readonly Claim[],
  resources: Muc4Resources,
  model: Muc4Model,
): Template {
  const view = viewOf(reading);
  const relevance = model.report.probabilities(reportFeatures(view, claims));
  const sentences = sentenceFeatures(view, claims, relevance).map((features) =>
    model.sentence.probabilities(features),
  );
  const scene = { view, claims, ...resources, relevance, sentences };
  return fill(scene, scoreUnits(scene, model), model.thresholds);
}

export function scoreUnits(
  scene: Scene,
  { unit, none, wording }: Pick<Muc4Model, 'unit' | 'none' | 'wording'>,
): readonly ScoredUnit[] {
  const units = unitsOf(scene.view);
  const sums = unitFeatures(scene, units).map(({ whole, mentions }) =>
    unitSums(
      unit.sums(whole),
      mentions.map((features) => unit.sums(features)),
    ),
  );
  const empty = weighted(silenceNumbers(scene.relevance, scene.sentences), none);
  return chances(sums, empty).map((probabilities, i) => {
    const known = new Map<Slot, Scored>();
    return {
      probabilities,
      wording: (slot) => {
        const found = known.get(slot) ?? bestWording(scene, units[i]!, { slot, wording });
        known.set(slot, found);
        return found;
      },
    };
  });
}

function bestWording(
  scene: Scene,
  { candidates }: Unit,
  { slot, wording }: { readonly slot: Slot; readonly wording: Logistic },
): Scored {
  const sums = wordingFeatures(scene, candidates, slot).map((features) => wording.sums(features));
  const shares = chances(sums, Float64Array.of(-Infinity)).map(([share = 0]) => share);
  const probability = Math.max(...shares);
  return { candidate: candidates[shares.indexOf(probability)]!, probability };
}

export function fill(
  { view }: Pick<Scene, 'view'>,
  units: readonly ScoredUnit[],
  thresholds: Muc4Model['thresholds'],
): Template {
  const fillers = SLOTS.map((slot, k) => {
    const scored = units
      .filter(({ probabilities }) => probabilities[k]! >= thresholds[slot])
      .map((unit) => {
        const { candidate, probability } = unit.wording(slot);
        return { candidate, probability: probability * unit.probabilities[k]! };
      });
    return [slot, chooseFillers(view, scored, thresholds[slot])] as const;
  });
  return Object.fromEntries(fillers) as unknown as Template;
}
