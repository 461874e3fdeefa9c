import type { ClaimKind } from '../../domain/index.ts';
import { surfaceSubject } from '../subject.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { behind, isPassive } from '../clause.ts';
import { judge } from '../judgement/index.ts';
import { participantsAt } from '../participant.ts';
import { governing, sideFrom, standingFor, type Participant } from '../side.ts';
import { isBeyond, OUTSIDE, outside } from '../outside-control.ts';
import type { TextView } from '../text-view.ts';
import { governorOf, placesOf } from '../place-controlled.ts';

/** Nouns of holding, with the prepositions that make a state of them. */
const NOUNS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    control: ['under', 'into', 'out', 'to', 'outside', 'beyond'],
    rule: ['under', 'outside'],
    reach: ['beyond', 'outside'],
    occupation: ['under'],
    authority: ['under'],
    sway: ['under'],
    protection: ['under'],
    heel: ['under'],
    flag: ['under'],
    banner: ['under'],
    administration: ['under'],
    governance: ['under'],
    dominion: ['under'],
    sovereignty: ['under'],
    command: ['under'],
    thumb: ['under'],
    boot: ['under'],
    yoke: ['under'],
    colour: ['under'],
    charge: ['in', 'under'],
    keeping: ['in'],
    fist: ['in'],
    pocket: ['in'],
    power: ['in'],
    possession: ['in'],
    siege: ['under', 'in'],
    blockade: ['under'],
    attack: ['under'],
    assault: ['under'],
    bombardment: ['under'],
    hand: ['in', 'into', 'within', 'to', 'out'],
    grip: ['in', 'into', 'under', 'out', 'outside'],
    grasp: ['in', 'within', 'beyond', 'outside'],
  }),
);

const STAYS = /^(remain|stay|keep)$/;
const BACK = new Set(['return', 'take', 'bring', 'restore', 'retake', 'get', 'put']);

const CHANGE = new Set([
  'come',
  'fall',
  'bring',
  'pass',
  'go',
  'slip',
  'place',
  'put',
  'get',
  'drift',
  'end',
]);

