import type { ClaimKind } from '../../domain/index.ts';
import { surfaceSubject } from '../subject.ts';
import { contextTerritory } from '../context.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { behind, isPassive } from '../clause.ts';
import { labelPlace, unreadLabel } from '../line-label.ts';
import { participantsAt } from '../participant.ts';
import { governing, sideFrom, standingFor, type Participant } from '../side.ts';
import { isBeyond, OUTSIDE, outside } from '../outside-control.ts';
import type { TextView } from '../text-view.ts';
import { namedByVerb, territoriesAt, unknownName, type Territory } from '../territory/index.ts';

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
    .map((token) => governing(search, token))
    .find((government) => government !== undefined);
}

/** "brought the town under full control": theirs who bring it there. */
function bringer(search: Search, noun: number): Participant | undefined {
  const { view } = search;
  const verb = governorOf(search, noun);
  if (view.lemma(noun) !== 'control' || verb === undefined || isPassive(view, verb))
    return undefined;
  if (!/^(bring|place|put|get)$/.test(view.lemma(verb))) return undefined;
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

function governorOf({ view }: Pick<Search, 'view'>, noun: number): number | undefined {
  const { deprel, head } = view.token(noun);
  // "dismissed claims that it is in their hands", where the tree hangs the hands on the first verb
  if (view.children(noun).some((child) => view.token(child).deprel === 'cop')) return undefined;
  return head >= 0 && deprel.startsWith('obl') && view.token(head).upos === 'VERB'
    ? head
    : undefined;
}

function placesOf(search: Search, noun: number): readonly Territory[] {
  const { view } = search;
  const { deprel, head } = view.token(noun);
  const tokens: number[] = [];
  const governor = governorOf(search, noun);
  if (governor !== undefined)
    for (const child of view.children(governor))
      if (view.token(child).deprel === 'obj') tokens.push(child);
  const subject = surfaceSubject(view, governor ?? noun);
  if (subject !== undefined) tokens.push(subject);
  if (head >= 0 && /^(nmod|acl|appos)/.test(deprel)) tokens.push(head);
  // "the city is back in their grip": the predicate is "back".
  const predicate = head >= 0 && deprel.startsWith('obl') ? surfaceSubject(view, head) : undefined;
  if (predicate !== undefined) tokens.push(predicate);
  for (const token of tokens) {
    const found = territoriesAt(search, token);
    const beside = found.length > 0 ? joinedNames(search, token) : [];
    if (found.length > 0) return [...found, ...beside.flatMap((name) => unknownName(search, name))];
  }
  const unknown = tokens.flatMap((token) => namedByVerb(search, token));
  if (unknown.length > 0) return unknown;
  const names = tokens.flatMap((token) => [token, ...joinedNames(search, token)]);
  const lacking = names.flatMap((token) => {
    const known = territoriesAt(search, token);
    return known.length > 0 ? known : unknownName(search, token);
  });
  if (lacking.length > 0) return lacking;
  const bare = beforeCopula(search, noun);
  if (bare.length > 0) return bare;
  const told = subjectBefore(search, noun);
  if (told.length > 0) return told;
  const pronoun = tokens.find((token) => view.lemma(token) === 'it');
  if (pronoun !== undefined) return contextTerritory(search, pronoun);
  const line = view.reading.sentences[view.token(noun).sentence]!;
  const label = labelPlace(view, line);
  if (label) return territoriesAt(search, label.head);
  const unread = unreadLabel(view, line);
  return unread === undefined ? [] : namedByVerb(search, unread);
}

const joinedNames = ({ view }: Search, token: number) =>
  view
    .children(token)
    .filter(
      (child) =>
        view.token(child).deprel === 'conj' &&
        (view.place(child) !== undefined || view.token(child).upos === 'PROPN'),
    );

/** "said Dioura is in its hands": a name that only stands where the place should. */
function beforeCopula(search: Search, noun: number): readonly Territory[] {
  const { view } = search;
  let at = view.children(noun).find((child) => view.token(child).deprel === 'cop') ?? -1;
  do at--;
  while (at >= 0 && /^(AUX|ADV|PART)$/.test(view.token(at).upos));
  at = beforeAside(view, at);
  if (at < 0 || view.token(at).sentence !== view.token(noun).sentence) return [];
  if (view.token(at).upos !== 'PROPN') return [];
  const known = view.place(at) ? territoriesAt(search, at) : namedByVerb(search, at);
  return known.length > 0 ? known : unknownName(search, at);
}

/** "Uvira, further south, is in army hands": what stands before the aside. */
function beforeAside(view: TextView, at: number): number {
  if (view.tokens[at]?.text !== ',') return at;
  for (let i = at - 1; i > at - ASIDE && i > 0; i--) {
    if (view.token(i).text === ',') return i - 1;
    if (view.token(i).upos === 'VERB') return at;
  }
  return at;
}

const ASIDE = 8;

/** "X has fallen and is in the hands of Y": the subject of a clause before, where the tree lost it. */
function subjectBefore(search: Search, noun: number): readonly Territory[] {
  const { view } = search;
  const { first } = view.reading.sentences[view.token(noun).sentence]!;
  for (let i = noun - 1; i >= first; i--)
    if (view.token(i).deprel.startsWith('nsubj') && view.place(i))
      return territoriesAt(search, i).map((one) => ({ ...one, confidence: one.confidence * 0.7 }));
  return [];
}

/** Words between "been" and the noun: "been back in the hands". */
const NEAR = 6;

function kindOf({ view }: Search, noun: number, governor: number | undefined): ClaimKind {
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
  // "is now under their control" tells of a change; "remains" and "still" do not.
  return has('now') && !has('still') ? 'control.captured' : 'control.held';
}
