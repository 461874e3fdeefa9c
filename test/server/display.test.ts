import { expect, test } from 'vitest';
import { placeId, type Claim, type Place } from '../../src/domain/index.ts';
import { DEFAULT_DISPLAY, published } from '../../src/server/display.ts';
import { CLAIMS } from '../fixtures/august.ts';
import { PLACES } from '../fixtures/places.ts';

const places = new Map(PLACES.map((place) => [place.id, place]));
const place = (id: Place['id']) => places.get(id);
const claim = CLAIMS.find(({ kind }) => kind === 'control.contested')!;
const deployed: Claim = { ...claim, kind: 'force.deployed' };
const old = () => 100;

test('forces are shown no closer than their country', () => {
  const shown = published(deployed, { rules: DEFAULT_DISPLAY, place, age: old })!;
  expect(shown.place).toMatchObject({ id: placeId('fixture:AF'), precision: 'country' });
});

test('other kinds are shown as they are known', () => {
  expect(published(claim, { rules: DEFAULT_DISPLAY, place, age: old })).toBe(claim);
});

test('a rule can hold back the claims of an outlet for some days', () => {
  const outlet = claim.chain.at(-1)!.name;
  const rules = [{ outlets: [outlet], delayDays: 3, reason: 'to let people leave' }];
  expect(published(claim, { rules, place, age: () => 2 })).toBeUndefined();
  expect(published(claim, { rules, place, age: () => 3 })).toBe(claim);
});

test('a place without a coarser one is not shown at all', () => {
  const shown = published(deployed, { rules: DEFAULT_DISPLAY, place: () => undefined, age: old })!;
  expect(shown.place).toEqual({
    unresolved: DEFAULT_DISPLAY[0]!.reason,
    text: deployed.place.text,
  });
});
