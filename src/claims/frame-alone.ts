import { verbGroup } from './clause.ts';
import type { Search } from './draft.ts';
import type { Found } from './frame-slots.ts';

/** "Fighters were in the town, hours after officials packed up": not what the fighters did. */
export function isFarSubject({ view }: Search, { args }: Found): boolean {
  const { deprel, head } = view.token(args.trigger);
  return (
    !args.noun &&
    !args.ownSubject &&
    deprel === 'conj' &&
    head >= 0 &&
    view.token(head).upos !== 'VERB'
  );
}

const DAY = /^(?:day|night|evening|morning|afternoon|week|month|year|hour)$/;

const DIRECTION = [
  'to',
  'for',
  'behind',
  'into',
  'on',
  'onto',
  'as',
  'with',
  'through',
  'towards',
  'of',
];

/** Nothing but time, manner and what is joined to it: "had left in the night", "packed up and went". */
export function standsAlone({ view }: Search, { frame, args, matched }: Found): boolean {
  const { trigger } = args;
  const { xpos, deprel } = view.token(trigger);
  // "lines at Chasiv Yar were holding": to the tree, lines that somebody holds.
  const governor = deprel === 'acl' ? view.token(trigger).head : -1;
  // "had toppled the evening before"
  const ofPlace = frame.roles.place?.[0] === 'subject';
  const isWhen = (token: number) =>
    ofPlace && (view.time(token) !== undefined || DAY.test(view.lemma(token)));
  if (
    args.noun ||
    args.passive ||
    args.object.some((token) => token !== governor && !isWhen(token))
  )
    return false;
  const before = view.children(trigger).some((c) => /^(before|after)$/.test(view.lemma(c)));
  if ((xpos === 'VBG' || xpos === 'VBN') && verbGroup(view, trigger).length === 0 && !before)
    return false;
  // "since the Americans began to leave": how long ago, and of no place.
  if (sinceBefore(view, trigger)) return false;
  // "before leaving with the contents of two barracks"
  const ways = before ? DIRECTION.filter((word) => word !== 'with') : DIRECTION;
  const roles = Object.values(frame.roles).flat();
  if (
    ways
      .filter((word) => !roles.includes(word))
      .some((word) => args.oblique(word).some((token) => !view.time(token)))
  )
    return false;
  return view.children(trigger).every((child) => {
    const { deprel } = view.token(child);
    if (child < trigger || matched.includes(child)) return true;
    if (isWhen(child)) return true;
    return !/^(obj|iobj|xcomp|ccomp|compound:prt)$/.test(deprel) && !isWay(view, child);
  });
}

function sinceBefore(view: Search['view'], trigger: number): boolean {
  for (let i = trigger - 1; i >= trigger - SINCE && i >= 0; i--) {
    const { text, sentence } = view.token(i);
    if (sentence !== view.token(trigger).sentence || text === ',') return false;
    if (/^since$/i.test(text)) return true;
  }
  return false;
}

const SINCE = 8;

/** "went home", "went north": where to. */
const isWay = (view: Search['view'], token: number) =>
  view.token(token).deprel === 'advmod' &&
  /^(home|away|north|south|east|west|abroad|ahead|on|back|behind|there|further|forward|inside|down|up)$/.test(
    view.lemma(token),
  );
