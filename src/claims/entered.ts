import type { Draft, Search } from './draft.ts';
import { judge } from './judgement/index.ts';

const ENTRY =
  /^(enter|move|march|walk|roll|drive|sweep|pour|stream|ride|flood|surge|swarm|storm|come|go|slip)$/;
const LEAVING: ReadonlySet<string> = new Set(['control.withdrawn', 'control.surrendered']);
const FOUGHT: ReadonlySet<string> = new Set(['clash', 'shelling']);
/** Troops that are shot at do not march or drive in. */
const MARCH = /^(?:march|walk|drive|roll|sweep|ride|stream|move)$/;
const UNOPPOSED =
  /\b(?:unopposed|uncontested|without (?:a|any|firing a|much|the least|meeting|facing)?\s?(?:fight|fighting|resistance|opposition|shot|shooting|round|bloodshed|battle)\b|(?:no|little|scant|hardly any|barely any|almost no) (?:sign of )?(?:resistance|opposition)|hardly a shot)/i;
/** Sentences within which fighting tells that an entry was no more. */
const NEAR = 1;
const HELD = 3;

/**
 * An entry is no capture. Where the others have left the town or given it up in the same breath, or
 * nobody resisted, it is one.
 */
export function withEntered(search: Search, drafts: readonly Draft[]): readonly Draft[] {
  return drafts
    .filter((draft) => !isEntry(search, draft) || !isPartOfGain(search, draft, drafts))
    .map((draft) => {
      if (!isEntry(search, draft)) return draft;
      const unopposed = isUnopposed(search, draft);
      if (!isMarch(search, draft) && !unopposed && isToldApart(search, draft, drafts)) return draft;
      if (isRelief(search, draft)) return { ...draft, kind: 'control.held' };
      const taken = unopposed || holdsSince(search, draft, drafts);
      return taken || isTaken(search, draft, drafts)
        ? { ...draft, kind: 'control.captured' }
        : draft;
    });
}

const FLAG = /^(?:raise|hoist|plant|hang|fly|unfurl)$/;

/** "entered Kupiansk and raised their flag over the town hall": one gain, told once. */
const isPartOfGain = (search: Search, draft: Draft, drafts: readonly Draft[]) =>
  drafts.some(
    (other) =>
      GAIN.test(other.kind) &&
      other.trigger > draft.trigger &&
      sentenceOf(search, other) === sentenceOf(search, draft) &&
      other.actor?.side === draft.actor?.side &&
      meet(draft, other, FLAG.test(search.view.lemma(other.trigger))) &&
      isTold(search, other),
  );

const RELIEVED =
  /\b(?:(?:lifting|breaking|ending|relieving)|(?:and|after|having) (?:lifted|broke|broken|ended|relieved)) (?:[^\s,;:.]+ ){0,4}(?:siege|blockade|encirclement)\b/i;

/** "entered Kadugli, lifting the siege": they come to their own, and fight for no town of others. */
function isRelief(search: Search, draft: Draft): boolean {
  const { end } = search.view.reading.sentences[sentenceOf(search, draft)]!;
  const { start } = search.view.token(draft.trigger);
  return RELIEVED.test(search.view.reading.report.body.slice(start, end));
}

const GAIN = /^control\.(captured|recaptured|surrendered)$/;

/** Where the gain is told beside the entry, the entry is what it was. */
const isToldApart = (search: Search, draft: Draft, drafts: readonly Draft[]) =>
  drafts.some(
    (other) =>
      GAIN.test(other.kind) &&
      (other.actor?.side ?? draft.actor?.side) === draft.actor?.side &&
      search.view.reading.sentences[sentenceOf(search, other)]!.paragraph ===
        search.view.reading.sentences[sentenceOf(search, draft)]!.paragraph &&
      meet(draft, other, true) &&
      isTold(search, other),
  );

const isEntry = ({ view }: Search, { rule, trigger, actor, territories }: Draft) =>
  actor?.armed === true &&
  (rule === 'line-presence' || (rule === 'verb-frame:enter' && ENTRY.test(view.lemma(trigger)))) &&
  territories.every(
    ({ place, facility }) =>
      facility === undefined && (!('id' in place) || place.precision !== 'country'),
  );

const sentenceOf = ({ view }: Search, { trigger }: Draft) => view.token(trigger).sentence;

