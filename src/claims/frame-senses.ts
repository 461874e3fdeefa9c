import { behind } from './clause.ts';
import type { Search } from './draft.ts';
import { governedBy } from './frame-match.ts';
import type { Found } from './frame-slots.ts';

/** Whether the words of a frame mean something else here: of sport, of people set free, of time taken. */
export const meansOther = (search: Search, found: Found) =>
  isCivic(search, found) ||
  hasOtherSense(search, found) ||
  isIdiom(search, found) ||
  isRelease(search, found);

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

export const MOVES = /^(?:control\.|force\.withdrawn)/;

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
    // "was taken apart by soldiers"
    if (deprel === 'advmod' && /^(?:apart|aside)$/.test(view.lemma(child))) return true;
    if (frame.roles.place?.[0] !== 'subject') return false;
    return deprel === 'xcomp' || (deprel === 'advmod' && upos === 'ADJ');
  });

/** Particles that make another verb: "take down", "hold off", "leave out". */
const isStray = (particle: string) => /^(down|off|on|up|out|apart|aside)$/.test(particle);

/** "a heart attack", "the crime rate". */
const modifiers = (view: Search['view'], { trigger, noun }: Found['args']) =>
  noun ? view.children(trigger).filter((child) => view.token(child).deprel === 'compound') : [];

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
