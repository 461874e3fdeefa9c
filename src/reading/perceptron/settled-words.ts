import type { WordTable } from './words.ts';

/**
 * Words of war that are one thing only, or a verb in one of two forms. The tagger has met few of
 * them, and takes "fighters" behind a name for a verb, and "told" behind an apposition for a noun:
 * "…," X, a shopkeeper, told AFP.
 */
const SETTLED: Readonly<Record<string, string>> = {
  'NOUN|NNS':
    'fighters militants insurgents gunmen soldiers jihadists jihadis militiamen paratroopers commandos guerrillas mutineers infantrymen peacekeepers gendarmes policemen tribesmen civilians troops attackers defenders invaders occupiers separatists loyalists islamists extremists terrorists mercenaries combatants servicemen warlords',
  'NOUN|NN': 'gunman soldier policeman militiaman paratrooper infantryman peacekeeper fighter',
  'VERB|VBD': 'withdrew retook overran',
  'VERB|VBN': 'retaken',
  'VERB|VBD VERB|VBN': 'told',
};

/** Classes by form, as written in a sentence and at its head. */
export function settledWords(
  classes: readonly string[],
  words: WordTable,
): ReadonlyMap<number, readonly number[]> {
  const settled = new Map<number, readonly number[]>();
  for (const [tags, list] of Object.entries(SETTLED)) {
    const ids = tags.split(' ').map((tag) => classes.indexOf(tag));
    if (ids.includes(-1)) continue;
    for (const word of list.split(' '))
      for (const form of [word, word[0]!.toUpperCase() + word.slice(1)])
        settled.set(words.get(form).form, ids);
  }
  return settled;
}
