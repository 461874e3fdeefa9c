import { joinedTo } from './arguments.ts';
import { behind, verbGroup } from './clause.ts';
import type { Search } from './draft.ts';
import { meansOther } from './frame-senses.ts';
import type { Found } from './frame-slots.ts';
import { giverOf } from './given.ts';
import { sideOf, type Participant } from './side.ts';
import { isFleeing, isAnybody, isVehicle, isOneMan, isVisit, isFlight } from './no-side.ts';

interface Filled {
  readonly actor: Participant | undefined;
  readonly target: Participant | undefined;
}

/** Whether those who act, and what is acted on, are of the sort the frame speaks of. */
export function suits(search: Search, found: Found, { actor, target }: Filled): boolean {
  const { frame } = found;
  if (meansOther(search, found)) return false;
  if (isOneMan(search, found, actor) || isOwnFlag(search, found)) return false;
  if (search.view.lemma(found.args.trigger) === 'empty' && !isEmptied(search, found, target))
    return false;
  if (isWhoever(search, found) || isVisit(search, found) || isFlight(search, found)) return false;
  // "It went smoothly" is said of anything.
  if (frame.name === 'place-gone' && hasPronoun(search, found)) return false;
  if (frame.name === 'place-gone' && !isTownGone(search, found)) return false;
  if (frame.name === 'trap-forces' && !isForceTrapped(search, found, target)) return false;
  // "Nothing enters the town": who would fight for it?
  if (frame.name === 'enter' && found.args.subject.some((token) => isNothing(search, token)))
    return false;
  if (frame.name === 'gunfire' && !isShooting(search, found)) return false;
  if (frame.name === 'surrender-place' && isReceiver(search, found)) return false;
  // "Soldiers gave up the town": told as their leaving, where nobody is given it.
  if (frame.name === 'surrender-place' && isGivenUp(search, found) && !actor) return false;
  if (frame.name === 'surrender-forces' && isGivenUp(search, found) && hasTown(search, found))
    return false;
  if (frame.name === 'leave-to' && !found.args.object.some((token) => isTown(search, token)))
    return false;
  if (frame.bare && actor?.mention?.kind === 'person') return false;
  // "The attackers were driven away from Barsalogho": they never had it.
  if (frame.name === 'driven-out' && isAttacker(search, found)) return false;
  if (frame.name === 'posts' && !isWarsPost(search, found, actor)) return false;
  if (frame.name === 'town-holds') return actor !== undefined && isBesetTown(search, found);
  if (frame.subjects) return hasSubject(search, found, frame.subjects);
  const toGroup = actor?.mention?.kind === 'armed-group';
  if (frame.targets === 'armed' && !toGroup && (target ? !target.armed : actor?.armed !== true))
    return false;
  if (
    frame.targets === 'armed' &&
    target === undefined &&
    found.args.subject.length > 0 &&
    !isPronoun(search, found)
  )
    return false;
  if (frame.actors === 'civilian') return target?.armed === false;
  if (!frame.roles.actor) return true;
  if (actor && servesState(search, found, actor)) return true;
  if (actor && isFleeing(search, found, actor)) return false;
  return actor ? actorSuits(search, frame.actors, actor) : nobodySuits(search, found);
}

/** "emptied the town of rebels", "the rebels emptied the town", "was emptied of rebels": not "of its people". */
function isEmptied(
  { view, lexicon }: Search,
  { frame, args }: Found,
  target: Participant | undefined,
): boolean {
  const { trigger, passive, object } = args;
  if (frame.kind === 'control.recaptured')
    return !passive && target?.armed === true && target.head > trigger;
  const last = (token: number) => view.place(token)?.last ?? token + 1;
  return (
    passive ||
    object.some(
      (token) => isTown({ view, lexicon }, token) && view.tokens[last(token)]?.text !== 'of',
    )
  );
}

const isGivenUp = ({ view }: Search, { args }: Found) =>
  view.lemma(args.trigger) === 'give' && !args.passive && !args.noun;

const hasTown = (search: Search, { args }: Found) =>
  args.object.some((token) => isTown(search, token));

