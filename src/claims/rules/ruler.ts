import { behind } from '../clause.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { governing, type Participant } from '../side.ts';
import { surfaceSubject } from '../subject.ts';
import { territoriesAt, type Territory } from '../territory/index.ts';

const OFFICE: ReadonlySet<string> = new Set(
  'governor mayor administrator administration authority authorities prefect commandant council head leader official chief'.split(
    ' ',
  ),
);
/** Offices that a group has only where it rules; its heads, chiefs and officials are anywhere. */
const OF_GROUP = /^(?:governor|mayor|administrator|administration|authority|authorities|prefect)$/;
const SET_UP = /^(?:installed|appointed|imposed)$/i;
const APPOINT = /^(?:appoint|name|impose)$/;
const NOT_NOW =
  /^(?:shadow|former|ex|exiled|late|then|parallel|designate|ousted|deposed|rival|would-be|next|future|previous|underground)$/i;

/** "the Russian-installed mayor of Melitopol", "the M23 authorities in Goma". */
export const ruler: ClaimRule = {
  name: 'ruler',
  about: 'An office or body that a side has set over a place, told of in passing.',
  examples: {
    yes: [
      'The Russian-installed mayor of Melitopol said that schools were open.',
      'The M23 authorities in Goma reopened the port.',
      'In Goma the rebel-appointed mayor closed the market, an officer of M23 said.',
      'M23 appointed a mayor of Goma on Monday.',
    ],
    no: [
      'The Taliban’s shadow governor for Herat was killed on Monday.',
      'The Ukrainian mayor of Melitopol said that Russian soldiers had left.',
      'The Russian-installed governor of Kherson region spoke on television.',
      'The government appointed a mayor of Goma. M23 said nothing.',
      'The authorities in Goma condemned M23.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      if (!OFFICE.has(search.view.lemma(i)) && !OFFICE.has(search.view.token(i).text)) continue;
      const draft = at(search, i);
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, office: number): Draft | undefined {
  const { view } = search;
  const around = view.children(office).filter((child) => child < office);
  const words = around.flatMap((child) => [child, ...view.children(child)]);
  if (words.some((token) => NOT_NOW.test(view.token(token).text))) return undefined;
  const named = appointedAt(search, office);
  const actor = named?.actor ?? setUpBy(search, office) ?? ownerOf(search, office);
  if (!actor?.armed) return undefined;
  const territories = seatOf(search, office).slice(0, 1);
  if (territories.length === 0) return undefined;
  return {
    kind: 'control.held',
    rule: 'ruler',
    trigger: named?.verb ?? office,
    tokens: [office],
    actor,
    territories,
    // What is said of a mayor who is there, and not that he is.
    ...(named ? {} : ({ polarity: 'positive', modality: 'stated' } as const)),
    certainty: 0.7,
  };
}

/** "Russian-installed", "Moscow-appointed", "rebel-appointed" */
function setUpBy(search: Search, office: number): Participant | undefined {
  const { view } = search;
  for (let i = office - 1; i > office - 4 && i > 1; i--) {
    if (!SET_UP.test(view.token(i).text) || view.token(i - 1).text !== '-') continue;
    return participantsAt(search, i - 2).find(({ armed }) => armed) ?? governing(search, i - 2);
  }
  return undefined;
}

/** "the M23 governor", "the rebels’ mayor": a group has such only where it rules. */
function ownerOf(search: Search, office: number): Participant | undefined {
  const { view } = search;
  if (!OF_GROUP.test(view.lemma(office)) && !OF_GROUP.test(view.token(office).text))
    return undefined;
  return [office, ...view.children(office).filter((child) => child < office)]
    .filter((token) => token === office || /^(?:compound|amod|nmod)/.test(view.token(token).deprel))
    .flatMap((token) => participantsAt(search, token))
    .find((one) => isGroups(search, one));
}

/** "M23 appointed a mayor of Goma" */
function appointedAt(search: Search, office: number) {
  const { view } = search;
  const { deprel, head } = view.token(office);
  if (deprel !== 'obj' || head < 0 || !APPOINT.test(view.lemma(head))) return undefined;
  const subject = surfaceSubject(view, head);
  const [actor] = subject === undefined ? [] : participantsAt(search, subject);
  return actor && isGroups(search, actor) ? { actor, verb: head } : undefined;
}

const isGroups = ({ isGroup }: Search, { side }: Participant) => isGroup(side);

/** A town or district: of a region a side may have an office and little else. */
function seatOf(search: Search, office: number): readonly Territory[] {
  const { view } = search;
  const { deprel, head } = view.token(office);
  const owners = view.children(office).filter((child) => view.token(child).deprel === 'nmod:poss');
  const verb = head >= 0 && /^(?:nsubj|obj)/.test(deprel) ? head : undefined;
  const inside = ['of', 'in'].flatMap((word) => behind(view, office, word));
  const besides =
    verb === undefined
      ? []
      : behind(view, verb, 'in').filter((it) => it < office || deprel === 'obj');
  return [...inside, ...owners, ...besides]
    .flatMap((token) => territoriesAt(search, token))
    .filter(
      ({ place }) =>
        'id' in place && (place.precision === 'settlement' || place.precision === 'district'),
    );
}
