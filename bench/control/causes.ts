import type { Reading } from '../../src/domain/index.ts';
import type { GoldStatement } from '../replay/data.ts';
import { GOLD_GROUP, type Coded } from './codebook.ts';
import { parseGoldPlace, samePlace } from './places.ts';
import type { ItemScore, Resources } from './score.ts';

export type Cause =
  | 'place not recognised'
  | 'another kind'
  | 'another actor, or none'
  | 'another place'
  | 'nothing about a named place at these words';

/** Why each missed statement was missed, judged by the claims that share words with it. */
export function causesOf(
  score: ItemScore,
  reading: Reading,
  { gazetteer }: Resources,
): readonly Cause[] {
  const near = (gold: GoldStatement): readonly Coded[] => {
    const start = score.item.text.indexOf(gold.evidence);
    const end = start + gold.evidence.length;
    return score.spurious.filter(
      ({ claim: { evidence } }) => start >= 0 && evidence.start < end && start < evidence.end,
    );
  };
  return score.missed.map((gold) => {
    const place = parseGoldPlace(gold.place);
    const named = reading.mentions.some(
      (mention) => mention.type === 'place' && samePlace(place, mention.place, gazetteer),
    );
    if (!named) return 'place not recognised';
    const here = near(gold).filter(({ claim }) => samePlace(place, claim.place, gazetteer));
    const group = GOLD_GROUP[gold.kind];
    if (here.some((one) => one.group === group)) return 'another actor, or none';
    if (here.length > 0) return 'another kind';
    if (near(gold).some((one) => one.group === group)) return 'another place';
    return 'nothing about a named place at these words';
  });
}
