import { isResolved } from '../domain/index.ts';
import { behind } from './clause.ts';
import { contextTerritory } from './context.ts';
import type { Search } from './draft.ts';
import { type Found, slotTokens } from './frame-slots.ts';
import { pendingAt } from './nearer-name.ts';
import { mentionsInside } from './speech-index.ts';
import { antecedent } from './antecedent.ts';
import { isQuoted } from './side.ts';
import { isGuess, severalAt, territoriesAt, type Territory } from './territory/index.ts';

/** "Kanyabayonga, where the army is battling rebels": the name before the pronoun. */
export function beforeWhere(search: Search, { args, frame }: Found): readonly Territory[] {
  const { view } = search;
  if (!(frame.roles.place ?? []).includes('in') || !frame.kind.startsWith('control.')) return [];
  for (let i = args.trigger - 1; i >= Math.max(0, args.trigger - WHERE_REACH); i--) {
    const { text, upos } = view.token(i);
    if (/^[;:]$/.test(text) || upos === 'VERB') return [];
    if (text !== 'where') continue;
    const before = antecedent(view, i);
    return before === undefined ? [] : territoriesAt(search, before);
  }
  return [];
}

const WHERE_REACH = 9;

/** "only for it to be taken back": the place the text is about. */
export function ofPronoun(search: Search, found: Found): readonly Territory[] {
  const [slot] = found.frame.roles.place ?? [];
  if (!found.frame.kind.startsWith('control.') || (slot !== 'object' && slot !== 'subject'))
    return [];
  if (slot === 'subject' && found.args.noun) return [];
  const tokens = slotTokens(search, found, slot);
  // "They attacked us at dawn", "we were surrounded": in the town that is spoken of.
  const us = tokens.find((token) => /^(?:us|we)$/i.test(search.view.token(token).text));
  if (us !== undefined && UPON_US.test(found.frame.name) && isQuoted(search, us))
    return contextTerritory(search, us);
  const it = tokens.find((token) => search.view.lemma(token) === 'it');
  if (it === undefined || search.view.actor(it)) return [];
  return inFocus(search, it);
}

const UPON_US = /^(?:enter|besiege|clash)$/;

/** The place in focus, be it one that only a claim may know. */
export function inFocus(search: Search, token: number): readonly Territory[] {
  const known = contextTerritory(search, token);
  return known.length > 0 || search.sides.length === 0 ? known : [pendingAt(search, token)];
}

/** "its fall", "the siege goes on": what happened to the place the text is about. */
export function spokenOf(search: Search, { frame, args }: Found): readonly Territory[] {
  const { view } = search;
  if (!args.noun || !(ABOUT.has(frame.kind) || FIGHTING.has(frame.name))) return [];
  const owner = view.children(args.trigger).find((child) => view.lemma(child) === 'its');
  if (owner !== undefined && !view.actor(owner)) return contextTerritory(search, owner);
  // "The two towns … a plan for their recapture"
  const owners = view.children(args.trigger).find((child) => view.lemma(child) === 'their');
  if (owners !== undefined && !view.actor(owners)) return severalAt(search, owners);
  if (FIGHTING.has(frame.name)) return goesOn(search, args.trigger);
  const { deprel } = view.token(args.trigger);
  const told = frame.kind === 'control.besieged' && deprel.startsWith('nsubj');
  const the = told && view.children(args.trigger).some((child) => view.lemma(child) === 'the');
  return the ? contextTerritory(search, args.trigger) : [];
}

/** "Fighting went on there", "clashes there": behind the trigger, or behind the verb that carries it. */
export function thereAt({ view }: Search, { args, frame }: Found): number | undefined {
  if (!FIGHTING.has(frame.name)) return undefined;
  const { head, deprel } = view.token(args.trigger);
  const carrier = args.noun && head >= 0 && deprel !== 'root' ? head : args.trigger;
  return [args.trigger, carrier]
    .flatMap((one) => view.children(one))
    .find((child) => view.lemma(child) === 'there' && view.token(child).upos === 'ADV');
}

const FIGHTING = new Set(['fighting', 'gunfire', 'clash']);
const GOING =
  /^(continue|rage|resume|end|stop|cease|subside|erupt|intensify|persist|go|flare|escalate|ease|hear|ring|echo|break|way|underway|ongoing)$/;

/** "Clashes continued", "combat had not ended": in the place the text is about. */
function goesOn(search: Search, noun: number): readonly Territory[] {
  const { view } = search;
  const { deprel, head } = view.token(noun);
  if (!deprel.startsWith('nsubj') || head < 0 || !GOING.test(view.lemma(head))) return [];
  if (view.token(head).deprel.startsWith('acl')) return [];
  // "The battle for the title went on."
  if (['for', 'of', 'over'].some((word) => behind(view, noun, word).length > 0)) return [];
  const located = view
    .children(head)
    .some((child) => view.token(child).deprel.startsWith('obl') && view.place(child));
  return located ? [] : contextTerritory(search, noun);
}

const ABOUT: ReadonlySet<string> = new Set([
  'control.captured',
  'control.recaptured',
  'control.besieged',
  'control.surrendered',
]);

/** "the governor of Farah and others have surrendered": the place they are named by. */
export function ofTheirs(search: Search, { args }: Found): readonly Territory[] | undefined {
  const { view } = search;
  const subject = args.subject.find((token) => view.actor(token));
  const actor = subject === undefined ? undefined : view.actor(subject);
  if (!actor) return undefined;
  const { first } = view.reading.sentences[actor.sentence]!;
  const span = view.span(first, Math.max(actor.last, args.trigger + 1));
  for (const mention of mentionsInside(view.reading, span))
    if (mention.type === 'place' && mention.last <= Math.max(actor.last, args.trigger)) {
      // "Kyiv's troops withdrew": not from there; but "in Nad Ali soldiers gave up" tells where.
      const where = /^(?:in|at|near|around)$/i.test(view.tokens[mention.first - 1]?.text ?? '');
      if (mention.use === 'metonym' && !where) continue;
      if (hasVerb(view, mention.last, args.trigger) || !isResolved(mention.place)) continue;
      // "commandos flown in from Herat": where they are no more.
      if (view.tokens[mention.first - 1]?.text === 'from') continue;
      // "forces at Bagram air base": the site that they are at, and not the whole town.
      const site = view.facility(mention.first);
      const at = site ? territoriesAt(search, site.head).slice(0, 1) : [];
      if (at.length > 0) return at;
      return [{ place: mention.place, first: mention.first, last: mention.last, confidence: 0.6 }];
    }
  // Somebody of whom nothing is known gives up no town.
  return isGuess(actor) ? [] : undefined;
}

const hasVerb = (view: Search['view'], first: number, last: number) =>
  view.tokens.slice(first, last).some(({ upos }) => upos === 'VERB');