/** "X is under Y's control", "came under", "in the hands of", "under siege", "under attack". */
export const underControl: ClaimRule = {
  name: 'under-control',
  about:
    'A place that is, comes or is brought under somebody’s control, into their hands or under siege.',
  examples: {
    yes: [
      'The city of Goma is under the control of the rebels.',
      'The city of Ghazni came under Taliban control on Tuesday.',
      'Sheberghan is in the hands of the militants.',
      'Goma: in the hands of M23.',
      'El Fasher has been under siege by the RSF for 18 months.',
      'Kunduz has been under attack by the Taliban for three days.',
      'The city of Goma is out of the control of the army.',
      'Rebels of M23 brought the city of Goma under full control.',
      'The airport of Goma is again in the possession of the army.',
      'Rebels of M23 advanced on Sunday. The town of Sake was brought under control.',
      'If the bridge falls, Goma will be in the hands of M23.',
    ],
    no: [
      'The fire in Kabul is under control.',
      'The minister is under heavy attack in the press of Kabul.',
      'Firefighters brought the fire in Goma under control.',
      'Rebels of M23 left. The fire in Goma was brought under control.',
      'The matter is in the hands of the court in Kabul.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      const prepositions = NOUNS.get(search.view.lemma(i));
      if (!prepositions) continue;
      const draft = at(search, i, prepositions);
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, noun: number, prepositions: readonly string[]): Draft | undefined {
  const { view } = search;
  const top = withTime(view, noun);
  const preposition = view
    .children(top)
    .find((child) => child < noun && prepositions.includes(view.lemma(child)));
  if (preposition === undefined) return undefined;
  const actor = holderOf(search, noun) ?? governmentOver(search, noun) ?? bringer(search, noun);
  const siege = /siege|blockade/.test(view.lemma(noun));
  const attack = /attack|assault|bombardment/.test(view.lemma(noun));
  // "under our full control", says somebody whose side is not known.
  const ours = !actor && view.children(noun).some((child) => /^our$/i.test(view.token(child).text));
  const brought = !actor && isBrought(search, noun);
  if (!siege && !attack && !ours && !brought && !actor?.armed) return undefined;
  const territories = placesOf(search, top);
  if (territories.length === 0) return undefined;
  const governor = governorOf(search, top);
  if (OUTSIDE.test(view.lemma(preposition)))
    return isBeyond(search, top, governor)
      ? outside(search, [noun, preposition], actor, territories)
      : undefined;
  // "remains out of rebel hands": they have not got it.
  if (
    view.lemma(preposition) === 'out' &&
    governor !== undefined &&
    STAYS.test(view.lemma(governor))
  )
    return {
      kind: 'control.held',
      rule: 'under-control',
      trigger: governor,
      tokens: [noun, preposition, governor],
      ...(actor ? { actor } : {}),
      territories,
      polarity: 'negative',
    };
  if (view.lemma(preposition) === 'out')
    return {
      kind: 'control.captured',
      rule: 'under-control',
      trigger: governor ?? noun,
      tokens: [noun, preposition],
      ...(actor ? { target: actor } : {}),
      territories,
      gainerUnsaid: true,
    };
  return {
    kind: siege
      ? 'control.besieged'
      : attack
        ? 'control.contested'
        : brought
          ? 'control.recaptured'
          : kindOf(search, top, governor),
    rule: 'under-control',
    trigger: governor ?? noun,
    tokens: [noun, preposition, ...(governor === undefined ? [] : [governor])],
    ...(actor ? { actor } : ours || brought ? { gainerUnsaid: true } : {}),
    territories,
  };
}

/** "under government control tonight": the tree makes a compound of noun and time. */
function withTime(view: TextView, noun: number): number {
  const { deprel, head } = view.token(noun);
  return deprel === 'compound' && head > noun && view.time(head) ? head : noun;
}

/** "under the authority of Luanda", "in Ukraine's hands": the government that sits there. */
function governmentOver(search: Search, noun: number): Participant | undefined {
  const { view } = search;
  const owners = view.children(noun).filter((child) => view.token(child).deprel === 'nmod:poss');
  return [...behind(view, noun, 'of'), ...owners]
    .map((token) =>
      view.lemma(token) === 'state' ? ofState(search, token) : governing(search, token),
    )
    .find((government) => government !== undefined);
}

/** "brought the town under full control": theirs who bring it there. */
function bringer(search: Search, noun: number): Participant | undefined {
  const { view } = search;
  const verb = governorOf(search, noun);
  if (view.lemma(noun) !== 'control' || verb === undefined || isPassive(view, verb))
    return undefined;
  if (!/^(bring|place|put|get|have)$/.test(view.lemma(verb))) return undefined;
  if (!view.children(verb).some((child) => view.token(child).deprel === 'obj')) return undefined;
  const subject = surfaceSubject(view, verb);
  const [actor] = subject === undefined ? [] : participantsAt(search, subject);
  return actor?.armed === true ? actor : undefined;
}

/** "The town was brought under control": of those who tell of it, or who gain elsewhere. */
function isBrought({ view, lexicon }: Search, noun: number): boolean {
  const verb = governorOf({ view }, noun);
  if (view.lemma(noun) !== 'control' || verb === undefined || !isPassive(view, verb)) return false;
  const subject = surfaceSubject(view, verb);
  if (!/^(bring|place|put)$/.test(view.lemma(verb)) || subject === undefined) return false;
  return view.place(subject) !== undefined || lexicon.has('placeClasses', view.lemma(subject));
}

function holderOf(search: Search, noun: number): Participant | undefined {
  const { view } = search;
  const modifiers = view.children(noun).filter(
    (child) =>
      (/^(nmod|compound|amod|obl)/.test(view.token(child).deprel) || view.actor(child)) &&
      !view.time(child) &&
      // "under siege from three sides"
      view.lemma(child) !== 'side' &&
      // "According to local authorities, the area is in rebel hands."
      !(child < noun && view.token(child).deprel.startsWith('obl')),
  );
  const by = behind(view, noun, 'by');
  const { head } = view.token(noun);
  const agents = head >= 0 ? behind(view, head, 'by') : [];
  for (const token of [...by, ...agents, ...modifiers]) {
    const found = participantsAt(search, token).find(({ armed }) => armed);
    if (found) return found;
  }
  return modifiers.some((token) => /^(?:federal|central)$/.test(view.lemma(token)))
    ? ofState(search, noun)
    : undefined;
}

/** "in federal hands": the state's that the text is about. */
function ofState({ government, view }: Search, token: number): Participant | undefined {
  return government && standingFor(sideFrom(government), view.token(token), token);
}

const isAhead = (search: Search, noun: number) =>
  search.view
    .children(noun)
    .some((child) => /^(?:will|would|'ll)$/i.test(search.view.token(child).text)) &&
  /^(?:planned|predicted|hypothetical)$/.test(judge(search, noun).modality);

/** Words between "been" and the noun: "been back in the hands". */
const NEAR = 6;

function kindOf(search: Search, noun: number, governor: number | undefined): ClaimKind {
  const { view } = search;
  const { head } = view.token(noun);
  const words = [noun, ...(governor === undefined ? [] : [governor])].flatMap((token) =>
    view.children(token),
  );
  if (head >= 0) words.push(head);
  const has = (word: string) => words.some((child) => view.lemma(child) === word);
  const verb = governor === undefined ? '' : view.lemma(governor);
  // "has been back in their hands for a week"
  const been = view.tokens
    .slice(Math.max(0, noun - NEAR), noun)
    .some(({ text }) => text === 'been');
  const hosts = [noun, ...words];
  const long =
    been && ['for', 'since'].some((w) => hosts.some((h) => behind(view, h, w).length > 0));
  if (long && has('back')) return 'control.held';
  if (has('back') && (verb === '' || verb === 'be' || BACK.has(verb) || CHANGE.has(verb)))
    return 'control.recaptured';
  if (verb === 'return') return 'control.recaptured';
  if (CHANGE.has(verb)) return 'control.captured';
  // "would be wholly in Russian hands": it is not yet.
  if (governor === undefined && !has('still') && isAhead(search, noun)) return 'control.captured';
  // "is now under their control" tells of a change; "remains" and "still" do not.
  return has('now') && !has('still') ? 'control.captured' : 'control.held';
}
