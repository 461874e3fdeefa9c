import { antecedent } from '../antecedent.ts';
import { argumentsOfVerb } from '../arguments.ts';
import type { ClaimRule, Draft, Search, SentenceRange } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { surfaceSubject } from '../subject.ts';
import { territoriesAt, type Territory } from '../territory/index.ts';
import { contextTerritory } from '../context.ts';

const WAY = /^(road|route|highway|exit|entrance|lifeline|access|supply|motorway)$/;
const SHUT = /^(cut|sever|block|close|seal|shut|blockade|bar)$/;
const LEADS = /^(to|into|out|from|towards?|around)$/;
const WHOLE = /^(all|every|both|last|only|remaining|main|supply|each)$/;
/** What closes roads besides a besieger, and in what else than war they are closed. */
const OTHERWISE =
  /\b(?:snow|rain|flood|landslide|mudslide|avalanche|storm|weather|fog|accident|crash|protest|demonstrat|strikers?|marathon|traffic|roadworks|earthquake|wildfire|smoke|police|lockdown|quarantine)/i;

/** "All roads to Kunduz have been cut", "nothing gets into Kunduz": a siege, though nothing is besieged. */
export const noWayIn: ClaimRule = {
  name: 'no-way-in',
  about: 'A town to which the roads are cut, or into which nothing comes, where a war is told of.',
  examples: {
    yes: [
      'All roads to Goma have been cut by the rebels of M23.',
      'The army holds Goma against the rebels of M23. Every road into the town is closed.',
      'The rebels of M23 took Sake. Nothing gets into Goma, a priest said.',
      'Troops have closed the last supply route into Goma, the rebels of M23 said.',
      'In Goma, where rebels of M23 have blocked the roads since May, rice is dear.',
      'M23 has taken Sake, and nobody can get in or out of Goma.',
    ],
    no: [
      'All roads to Goma were closed by snow while the army fought the rebels of M23.',
      'A road to Goma was closed for repairs. The army fought the rebels of M23 elsewhere.',
      'Nothing gets into the minutes of the council of Goma, the rebels of M23 said.',
      'All roads to Goma are open, the rebels of M23 said.',
    ],
  },
  find(search, sentence) {
    const drafts: Draft[] = [];
    if (search.sides.length === 0 || isElse(search, sentence)) return drafts;
    for (let i = sentence.first; i < sentence.last; i++) {
      const { upos, text } = search.view.token(i);
      const isWay = upos === 'NOUN' && WAY.test(search.view.lemma(i));
      const isNothing = /^(nothing|nobody|none)$/i.test(text) || isNoOne(search, i);
      const draft = isWay
        ? shut(search, sentence, i)
        : isNothing
          ? unentered(search, sentence, i)
          : undefined;
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

const isElse = ({ view }: Search, { index }: SentenceRange) => {
  const { start, end } = view.reading.sentences[index]!;
  return OTHERWISE.test(view.reading.report.body.slice(start, end));
};

const isNoOne = ({ view }: Search, token: number) =>
  /^one$/i.test(view.token(token).text) && /^no$/i.test(view.tokens[token - 1]?.text ?? '');

function shut(search: Search, { first, last }: SentenceRange, way: number): Draft | undefined {
  const { view } = search;
  const around = closedBy(search, way);
  const there = around ? townWhere(search, around.verb, first) : [];
  if (around && there.length > 0) return siege(around.verb, there, around.doer);
  const territories = ledTo(search, way, last);
  if (territories.length === 0) return undefined;
  const told = territories[0]!.last;
  if (around) return siege(around.verb, territories, around.doer);
  const at = (i: number) => i < last && SHUT.test(view.lemma(i)) && isSaidOf(search, way, i);
  const verb = Array.from({ length: REACH }, (_, k) => told + k).find(at);
  if (verb === undefined) return undefined;
  const doer = argumentsOfVerb(view, verb)
    .subject.flatMap((token) => participantsAt(search, token))
    .find(({ armed }) => armed);
  const whole = view.tokens
    .slice(Math.max(first, way - 4), way)
    .some(({ index }) => WHOLE.test(view.lemma(index)));
  if (!doer && !whole) return undefined;
  return siege(verb, territories, doer);
}

/** "Troops have closed the last supply route into Kunduz": an armed side that is no state's police. */
function closedBy(search: Search, way: number) {
  const { view } = search;
  const { deprel, head } = view.token(way);
  if (deprel !== 'obj' || head < 0 || !SHUT.test(view.lemma(head))) return undefined;
  const doer = argumentsOfVerb(view, head)
    .subject.flatMap((token) => participantsAt(search, token))
    .find(({ armed, mention }) => armed && mention?.kind !== 'state');
  return doer && { verb: head, doer };
}

/** "Timbuktu, where jihadists have blocked the roads": its roads, though none is said to lead there. */
function townWhere(search: Search, verb: number, first: number): readonly Territory[] {
  const { view } = search;
  for (let i = verb - 1; i > first && view.token(i).xpos !== 'VBD'; i--) {
    if (view.token(i).text !== 'where') continue;
    const town = antecedent(view, i);
    return town === undefined ? [] : territoriesAt(search, town);
  }
  return [];
}

/** Words between the town and what is said of its roads. */
const REACH = 6;

const isSaidOf = ({ view }: Search, way: number, verb: number) =>
  /^(VBN|VBD|JJ)$/.test(view.token(verb).xpos) && surfaceSubject(view, verb) === way;

/** "roads leading to the besieged city of Kunduz", "routes in and out of Kunduz". */
function ledTo(search: Search, way: number, last: number): readonly Territory[] {
  const { view } = search;
  let leads = false;
  for (let i = way + 1; i < Math.min(last, way + 10); i++) {
    const { text, upos } = view.token(i);
    leads ||= LEADS.test(text);
    const mention = view.place(i);
    if (mention) return leads ? territoriesAt(search, mention.head) : [];
    // "into rebel-held Aleppo"
    if (view.tokens[i + 1]?.text === '-') continue;
    if (upos === 'NOUN') return leads ? territoriesAt(search, i) : [];
    if (upos === 'AUX' || (upos === 'VERB' && text !== 'leading')) return [];
  }
  return [];
}

const COMES = /^(enter|get|come|go|reach|leave|pass|move|be)$/;

function unentered(search: Search, { last }: SentenceRange, nothing: number): Draft | undefined {
  const { view } = search;
  for (let i = nothing + 1; i < Math.min(last, nothing + 7); i++) {
    const { upos } = view.token(i);
    if (!COMES.test(view.lemma(i)) || upos === 'AUX') {
      if (/^(VERB|AUX|PART|ADV)$/.test(upos) && !/^(NOUN|PROPN)$/.test(upos)) continue;
      return undefined;
    }
    const territories = within(search, i, last);
    return territories.length > 0
      ? { ...siege(i, territories.slice(0, 1), undefined), polarity: 'positive' }
      : undefined;
  }
  return undefined;
}

/** "gets into Goma", "enters the town", "can get in or out": of the town named, or else spoken of. */
function within(search: Search, verb: number, last: number): readonly Territory[] {
  const { view } = search;
  const [next = '', or = '', then = ''] = [1, 2, 3].map((k) => view.tokens[verb + k]?.text);
  const inAndOut = /^(in|out)$/.test(next) && /^(or|and)$/.test(or) && /^(in|out)$/.test(then);
  const into = inAndOut || /^(into|through)$/.test(next) || /^enter$/.test(view.lemma(verb));
  if (!into) return [];
  const from = verb + (inAndOut ? 4 : 1);
  for (let i = from; i < Math.min(last, from + 5); i++) {
    const mention = view.place(i);
    if (mention) return territoriesAt(search, mention.head);
    const { upos } = view.token(i);
    if (upos === 'NOUN') return isTown(search, i) ? territoriesAt(search, i) : [];
    if (upos === 'VERB' || upos === 'PRON') break;
  }
  return inAndOut ? contextTerritory(search, verb) : [];
}

const isTown = ({ view, lexicon }: Search, token: number) =>
  lexicon.has('settlements', view.lemma(token)) || /^(enclave|district)$/.test(view.lemma(token));

const siege = (
  trigger: number,
  territories: readonly Territory[],
  actor: Draft['actor'],
): Draft => ({
  kind: 'control.besieged',
  rule: 'no-way-in',
  trigger,
  tokens: [trigger],
  ...(actor ? { actor } : {}),
  territories,
  certainty: 0.75,
});
