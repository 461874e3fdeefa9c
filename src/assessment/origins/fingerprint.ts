import type { Fingerprint, Report } from '../../domain/index.ts';
import type { OriginParameters } from '../parameters.ts';
import { creditsIn } from './credits.ts';

const SPACE = 2 ** 32;

/** Final mix of MurmurHash3 (Appleby, public domain): every bit of the input moves every bit. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** FNV-1a over UTF-16 units, mixed. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return mix(hash);
}

const keys = new WeakMap<OriginParameters, string>();

/** Tells apart the parameters on which a fingerprint depends. */
export function fingerprintKey(parameters: OriginParameters): string {
  let key = keys.get(parameters);
  if (key === undefined) {
    const { shingle, rate, fullBelow, agencies } = parameters;
    const numbers = [shingle, rate, fullBelow].map(({ value }) => value);
    key = hashOf(JSON.stringify([numbers, agencies])).toString(16);
    keys.set(parameters, key);
  }
  return key;
}

const WORDS = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** Each once. As unsigned numbers, which need no function to be sorted. */
const ascending = (values: Iterable<number>): number[] =>
  Array.from(Uint32Array.from(new Set(values)).sort());

/**
 * What is kept of a text to find its copies: hashes of runs of words, those below a threshold
 * ("mod m" sketches: Broder, On the resemblance and containment of documents, 1997).
 */
export function fingerprint(
  report: Pick<Report, 'title' | 'body' | 'byline' | 'dateline'>,
  parameters: OriginParameters,
): Fingerprint {
  const words = (report.body.match(WORDS) ?? []).map((word) => hashOf(word.toLowerCase()));
  const rate = words.length < parameters.fullBelow.value ? 1 : parameters.rate.value;
  return {
    words: words.length,
    rate,
    shingles: ascending(shinglesOf(words, parameters.shingle.value, SPACE / rate)),
    credits: creditsIn(report, parameters.agencies),
    madeWith: fingerprintKey(parameters),
  };
}

function* shinglesOf(words: readonly number[], size: number, below: number): Generator<number> {
  for (let start = 0; start + size <= words.length; start++) {
    let hash = 0;
    for (let i = start; i < start + size; i++) hash = mix(Math.imul(hash, 31) + words[i]!);
    if (hash < below) yield hash;
  }
}
