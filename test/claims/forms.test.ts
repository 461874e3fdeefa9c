import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPEN, QUIET, UNLISTED } from '../../bench/surroundings/words.ts';
import { isResolved, type Claim } from '../../src/domain/index.ts';
import { claimsIn, line, resources } from './read.ts';

/**
 * The ways to say that a town is taken, held, left, surrounded or fought for: active, passive, noun,
 * participle, relative, infinitive, headline. "kind | side | place | sentence", with ">" those that are
 * read and with "?" those that are not yet.
 */
const FORMS = readFileSync(join(import.meta.dirname, 'forms.txt'), 'utf8');

const GAIN = /captured|recaptured|surrendered/;
const FIGHT = /contested|threatened|clash|shelling/;
const groupOf = (kind: string) => (GAIN.test(kind) ? 'gain' : FIGHT.test(kind) ? 'fight' : kind);

function sideOf({ actor }: Claim) {
  const listed = actor?.id === undefined ? undefined : resources.actors.get(actor.id);
  return actor?.side ?? listed?.side ?? listed?.id;
}

function says(claim: Claim, [kind, side, place]: readonly string[]): boolean {
  if (!isResolved(claim.place) || claim.place.name !== place) return false;
  // A siege that ends: told as no siege, or as a gain or a hold of whoever ends it.
  if (kind === 'relieved')
    return claim.kind === 'control.besieged'
      ? claim.polarity === 'negative'
      : /recaptured|held/.test(claim.kind);
  const same = groupOf(claim.kind) === groupOf(`control.${kind}`);
  return same && (side === '-' || sideOf(claim) === side);
}

const lines = FORMS.split('\n').filter((form) => /^[>?] /.test(form));

describe('ways to say it', () => {
  test.each(lines.filter((form) => form.startsWith('>')))('%s', (form) => {
    const parts = form.slice(2).split(' | ');
    const claims = claimsIn(parts.at(-1)!);
    expect(claims.some((claim) => says(claim, parts)) ? 'read' : claims.map(line)).toBe('read');
  });
});

/** Two sentences, of which the second leaves its place out; and one that speaks of Kunduz, too. */
const APART = /rebel-held\. |Kunduz|much of the province/;

describe('a town that no list has', () => {
  test.each(UNLISTED.slice(0, 2))('what is said of %s is told of no other town', (name) => {
    const told = lines.flatMap((form) => {
      const sentence = form.split(' | ').at(-1)!;
      const inside = name === 'Qarbanu' || !sentence.startsWith('Herat');
      if (!form.includes(' | Herat | ') || APART.test(sentence) || !inside) return [];
      const claims = claimsIn(`${QUIET} ${sentence.replaceAll('Herat', name)}`);
      return claims
        .filter(({ kind, place }) => kind.startsWith('control.') && isResolved(place))
        .map((claim) => `${line(claim)} – ${sentence}`);
    });
    expect(told).toEqual([]);
  });
});

/** What is taken as known whatever is said of the rest, and clauses that are negative by themselves. */
const KNOWN =
  /[,;:"]|\. |-(held|controlled|occupied)|besieged city|no longer|\bno\b|single|\b(say|said|claim\w*|told|If)\b|There (is|are)|It was|towns that|and then/;

const clauses = lines.flatMap((form) => {
  const sentence = form.split(' | ').at(-1)!;
  if (!form.includes(' | Herat | ') || !sentence.endsWith('.')) return [];
  // That a siege is over is a negative claim, and that it is not is none.
  if (!form.startsWith('>') || form.startsWith('> relieved') || KNOWN.test(sentence)) return [];
  return [sentence.slice(0, -1).replace(/^(The|An?|It|After|Only) /, (word) => word.toLowerCase())];
});

describe('what is not said to be so', () => {
  // A capture "of which there is no evidence" was one, in five of six ways to say it.
  test.each(OPEN)('%s', (words) => {
    const stated = clauses.flatMap((clause) =>
      claimsIn(words.replace('CLAUSE', clause))
        .filter(({ kind, polarity, modality }) => {
          const isOpen = polarity === 'negative' || modality !== 'stated';
          return /captured|recaptured|held|withdrawn|besieged|surrendered/.test(kind) && !isOpen;
        })
        .map((claim) => `${line(claim)} – ${clause}`),
    );
    expect(stated).toEqual([]);
  });
});
