import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { claimId, type Claim, type ClaimId } from '../domain/index.ts';
import type { Finished } from './finish.ts';

/** A later rule takes over only where it is surer by more than the noise of the factors. */
const SURER = 0.08;

/** One claim for each proposition of a sentence, with ids, denials pointing at what they deny. */
export function merge(finished: readonly Finished[]): readonly Claim[] {
  const kept = new Map<string, Finished>();
  for (const one of finished) {
    const key = keyOf(one);
    const other = kept.get(key);
    if (!other || one.claim.confidence > other.claim.confidence + SURER) kept.set(key, one);
  }
  const ordered = [...kept.values()].sort(
    (a, b) =>
      a.claim.evidence.start - b.claim.evidence.start ||
      a.claim.evidence.end - b.claim.evidence.end ||
      (a.claim.rule < b.claim.rule ? -1 : 1),
  );
  return identify(ordered);
}

const GROUP: Readonly<Record<string, string>> = {
  'control.captured': 'gain',
  'control.recaptured': 'gain',
  'control.contested': 'fight',
  clash: 'fight',
};

function keyOf({ claim, segment, side }: Finished): string {
  const { place } = claim;
  return JSON.stringify([
    segment,
    GROUP[claim.kind] ?? claim.kind,
    'id' in place ? place.id : (place.start ?? place.text),
    claim.facility,
    side,
    claim.polarity,
    claim.modality === 'stated' || claim.modality === 'background',
    claim.chain.map(({ name }) => name),
  ]);
}

function identify(ordered: readonly Finished[]): readonly Claim[] {
  const ordinals = new Map<string, number>();
  const withIds = ordered.map((finished) => {
    const { report, kind, evidence, rule } = finished.claim;
    const key = [report, kind, evidence.start, evidence.end, rule].join('|');
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    const id = claimId(`c${bytesToHex(sha256(utf8ToBytes(`${key}|${ordinal}`))).slice(0, 12)}`);
    return { id, finished };
  });
  const denied = new Map<number, ClaimId>();
  for (const { id, finished } of withIds)
    if (finished.denied !== undefined) denied.set(finished.denied, id);
  return withIds.map(({ id, finished }) => {
    const about = finished.claim.kind === 'denial' ? denied.get(finished.trigger) : undefined;
    return Object.freeze({ id, ...finished.claim, ...(about === undefined ? {} : { about }) });
  });
}