function isUnopposed(search: Search, draft: Draft): boolean {
  const { start, end } = search.view.reading.sentences[sentenceOf(search, draft)]!;
  return UNOPPOSED.test(search.view.reading.report.body.slice(start, end));
}

/** "entered the town on Wednesday and are now in charge" */
const holdsSince = (search: Search, draft: Draft, drafts: readonly Draft[]) =>
  drafts.some(
    (other) =>
      other.kind === 'control.held' &&
      other.trigger > draft.trigger &&
      other.actor?.side === draft.actor?.side &&
      sentenceOf(search, other) === sentenceOf(search, draft) &&
      meet(draft, other) &&
      isTold(search, other),
  );

function isTaken(search: Search, draft: Draft, drafts: readonly Draft[]): boolean {
  const others = drafts.filter((other) => other !== draft && meet(draft, other));
  const near = others.filter((other) => isNear(search, draft, other));
  if (near.some((other) => isFought(search, draft, other) || isNotHeld(search, other)))
    return false;
  const left = others.filter((other) => isOthersLeaving(search, draft, other));
  // "The army withdrew. Peacekeepers still hold the airport": a third.
  const isThird = ({ actor }: Draft) =>
    left.length > 0 && left.every((other) => leaverOf(other)?.side !== actor?.side);
  if (drafts.some((other) => isStillHeld(search, draft, other) && !isThird(other))) return false;
  return isMarch(search, draft) || left.length > 0;
}

const isMarch = ({ view }: Search, { rule, trigger }: Draft) =>
  rule === 'verb-frame:enter' && MARCH.test(view.lemma(trigger));

function isNear(search: Search, draft: Draft, other: Draft, within = NEAR): boolean {
  const { sentences } = search.view.reading;
  const [one, two] = [draft, other].map((each) => sentences[sentenceOf(search, each)]!);
  return one!.paragraph === two!.paragraph && Math.abs(one!.index - two!.index) <= within;
}

/** "entered the city, but do not hold all of it" */
const isNotHeld = (search: Search, { kind, trigger }: Draft) =>
  kind === 'control.held' && judge(search, trigger).polarity === 'negative';

/** "marched into Goma. Officials say that the army holds parts of it" */
const isStillHeld = (search: Search, draft: Draft, other: Draft) =>
  other.kind === 'control.held' &&
  other.actor?.armed === true &&
  other.actor.side !== draft.actor?.side &&
  sentenceOf(search, other) > sentenceOf(search, draft) &&
  isNear(search, draft, other, HELD) &&
  meet(draft, other, true) &&
  isTold(search, other);

const isFought = (search: Search, draft: Draft, other: Draft) =>
  (FOUGHT.has(other.kind) || /:(fighting|gunfire|repel|resist)$/.test(other.rule)) &&
  !isBehindThem(search, draft, other);

/** "After three days of clashes they entered": the fight was before. */
function isBehindThem({ view }: Search, entry: Draft, fight: Draft): boolean {
  const { first } = view.reading.sentences[view.token(fight.trigger).sentence]!;
  return (
    view.token(entry.trigger).sentence === view.token(fight.trigger).sentence &&
    fight.trigger < entry.trigger &&
    view.tokens
      .slice(Math.max(first, fight.trigger - AFTER), fight.trigger)
      .some(({ text }) => /^after$/i.test(text))
  );
}

const AFTER = 6;

const leaverOf = ({ kind, actor, target }: Draft) =>
  kind === 'control.surrendered' ? target : actor;

function isOthersLeaving(search: Search, draft: Draft, other: Draft): boolean {
  const leaver = leaverOf(other);
  if (!LEAVING.has(other.kind) || !leaver?.armed || leaver.side === draft.actor?.side) return false;
  return isTold(search, other);
}

function isTold(search: Search, { trigger }: Draft): boolean {
  const { modality, polarity, attempted } = judge(search, trigger);
  return modality === 'stated' && polarity === 'positive' && !attempted;
}

/** Whether both tell of one place, or, with `parts`, one of a part of it. */
const meet = (a: Draft, b: Draft, parts = false) =>
  a.territories.some(({ place }) =>
    b.territories.some(
      (other) =>
        (parts || other.facility === undefined) &&
        ('id' in place
          ? 'id' in other.place && other.place.id === place.id
          : !('id' in other.place) && other.place.text === place.text),
    ),
  );