const isAttacker = ({ view }: Search, { args }: Found) =>
  args.object.some((token) => /^(?:attacker|assailant|raider)$/.test(view.lemma(token)));

/** Police patrol any town in peace: a group's men, or a side's where another is spoken of, hold it. */
const isWarsPost = ({ view, isGroup, sides }: Search, { args }: Found, actor?: Participant) =>
  actor !== undefined &&
  // "the troops guarding Goma surrendered"
  !(view.token(args.trigger).text === 'guarding' && view.token(args.trigger).deprel === 'acl') &&
  // "guard the road to Goma"
  !args.object.some((token) => /^(?:road|highway|route|border|way)$/.test(view.lemma(token))) &&
  (isGroup(actor.side) || sides.some((side) => sideOf(side) !== actor.side));

/** "The city is holding out" */
const isBesetTown = (search: Search, { args }: Found) =>
  args.subject.some((token) => isTown(search, token));

/** "Bukavu crumbled": of a bridge, or of talks in Bukavu, it is no fall. */
const isTownGone = (search: Search, { args }: Found) =>
  /^(?:go|slip)$/.test(search.view.lemma(args.trigger)) ||
  args.subject.some((token) => isTown(search, token));

const isNothing = ({ view }: Search, token: number) =>
  /^(nothing|nobody|none)$/.test(view.lemma(token));

const OF_FIRE = /^(?:burst|volley|exchange|sound)$/;
const FIRE = /^(?:fire|gunfire|shot|shooting|gunshot|firing|gun|weapon|battle|fighting)$/;
const HEARD = /^(?:hear|ring|report|echo|erupt|wake|fire)$/;

/** "Shots were heard near the port", "bursts of fire": a shooting by itself may be of anybody. */
function isShooting({ view, sides }: Search, { args }: Found): boolean {
  const { trigger, noun } = args;
  const lemma = view.lemma(trigger);
  if (!noun || lemma === 'gunfire') return true;
  // In peace, and with an article, it is a crime.
  const one = view.children(trigger).some((child) => /^an?$/i.test(view.token(child).text));
  if (sides.length === 0 || (one && !OF_FIRE.test(lemma))) return false;
  if (
    OF_FIRE.test(lemma) &&
    !behind(view, trigger, 'of').some((token) => FIRE.test(view.lemma(token)))
  )
    return false;
  const { head } = view.token(joinedTo(view, trigger));
  return lemma === 'exchange' || (head >= 0 && HEARD.test(view.lemma(head)));
}

/** Troops of the other side; a few gunmen whom police have cornered are no garrison. */
const isForceTrapped = ({ view }: Search, { args }: Found, target: Participant | undefined) =>
  target?.armed === true &&
  target.mention?.kind !== 'person' &&
  !args.subject.some((token) => view.lemma(token).startsWith('police')) &&
  !/^(gunman|suspect|assailant|attacker|robber|bomber|shooter|terrorist|militant)$/.test(
    view.lemma(target.head),
  );

/** "handed Moscow its biggest victory": to whom, and what is handed stands behind. */
const isReceiver = ({ view }: Search, { args, matched }: Found) =>
  matched.some((token) => giverOf(view, token) === args.trigger) ||
  args.object.some((token) => {
    const next = view.tokens[view.place(token)?.last ?? token + 1];
    return next !== undefined && token > args.trigger && /^(?:PRP\$|DT)$/.test(next.xpos);
  });

const isTown = ({ view, lexicon }: Pick<Search, 'view' | 'lexicon'>, token: number) =>
  view.place(token) !== undefined || lexicon.has('placeClasses', view.lemma(token));

/** "Most of the officials fled to the capital": they leave the place for their government. */
const servesState = ({ government, view }: Search, { frame, args }: Found, actor: Participant) =>
  frame.kind === 'control.withdrawn' &&
  government !== undefined &&
  actor.side === government.id &&
  /^(flee|evacuate|abandon|escape)$/.test(view.lemma(args.trigger)) &&
  /official|governor|authorit|administration|council/i.test(actor.reference.text);

