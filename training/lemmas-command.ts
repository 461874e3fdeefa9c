import { writeFileSync } from 'node:fs';
import {
  endings,
  lemmaBase,
  type LemmaRules,
  ruleKey,
  WITH_CAPITAL,
  withCapital,
} from '../src/reading/lemma.ts';
import { CONFLICT_VERBS, formsOf } from './conflict-verbs.ts';
import { readConllu } from './conllu.ts';
import { IRREGULAR_VERBS } from './irregular-verbs.ts';
import type { TrainingOptions } from './main.ts';

/** Parts of broken words, addresses, foreign words, and numerals: the base itself is the lemma. */
const LEFT_OUT = /^(?:GW|ADD|FW|CD|LS|NNP|NNPS)$/;

type Counts = Map<string, Map<string, number>>;

/** Learns how each tag's words become their lemmas; writes the endings that change something. */
export function run({ data, out, log }: TrainingOptions): void {
  const tables = new Map<string, Counts>();
  const count = (key: string, base: string, lemma: string) => {
    const script = scriptOf(base, lemma);
    const counts = tables.get(key) ?? new Map();
    tables.set(key, counts);
    for (const ending of endings(base)) {
      // A whole word says nothing of longer words that end in it: "are" and "declare".
      if (ending === base) continue;
      // Capitals that come are those of one word: "rbis" is an RBI, and "rsf" no "rsRBI".
      if (/[A-Z]/.test(script) && !ending.startsWith('^')) continue;
      const scripts = counts.get(ending) ?? new Map<string, number>();
      scripts.set(script, (scripts.get(script) ?? 0) + 1);
      counts.set(ending, scripts);
    }
  };
  const verbs = new Set(CONFLICT_VERBS);
  const irregular = new Set<string>();
  for (const { base, past, participle } of IRREGULAR_VERBS) {
    count('VBD', past, base);
    count('VBN', participle, base);
    irregular.add(`VBD ${past}`).add(`VBN ${participle}`);
  }
  for (const { words, lemmas, upos, xpos } of data.flatMap(readConllu))
    words.forEach((word, i) => {
      // The treebanks have slips here ("flead"); the table has none.
      if (upos[i] === 'VERB' && irregular.has(`${xpos[i]} ${word.toLowerCase()}`)) return;
      if (lemmas[i] === '_' || LEFT_OUT.test(xpos[i]!) || upos[i] === 'PROPN') return;
      if (upos[i] === 'VERB' && /^[a-z]{3,}$/.test(lemmas[i]!)) verbs.add(lemmas[i]!);
      count(ruleKey(upos[i]!, xpos[i]!), lemmaBase(word, upos[i]!), lemmas[i]!);
    });
  // A verb seen in one form is known in all: "provoked" from "provokes".
  for (const verb of verbs)
    for (const { word, xpos } of formsOf(verb))
      if (!tables.get(xpos)?.has(`^${word}`)) count(xpos, word, verb);
  const rules: Record<string, Record<string, string>> = {};
  for (const [key, counts] of [...tables].sort(byName)) rules[key] = prune(counts);
  const json = out.replace(/\.bin$/, '.json');
  writeFileSync(json, JSON.stringify(rules satisfies LemmaRules));
  log(
    `${json}: ${Object.values(rules).reduce((sum, table) => sum + Object.keys(table).length, 0)} rules`,
  );
}

const byName = (a: readonly [string, unknown], b: readonly [string, unknown]) =>
  a[0] < b[0] ? -1 : 1;

/** "seized" → "seize" is "1": one letter goes, none comes. */
function scriptOf(base: string, lemma: string): string {
  if (lemma !== base && lemma === withCapital(base)) return WITH_CAPITAL;
  let same = 0;
  while (same < base.length && same < lemma.length && base[same] === lemma[same]) same++;
  const digitsFollow = /^\d/.test(lemma.slice(same));
  return digitsFollow ? `0` : `${base.length - same}${lemma.slice(same)}`;
}

const top = (scripts: Map<string, number>) =>
  [...scripts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;

/** Keeps an ending only where its majority differs from that of the next shorter ending kept. */
function prune(counts: Counts): Record<string, string> {
  const kept: Record<string, string> = {};
  const byLength = [...counts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  for (const ending of byLength) {
    const scripts = counts.get(ending)!;
    const [script, times] = top(scripts);
    // One odd word makes no rule for its ending; it stands as a whole word.
    if (!ending.startsWith('^') && ending !== '' && times < 2) continue;
    if (inherited(kept, ending) !== script) kept[ending] = script;
  }
  return kept;
}

const rank = (ending: string) => (ending.startsWith('^') ? 100 : ending.length);

function inherited(kept: Readonly<Record<string, string>>, ending: string): string | undefined {
  const word = ending.startsWith('^') ? ending.slice(1) : ending;
  const from = ending.startsWith('^') ? 0 : 1;
  for (let at = from; at <= word.length; at++) {
    const script = kept[word.slice(at)];
    if (script !== undefined) return script;
  }
  return undefined;
}
