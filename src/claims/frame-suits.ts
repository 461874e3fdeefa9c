import { behind, verbGroup } from './clause.ts';
import type { Search } from './draft.ts';
import { governedBy } from './frame-match.ts';
import type { Found } from './frame-slots.ts';
import { giverOf } from './given.ts';
import { sideOf, type Participant } from './side.ts';

interface Filled {
  readonly actor: Participant | undefined;
  readonly target: Participant | undefined;
}

/** Whether those who act, and what is acted on, are of the sort the frame speaks of. */
export function suits(search: Search, found: Found, { actor, target }: Filled): boolean {
  const { frame } = found;
  if (isCivic(search, found) || hasOtherSense(search, found) || isIdiom(search, found))
    return false;
  if (isOneMan(search, found, actor) || isOwnFlag(search, found)) return false;
  if (isWhoever(search, found) || isRelease(search, found)) return false;
  if (isVisit(search, found) || isFlight(search, found)) return false;
  // "It went smoothly" is said of anything.
  if (frame.name === 'place-gone' && hasPronoun(search, found)) return false;
  if (frame.name === 'place-gone' && !isTownGone(search, found)) return false;
  if (frame.name === 'trap-forces' && !isForceTrapped(search, found, target)) return false;
  // "Nothing enters the town": who would fight for it?
  if (frame.name === 'enter' && found.args.subject.some((token) => isNothing(search, token)))
    return false;
  if (frame.name === 'surrender-place' && isReceiver(search, found)) return false;
  if (frame.name === 'leave-to' && !found.args.object.some((token) => isTown(search, token)))
    return false;
  if (frame.bare && actor?.mention?.kind === 'person') return false;
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
  return actor ? actorSuits(search, frame.actors, actor) : nobodySuits(search, found);
}

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

const isTown = ({ view, lexicon }: Search, token: number) =>
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
  // "A lorry loaded with onions rolled into Goma": to the tree, onions that rolled.
  const own = args.ownSubject || (active && frame.actors === 'forces');
  if (!takesSubject || !own || args.noun) return true;
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

/** "Nearly everyone has crossed into Mizoram", "those who reached Goma": people, and no side. */
const isAnybody = ({ view }: Search, token: number) =>
  ANYBODY.test(view.token(token).text) &&
  // "All of them entered", "many of the fighters"
  behind(view, token, 'of').length === 0;

const ANYBODY =
  /^(?:every|any|some)(?:one|body)$|^(?:nobody|none|those|others|many|most|several|few|thousands|hundreds|dozens|millions)$/i;

/** "A helicopter was hit as it approached the airport", "a plane that left the city": no side. */
function isVehicle({ view }: Search, token: number): boolean {
  if (VEHICLE.test(view.lemma(token))) return true;
  if (view.lemma(token) !== 'it') return false;
  const { first } = view.reading.sentences[view.token(token).sentence]!;
  for (let i = token - 1; i >= first; i--)
    if (view.token(i).deprel.startsWith('nsubj') && view.token(i).upos === 'NOUN')
      return VEHICLE.test(view.lemma(i));
  return false;
}

const VEHICLE =
  /^(?:helicopter|plane|aeroplane|airplane|airliner|flight|bus|minibus|car|taxi|lorry|truck|ambulance|train|ferry|ship|vessel|boat|tanker|motorcade|vehicle|motorcycle)$/;
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

/**
 * Sport, markets and elections use the words of war: "the two teams clashed"; and talks are entered,
 * parades held, and towns left by negotiators.
 */
const isCivic = ({ view, lexicon }: Search, { args, preposition, frame }: Found) =>
  [
    ...args.subject,
    ...args.object,
    ...args.oblique('with'),
    ...modifiers(view, args),
    // "lost control of the market"
    ...(preposition === undefined ? [] : governedBy(view, preposition)),
  ].some(
    (token) =>
      lexicon.has('civic', view.lemma(token)) ||
      (MOVES.test(frame.kind) && lexicon.has('parleys', view.lemma(token))),
  );

const MOVES = /^(?:control\.|force\.withdrawn)/;

/**
 * "Kabul fell silent", "fell by a fifth", "was taken down": a complement, a measure or a particle
 * gives the verb another sense.
 */
const hasOtherSense = (search: Search, found: Found) =>
  !found.args.noun &&
  (found.frame.kind.startsWith('control.') || found.frame.name === 'detention') &&
  (isMeasured(search, found) || hasComplement(search, found));

/** "has fallen by 19 per cent" */
const isMeasured = ({ view }: Search, { frame, args }: Found) =>
  frame.roles.place?.[0] === 'subject' &&
  behind(view, args.trigger, 'by').some(
    (token) => view.quantity(token) !== undefined || /^(NUM|SYM)$/.test(view.token(token).upos),
  );

const hasComplement = ({ view }: Search, { frame, args, matched }: Found) =>
  view.children(args.trigger).some((child) => {
    const { deprel, upos } = view.token(child);
    if (child < args.trigger) return false;
    if (deprel === 'compound:prt') return !matched.includes(child) && isStray(view.lemma(child));
    if (frame.roles.place?.[0] !== 'subject') return false;
    return deprel === 'xcomp' || (deprel === 'advmod' && upos === 'ADJ');
  });