function actorSuits(
  { isGroup }: Search,
  wanted: Found['frame']['actors'],
  actor: Participant,
): boolean {
  const { mention, armed, side } = actor;
  if (wanted === 'armed') return armed;
  if (wanted === 'named') return mention !== undefined && mention.kind !== 'people';
  if (wanted !== 'forces') return true;
  // A minister who enters or leaves a town moves no front; a commander of a group does.
  return armed && (mention?.kind !== 'person' || isGroup(side));
}

/** Nobody known acts: right for a pronoun, a place or an event, wrong for "the film captures life". */
function nobodySuits(search: Search, { frame, args }: Found): boolean {
  const { view, lexicon } = search;
  if (frame.actors === 'named') return false;
  const takesSubject = frame.roles.actor?.includes('subject') === true;
  // Towns are entered and reached by anybody; with no armed side in sight nobody fights for them.
  const active = takesSubject && !args.noun && !args.passive && frame.kind.startsWith('control.');
  if (active && search.sides.length === 0) return false;
  // "We could not reach the building": whoever writes.
  const writer = args.subject.some((token) => /^(we|i)$/i.test(view.token(token).text));
  if (active && frame.actors === 'forces' && writer) return false;
  if (active && args.subject.some((token) => isAnybody(search, token) || isVehicle(search, token)))
    return false;
  if (!takesSubject || !args.ownSubject || args.noun) return true;
  // "cut off by road and river"
  if (args.passive && args.subject.every((token) => MEANS.test(view.lemma(token)))) return true;
  const war = frame.kind === 'outlook';
  return args.subject.every((token) => {
    const { upos } = view.token(token);
    const lemma = view.lemma(token);
    if (lexicon.has('events', lemma) || lexicon.has('events', view.token(token).text.toLowerCase()))
      return true;
    if (war) return lexicon.has('warNouns', lemma);
    return (
      upos === 'PRON' ||
      upos === 'DET' ||
      view.place(token) !== undefined ||
      lexicon.has('forces', lemma)
    );
  });
}

const MEANS = /^(?:road|land|air|sea|river|rail|water|night|day)$/;

const hasPronoun = ({ view }: Search, { args }: Found) =>
  args.subject.some((token) => view.token(token).upos === 'PRON');

const isPronoun = ({ view }: Search, { args }: Found) =>
  args.subject.every((token) => view.token(token).upos === 'PRON');

function hasSubject({ view }: Search, { args }: Found, subjects: readonly string[]): boolean {
  const all = args.noun || args.passive ? args.object : args.subject;
  const isOne = (token: number) =>
    subjects.includes(view.lemma(token)) ||
    subjects.includes(`${view.lemma(Math.max(0, token - 1))} ${view.lemma(token)}`);
  if (all.some(isOne)) return true;
  const { sentence, head, deprel } = view.token(args.trigger);
  const { first } = view.reading.sentences[sentence]!;
  // "lines at Chasiv Yar were holding", read as lines that hold.
  if (deprel === 'acl' && head >= 0 && subjects.includes(view.lemma(head))) return true;
  // The tree may have lost the subject of a joined verb; the noun then stands earlier.
  for (let i = first; i < args.trigger; i++)
    if (view.token(i).deprel.startsWith('nsubj') && subjects.includes(view.lemma(i))) return true;
  return false;
}

/** "raised their white flag", "raised white flags over the square": their own. */
const isOwnFlag = ({ view }: Search, { frame, args, matched }: Found) => {
  if (frame.name !== 'surrender-forces') return false;
  const flag = matched.find((token) => view.lemma(token) === 'flag');
  if (flag === undefined) return false;
  const theirs = view.children(flag).some((child) => view.token(child).deprel === 'nmod:poss');
  return (
    theirs || ['over', 'above', 'atop'].some((word) => behind(view, args.trigger, word).length > 0)
  );
};

/** "Soldiers who lay down their arms may go home": whoever does, and nobody has. */
const isWhoever = ({ view }: Search, { frame, args }: Found) =>
  frame.name === 'surrender-forces' &&
  view.token(args.trigger).deprel.startsWith('acl') &&
  /^VBP?$/.test(view.token(args.trigger).xpos) &&
  verbGroup(view, args.trigger).length === 0;
