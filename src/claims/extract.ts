import type { Claim, Reading } from '../domain/index.ts';
import { withoutCivic } from './civic.ts';
import type { Draft } from './draft.ts';
import { withDrivenOff } from './driven-off.ts';
import { withEntered } from './entered.ts';
import { finish, type Finished } from './finish.ts';
import { withFoughtOver } from './fought-over.ts';
import { judge } from './judgement/index.ts';
import { withoutOpen } from './left-open.ts';
import { withKnownNames } from './known-names.ts';
import { withoutMachines } from './machines.ts';
import { merge } from './merge.ts';
import { withNearerNames } from './nearer-name.ts';
import { CLAIM_RULES } from './rules/index.ts';
import { searchOf, type ClaimResources, type Search } from './search.ts';
import { shared } from './shared.ts';
import { withSureness } from './sureness/index.ts';
import type { Sureness } from './sureness/model.ts';
import { viewOf } from './text-view.ts';
import { withWar } from './war.ts';

/** Claims of one reading, in order of their evidence; the title, read apart, tells of whom it speaks. */
export function extractClaims(
  reading: Reading,
  resources: ClaimResources & { readonly sureness: Sureness },
  title?: Reading,
): readonly Claim[] {
  const search = withWar(searchOf(viewOf(reading, title), resources, title));
  const drafts = ruled(search);
  return merge(
    withSureness(search, { drafts, finished: told(search, drafts) }, resources.sureness),
  );
}

/** What the rules found as claims, one for each territory, before like ones become one. */
export const told = (search: Search, drafts: readonly Draft[]): readonly Finished[] =>
  finish(search, shared(search, withoutPassing(search, drafts)));

/** What the rules find, sentence by sentence. */
export function ruled(search: Search): readonly Draft[] {
  const found: Draft[] = [];
  for (const sentence of search.view.reading.sentences)
    for (const rule of CLAIM_RULES) found.push(...rule.find(search, sentence));
  const manned = withoutOpen(search, withoutMachines(search, withoutCivic(search, found)));
  const placed = withFoughtOver(search, manned);
  const drafts = withKnownNames(search, withNearerNames(search, placed));
  const happened = withDrivenOff(search, withEntered(search, withoutDoubles(search, drafts)));
  return withoutCarried(search, withoutCounted(happened));
}

const LEFT: ReadonlySet<string> = new Set(['force.withdrawn', 'displacement', 'detention']);

/**
 * One verb, several frames: troops who leave a town give it up, troops who leave a country go home.
 * The territory tells.
 */
function withoutDoubles(search: Search, drafts: readonly Draft[]): readonly Draft[] {
  const countries = ({ territories }: Draft) =>
    territories.some(({ place }) => 'id' in place && place.precision === 'country');
  const control = new Map(
    drafts.filter(({ kind }) => kind.startsWith('control.')).map((draft) => [draft.trigger, draft]),
  );
  const first = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = `${draft.kind}@${draft.trigger}`;
    if (!first.has(key)) first.set(key, draft);
  }
  const single = [...first.values()];
  return single.map(settled).filter((draft, i) => {
    const other = control.get(draft.trigger);
    // "gave up the town": to nobody told of. Whoever "has not given it up" still has it.
    if (draft.kind === 'control.surrendered' && !draft.actor)
      return !first.has(`control.withdrawn@${draft.trigger}`) || isDenied(search, draft);
    // "left Kot-e-Sangi in the west of Kabul": what is left is told already.
    if (other?.kind === 'control.withdrawn' && draft !== single[i]) return !isPlaced(other);
    if (draft.kind === 'control.withdrawn') return !countries(draft);
    return !LEFT.has(draft.kind) || !other || countries(other);
  });
}

const isDenied = (search: Search, { trigger }: Draft) =>
  judge(search, trigger).polarity === 'negative';
const isPlaced = ({ territories }: Draft) => territories.every(({ place }) => 'id' in place);

/** Troops withdrawn from a town give it up; from a country, they go home. */
function settled(draft: Draft): Draft {
  const town = draft.territories.some(
    ({ place }) =>
      'id' in place && (place.precision === 'settlement' || place.precision === 'district'),
  );
  const gives = draft.kind === 'force.withdrawn' && town && draft.actor?.armed === true;
  return gives ? { ...draft, kind: 'control.withdrawn' } : draft;
}

/**
 * "declared an emergency": verb and noun find the same thing; the verb has more of its roles. "lost
 * its grip on the city", "lifted the siege": a noun that a verb's phrase is made with says nothing else.
 */
function withoutCarried({ view }: Search, drafts: readonly Draft[]): readonly Draft[] {
  const byVerb = drafts.filter(({ rule }) => rule.startsWith('verb-frame'));
  const verbs = new Set(byVerb.map(({ kind, trigger }) => `${kind}@${trigger}`));
  const used = new Set(byVerb.flatMap(({ tokens }) => tokens));
  // "repelled an attempt to storm the town": that it was not stormed is the same.
  const repelled = new Set(
    drafts
      .filter(({ rule }) => BEATEN.test(rule))
      .flatMap(({ tokens, trigger }) => tokens.filter((token) => token !== trigger)),
  );
  return drafts.filter(({ kind, trigger, rule }) => {
    if (repelled.has(trigger) && kind.startsWith('control.')) return false;
    if (!rule.startsWith('noun-frame')) return true;
    const { head } = view.token(trigger);
    return !used.has(trigger) && !verbs.has(`${kind}@${head}`);
  });
}

const BEATEN = /:(?:repel|stop-attack|attack-fails)$/;

const PASSING = /^(held-compound|base-of)$/;
const LOST: ReadonlySet<string> = new Set([
  'control.captured',
  'control.recaptured',
  'control.surrendered',
  'control.withdrawn',
]);

/** "The army captured the rebel-held town": whose it was in passing, until it was taken. */
function withoutPassing(search: Search, drafts: readonly Draft[]): readonly Draft[] {
  const { view } = search;
  const sentence = ({ trigger }: Draft) => view.token(trigger).sentence;
  const ids = ({ territories }: Draft) =>
    territories.flatMap(({ place }) => ('id' in place ? [place.id] : []));
  const isLost = (one: Draft, other: Draft) => {
    if (!LOST.has(other.kind) || sentence(one) !== sentence(other)) return false;
    if (!ids(other).some((id) => ids(one).includes(id))) return false;
    const { modality, polarity, attempted } = judge(search, other.trigger);
    return modality === 'stated' && polarity === 'positive' && !attempted;
  };
  return drafts.filter(
    (one) => !PASSING.test(one.rule) || !drafts.some((other) => isLost(one, other)),
  );
}

/** Where places are counted at a trigger, other claims there about places without a name say less. */
function withoutCounted(drafts: readonly Draft[]): readonly Draft[] {
  const counted = new Set(
    drafts.filter(({ kind }) => kind === 'control.count').map(({ trigger }) => trigger),
  );
  return drafts.filter(
    ({ kind, trigger, territories }) =>
      kind === 'control.count' ||
      !counted.has(trigger) ||
      territories.some(({ place, facility }) => 'id' in place && facility === undefined),
  );
}
