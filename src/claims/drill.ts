import type { Search } from './search.ts';

const DRILL = /^(drill|exercise|manoeuvre|maneuver|wargame|war-game|training|rehearsal)$/;
const PLAYED = /^(mock|simulated|fictional|fictitious|notional|imaginary|scenario|wargame)$/;
const DURING = /^(in|during|of|at)$/;

/** "seized an airfield from a mock enemy as part of an exercise": what a drill takes is not taken. */
export function isPlayed({ view, drill }: Search, trigger: number): boolean {
  if (drill) return true;
  const { first, last } = view.reading.sentences[view.token(trigger).sentence]!;
  for (let i = first; i < last; i++) {
    const lemma = view.lemma(i);
    if (PLAYED.test(lemma)) return true;
    const during = DRILL.test(lemma) && view.token(i).upos === 'NOUN';
    if (during && view.children(i).some((child) => DURING.test(view.lemma(child)))) return true;
  }
  return false;
}
