import { behind } from './clause.ts';
import type { Search } from './draft.ts';
import { MOVES } from './frame-senses.ts';
import type { Found } from './frame-slots.ts';
import type { Participant } from './side.ts';

/** "Refugees have walked into Sudan", "to help its citizens leave": they take and give up nothing. */
export const isFleeing = ({ view }: Search, { frame }: Found, { head }: Participant) =>
  frame.kind.startsWith('control.') &&
  /^(?:refugee|evacuee|displaced|migrant|civilian|citizen|national|family|pilgrim|passenger|tourist|diplomat)$/.test(
    view.lemma(head),
  );

/** "Nearly everyone has crossed into Mizoram", "those who reached Goma": people, and no side. */
export const isAnybody = ({ view }: Search, token: number) =>
  ANYBODY.test(view.token(token).text) &&
  // "All of them entered", "many of the fighters"
  behind(view, token, 'of').length === 0;

const ANYBODY =
  /^(?:every|any|some)(?:one|body)$|^(?:nobody|none|those|others|many|most|several|few|thousands|hundreds|dozens|millions)$/i;

/** "A helicopter was hit as it approached the airport", "a plane that left the city": no side. */
export function isVehicle({ view }: Search, token: number): boolean {
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

/** Single men hold, lose and leave no town for their side: "the assailant fled", "I was losing it". */
export function isOneMan(
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

/** "The president left Kinshasa for Kigali": to be back; "President Hadi fled to Riyadh": his troops need not. */
export const isVisit = ({ view }: Search, { frame, args }: Found) =>
  MOVES.test(frame.kind) &&
  args.subject.some((token) => isStatesman(view, token)) &&
  (/^(?:flee|escape)$/.test(view.lemma(args.trigger)) ||
    (/^(?:leave|depart)$/.test(view.lemma(args.trigger)) &&
      view.tokens
        .slice(args.trigger + 1, args.trigger + FAR)
        .some(
          ({ text, sentence }) => text === 'for' && sentence === view.token(args.trigger).sentence,
        )));

const isStatesman = (view: Search['view'], token: number) =>
  STATESMAN.test(view.lemma(token)) ||
  view.tokens
    .slice(view.actor(token)?.first ?? token, token)
    .some(({ text }) => STATESMAN.test(text.toLowerCase()));

/** "Soldiers fleeing Hama reached Homs": for shelter. */
export const isFlight = ({ view }: Search, { frame, args }: Found) =>
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
