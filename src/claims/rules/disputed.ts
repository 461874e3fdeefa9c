import type { ClaimRule, Draft, Search } from '../draft.ts';
import { territoriesAt } from '../territory/index.ts';
import type { TextView } from '../text-view.ts';

const OPEN = /^(disputed|contested)$/;
const CONTROLS = /^(control|hold|rule|occupy)$/;
const HOLDING = /^(control|possession|ownership)$/;
/** Words between "control of" and the name: "control of the northern city of". */
const REACH = 8;

/** "Control of Goma is disputed", "who holds Goma remains contested". */
export const disputed: ClaimRule = {
  name: 'disputed',
  about: 'A place of which it is said that its control, or who controls it, is disputed.',
  examples: {
    yes: [
      'M23 says that it took the town. Control of Goma is disputed.',
      'Who controls the town of Sake is still disputed, residents said.',
      'Which side holds Goma is disputed.',
    ],
    no: [
      'The control of M23 over Goma is undisputed.',
      'It is unclear who controls Goma.',
      'Who holds the keys in Goma is disputed in court.',
      'The result in Goma is disputed.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first + 2; i < last; i++) {
      const draft = OPEN.test(search.view.token(i).text) ? at(search, i, first) : undefined;
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, adjective: number, first: number): Draft | undefined {
  const { view } = search;
  let name = adjective - 1;
  while (name > first && isLink(view, name)) name--;
  const mention = name < adjective - 1 ? view.place(name) : undefined;
  if (!mention || mention.last !== name + 1) return undefined;
  const control = controlBefore(view, mention.first, first);
  if (control === undefined) return undefined;
  const territories = territoriesAt(search, mention.head).filter(({ place }) => 'id' in place);
  if (territories.length === 0) return undefined;
  return {
    kind: 'control.contested',
    rule: 'disputed',
    trigger: adjective,
    tokens: [control, adjective],
    territories: territories.slice(0, 1),
    certainty: 0.8,
    open: true,
  };
}

const isLink = (view: TextView, token: number) =>
  /^(AUX|ADV|PART)$/.test(view.token(token).upos) || /^(be|remain|stay)$/.test(view.lemma(token));

/** "Control of", "who controls", "which side holds", with only the sort of place between it and the name. */
function controlBefore(view: TextView, name: number, first: number): number | undefined {
  for (let i = name - 1; i >= Math.max(first, name - REACH); i--) {
    const lemma = view.lemma(i);
    if (HOLDING.test(lemma) && view.tokens[i + 1]?.text === 'of') return i;
    if (CONTROLS.test(lemma)) return asks(view, i, first) ? i : undefined;
    if (lemma !== 'of' && !/^(DET|ADJ|NOUN|PROPN)$/.test(view.token(i).upos)) return undefined;
  }
  return undefined;
}

/** "who", "which side", "which of the two" right before the verb. */
function asks(view: TextView, verb: number, first: number): boolean {
  for (let i = verb - 1; i >= Math.max(first, verb - 5); i--) {
    if (/^(who|which)$/i.test(view.token(i).text)) return true;
    if (!/^(NOUN|AUX|ADV|ADP|DET|NUM)$/.test(view.token(i).upos)) return false;
  }
  return false;
}
