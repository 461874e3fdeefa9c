import { isResolved, type PlaceMention } from '../../domain/index.ts';
import type { TextView } from '../text-view.ts';

/** What only a town has, so that its name is no place by itself. */
const OF_TOWN =
  /^(?:quarter|neighbou?rhood|suburb|street|square|avenue|boulevard|roundabout|prison|jail|hospital|hotel|stadium|bazaar|market|mosque|church|cathedral|university|school|palace|block|ward|bridge|gate|station|tower|hall)$/;

/** "the Hantoub quarter", "Martyrs' Square": a name that no list has, of a part or site of some town. */
export function isOfTown(view: TextView, { place, last }: PlaceMention): boolean {
  if (isResolved(place)) return false;
  return (
    OF_TOWN.test(view.lemma(last - 1)) ||
    (OF_TOWN.test(view.lemma(last)) && view.token(last).upos === 'NOUN')
  );
}