/** Particles that make another verb: "take down", "hold off", "leave out". */
const isStray = (particle: string) => /^(down|off|on|up|out|apart|aside)$/.test(particle);

/** Single men hold, lose and leave no town for their side: "the assailant fled", "I was losing it". */
function isOneMan(
  { view }: Search,
  { frame, args }: Found,
  actor: Participant | undefined,
): boolean {
  if (args.noun || !frame.kind.startsWith('control.')) return false;
  if (args.subject.some((token) => view.token(token).text === 'I')) return true;
  if (frame.kind !== 'control.withdrawn' && frame.kind !== 'control.held') return false;
  const head = actor && view.token(actor.head);
  return head?.xpos === 'NN' && ONE_MAN.test(view.lemma(head.index));
}

/** "The president left Kinshasa for Kigali": to be back. */
const isVisit = ({ view }: Search, { frame, args }: Found) =>
  MOVES.test(frame.kind) &&
  /^(leave|depart)$/.test(view.lemma(args.trigger)) &&
  args.subject.some((token) => STATESMAN.test(view.lemma(token))) &&
  view.tokens
    .slice(args.trigger + 1, args.trigger + FAR)
    .some(({ text, sentence }) => text === 'for' && sentence === view.token(args.trigger).sentence);

/** "Soldiers fleeing Hama reached Homs": for shelter. */
const isFlight = ({ view }: Search, { frame, args }: Found) =>
  /^(?:enter|reach|threaten-place)$/.test(frame.name) &&
  args.subject
    .flatMap((token) => [token, ...behind(view, token, 'of')])
    .some((token) =>
      view
        .children(token)
        .some(
          (c) => /^(?:amod|acl)/.test(view.token(c).deprel) && FLEEING.test(view.token(c).text),
        ),
    );

const FLEEING =
  /^(?:flee(?:ing)?|fled|retreating|escaping|escaped|withdrawing|wounded|captured|deserting)$/i;

const STATESMAN = /^(president|minister|premier|secretary|king|queen|chancellor|ambassador)$/;
/** Tokens between "left" and "for". */
const FAR = 7;

const ONE_MAN =
  /^(soldier|policeman|officer|gunman|assailant|attacker|fighter|militant|insurgent|guerrilla|guard|suspect|bomber|deserter|jihadist|terrorist|recruit|serviceman)$/;

/** "a heart attack", "the crime rate". */
const modifiers = (view: Search['view'], { trigger, noun }: Found['args']) =>
  noun ? view.children(trigger).filter((child) => view.token(child).deprel === 'compound') : [];

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

/** "from which hundreds of inmates were freed": people, and no town. */
const isRelease = ({ view, lexicon }: Search, { frame, args }: Found) =>
  frame.name === 'recapture' &&
  /^(?:free|liberat)/i.test(view.token(args.trigger).text) &&
  [
    ...args.object,
    ...view.children(args.trigger).filter((child) => view.token(child).deprel === 'nsubj:pass'),
  ].some(
    (token) =>
      view.quantity(token)?.amount.unit === 'person' ||
      lexicon.has('civilians', view.lemma(token)) ||
      CAPTIVE.test(view.lemma(token)) ||
      behind(view, token, 'of').some((of) => CAPTIVE.test(view.lemma(of))),
  );

const CAPTIVE = /^(?:inmate|prisoner|captive|hostage|detainee|convict|person|people)$/;

/** "took part", "taken into custody": verb and bare noun mean something else together. */
function isIdiom({ view, lexicon }: Search, { args, matched }: Found): boolean {
  const idiom = (token: number) => lexicon.has('idiomObjects', view.lemma(token));
  const bare = (token: number) =>
    !view
      .children(token)
      .some((child) => /^(det|nmod|nummod|amod|compound)/.test(view.token(child).deprel));
  if (!/^(take|hold|claim|give|lose)$/.test(view.lemma(args.trigger))) return false;
  // "contact with the officers at Lashio had been lost"
  if (args.object.some((token) => NO_GROUND.test(view.lemma(token)))) return true;
  const near = view.children(args.trigger).filter((child) => child > args.trigger);
  // "The peso lost one percent", "which they lost 3-1"
  if (view.lemma(args.trigger) === 'lose' && isLostScore(view, args)) return true;
  // "took Russia ten months"
  const lasts = near.some((child) => SPAN.test(view.lemma(child)) && isObject(view, child));
  if (view.lemma(args.trigger) === 'take' && lasts) return true;
  // "took up positions in" is of the pattern itself.
  return near.some((token) => idiom(token) && bare(token) && !matched.includes(token));
}

const SCORE = 10;

function isLostScore(view: Search['view'], { trigger, object }: Found['args']): boolean {
  const { end } = view.token(trigger);
  if (/^\s\d{1,3}[-–]\d{1,3}\b/.test(view.reading.report.body.slice(end, end + SCORE))) return true;
  return object.some(
    (token) =>
      /^(?:percent|cent|%|point)$/.test(view.lemma(token)) &&
      behind(view, token, 'of').length === 0,
  );
}

const NO_GROUND =
  /^(contact|touch|communication|sight|hope|life|signal|electricity|internet|consciousness|patience|interest)$/;
const SPAN = /^(minute|hour|day|night|week|month|year|decade)$/;
const isObject = (view: Search['view'], token: number) => /^i?obj$/.test(view.token(token).deprel);
