import type { ClaimKind } from '../domain/index.ts';
import { behind, verbGroup } from './clause.ts';
import type { Draft, Search } from './draft.ts';
import type { Judgement } from './judgement/index.ts';
import type { Territory } from './territory/index.ts';
import type { TextView } from './text-view.ts';
import { giverOf } from './given.ts';

const GAIN: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  'control.captured',
  'control.recaptured',
  'control.surrendered',
]);

const TAKES = /^verb-frame:(?:re)?capture$/;
const FIGHTS: ReadonlySet<ClaimKind> = new Set<ClaimKind>(['control.contested', 'clash']);

/** A gain only tried for is fighting; one out of reach is no claim about the place. */
export function settle({ view }: Search, draft: Draft, judgement: Judgement): Draft | undefined {
  if (draft.rule === 'verb-frame:hold' && isNow(view, draft.trigger))
    return { ...draft, kind: 'control.captured' };
  if (TAKES.test(draft.rule) && isGoingOn(view, draft.trigger))
    return { ...draft, kind: 'control.contested' };
  // "giving the rebels control of the town" is told as their gain.
  if (draft.rule === 'noun-frame:hold' && giverOf(view, draft.trigger) !== undefined)
    return undefined;
  if (draft.rule === 'verb-frame:capture' && isOccupied(view, draft.trigger))
    return { ...draft, kind: 'control.held' };
  // "called on the army to stop the attack", "failed to stop it": nothing has been beaten off.
  if (/:(?:stop-attack|attack-fails)$/.test(draft.rule) && !isPlain(judgement)) return undefined;
  // "was handed over without fighting": the manner of the handing over, and no claim of its own.
  if (FIGHTS.has(draft.kind) && judgement.because.includes('without')) return undefined;
  if (draft.over && (judgement.attempted || judgement.unable)) return undefined;
  if (!GAIN.has(draft.kind)) return draft;
  if (judgement.unable) return undefined;
  if (!judgement.attempted || judgement.polarity === 'negative') return draft;
  if (judgement.modality !== 'stated' && judgement.modality !== 'hedged') return draft;
  const threatened = judgement.because.some((word) => word.startsWith('threat'));
  return {
    ...draft,
    kind: threatened ? 'control.threatened' : 'control.contested',
    rule: `${draft.rule}:${view.lemma(draft.trigger)} attempted`,
  };
}

export const isPlain = ({ polarity, modality }: Judgement) =>
  polarity === 'positive' && /^(?:stated|hedged|background)$/.test(modality);

/** "are storming the town", "is being stormed", "keep clearing it": what goes on has taken nothing yet. */
const isGoingOn = (view: TextView, trigger: number) =>
  /^(?:storm|clear)$/.test(view.lemma(trigger)) &&
  (view.token(trigger).xpos === 'VBG'
    ? !/^(?:after|by|since|of|for)$/i.test(view.tokens[trigger - 1]?.text ?? '')
    : verbGroup(view, trigger).some((i) => view.token(i).text === 'being'));

/** "his forces now control the city" tells of a change. */
const isNow = (view: TextView, trigger: number) =>
  /^(control|hold)$/.test(view.lemma(trigger)) &&
  verbGroup(view, trigger).some((i) => view.lemma(i) === 'now');

/** "is occupied", "has been occupied since last year" tell of what lasts; "was occupied in June" of a change. */
function isOccupied(view: TextView, trigger: number): boolean {
  if (view.lemma(trigger) !== 'occupy') return false;
  const group = verbGroup(view, trigger).map((i) => view.token(i).text.toLowerCase());
  const perfect = group.some((text) => /^(has|have|had)$/.test(text));
  const present =
    (group.some((text) => /^(is|are)$/.test(text)) && !group.includes('being')) ||
    // "Chadian soldiers still occupy the town"
    (/^VB[PZ]$/.test(view.token(trigger).xpos) && group.includes('still'));
  const lasts = behind(view, trigger, 'for').some((token) => SPAN.test(view.lemma(token)));
  // "Goma, occupied by the rebels for a year"
  const isAside = group.length === 0 && view.token(trigger).xpos === 'VBN';
  const long = lasts || behind(view, trigger, 'since').length > 0;
  return present || ((perfect || isAside) && long);
}

const SPAN = /^(?:hour|day|night|week|month|year|decade)$/;

/** Whoever enters a building, or marches into the centre of a town, holds it; whoever enters a town has a fight before them. */
export function entered({ view }: Search, draft: Draft, territory: Territory | undefined): Draft {
  if (draft.kind !== 'control.contested') return draft;
  if (draft.rule === 'verb-frame:enter' && isUnopposed(view, draft.trigger))
    return { ...draft, kind: 'control.captured', certainty: 0.7 };
  if (territory?.facility === undefined) return draft;
  if (isGoingOn(view, draft.trigger)) return draft;
  const site =
    territory.site &&
    /^(enter|storm|breach)$/.test(view.lemma(draft.trigger)) &&
    // Whoever enters a house holds no part of the town.
    !HOUSE.test(territory.facility);
  const centre =
    draft.rule === 'verb-frame:enter' &&
    !ATTACK.test(view.lemma(draft.trigger)) &&
    /^(city |town )?(cent(re|er)|heart)$/i.test(territory.facility);
  if (!site && !centre) return draft;
  return { ...draft, kind: 'control.captured', certainty: 0.7 };
}

const HOUSE = /\b(?:houses?|homes?|apartments?|flats?|shops?)$/i;

/** Whoever attacks a centre does not hold it yet. */
const ATTACK = /^(?:attack|assault|raid|target|launch|mount|begin|start|open|stage|resume)$/;

const FIGHT =
  /^(fight|fighting|resistance|shot|battle|opposition|bloodshed|firing|clash|struggle|combat|incident)$/;

/** "drove into the city without a fight": nobody was there to hold it. */
function isUnopposed(view: TextView, trigger: number): boolean {
  const { last } = view.reading.sentences[view.token(trigger).sentence]!;
  for (let i = trigger; i < last; i++) {
    const lemma = view.lemma(i);
    if (/^(unopposed|uncontested|unresisted)$/.test(lemma)) return true;
    if (lemma !== 'without') continue;
    for (let j = i + 1; j < Math.min(last, i + 5); j++) if (FIGHT.test(view.lemma(j))) return true;
  }
  return false;
}
