import { describe, expect, test } from 'vitest';
import { causesOf } from '../../bench/muc4/causes.ts';
import {
  type FoundRoles,
  type GoldRoles,
  headNoun,
  isEqual,
  noCounts,
  scoresOf,
  sharesHead,
  tally,
  total,
} from '../../bench/muc4/score.ts';
import { unitsOf } from '../../src/codebooks/muc4/candidates.ts';
import { childFeatures, orderFeatures } from '../../src/codebooks/muc4/context.ts';
import { codeTemplate } from '../../src/codebooks/muc4/code.ts';
import { SLOTS } from '../../src/codebooks/muc4/slots.ts';
import { chances, unitSums } from '../../src/codebooks/muc4/weigh.ts';
import { viewOf } from '../../src/claims/text-view.ts';
import { loadMuc4, muc4Resources } from '../../src/node/muc4.ts';
import { loadResources } from '../../src/node/resources.ts';
import { readReport } from '../../src/reader.ts';
import { reportOf } from '../reading/report.ts';

const resources = await loadResources();
const model = await loadMuc4();
const words = await muc4Resources(resources);
const template = (body: string) => {
  const { reading, claims } = readReport(reportOf(body), resources);
  return codeTemplate(reading, claims, words, model);
};
const units = (body: string) =>
  unitsOf(viewOf(readReport(reportOf(body), resources).reading)).map(({ candidates }) =>
    candidates.map(({ key }) => key),
  );
const keys = (body: string) => units(body).flat();

describe('wordings', () => {
  test('are noun phrases with and without their modifiers', () => {
    expect(keys('Three hooded men burned the tank truck of the mayor.')).toEqual(
      expect.arrayContaining(['three hooded men', 'hooded men', 'men', 'tank truck', 'truck']),
    );
  });

  test('are names with and without a title', () => {
    expect(keys('Gunmen killed Colonel Juan Perez near Lima.')).toEqual(
      expect.arrayContaining(['colonel juan perez', 'juan perez']),
    );
  });
});

describe('units', () => {
  const unitWith = (body: string, key: string) => units(body).find((some) => some.includes(key));

  test('hold all names of one person, and no other of the same last name', () => {
    const body =
      'Gunmen killed Hector Salas Prado near Lima. Hector Salas was a judge. Luis Prado saw it.';
    const unit = unitWith(body, 'hector salas prado');
    expect(unit).toContain('hector salas');
    expect(unit).not.toContain('luis prado');
  });

  test('hold what is measured with its measure', () => {
    expect(unitWith('The men carried two kilos of dynamite.', 'dynamite')).toContain(
      'two kilos of dynamite',
    );
  });

  test('hold a group of the list by all its names, and nobody who belongs to it', () => {
    const body = 'The National Liberation Army (ELN) shot a judge. ELN guerrillas fled.';
    expect(unitWith(body, 'national liberation army')).toContain('eln');
    expect(unitWith(body, 'eln guerrillas')).not.toContain('eln');
  });
});

describe('context', () => {
  test('of a noun is what stands right outside its phrase, in order, and what hangs on it', () => {
    const { reading } = readReport(
      reportOf('Rebels blew up two large towers near Lima on Monday.'),
      resources,
    );
    const head = reading.tokens.findIndex(({ text }) => text === 'towers');
    const noun = { view: viewOf(reading), senses: words.senses, head, lead: head };
    const features: string[] = [];
    orderFeatures({ ...noun, role: 'obj ', mention: '' }, features);
    childFeatures({ ...noun, role: 'obj ', mention: '' }, features);
    expect(features).toEqual(expect.arrayContaining(['< blow up', '> near lima on', 'opens 0']));
    expect(features).not.toContain('< large');
  });
});

describe('weighing', () => {
  test('one mention that tells makes up for many that do not', () => {
    const [once = 0] = unitSums(Float64Array.of(1), [Float64Array.of(-9), Float64Array.of(3)]);
    expect(once).toBeCloseTo(4, 3);
  });

  test('units and none share what is likely', () => {
    const [first, second] = chances(
      [Float64Array.of(2), Float64Array.of(0)],
      Float64Array.of(1),
    ).map(([chance = 0]) => chance);
    expect(first! + second!).toBeLessThan(1);
    expect(first! / second!).toBeCloseTo(Math.exp(2), 6);
  });
});

describe('templates', () => {
  test('what fills a slot stands in the text, and no slot names one thing twice', () => {
    const body =
      'GUERRILLAS OF THE SHINING PATH PLACED A BOMB IN THE NATIONAL BANK IN LIMA LAST NIGHT.  THE BOMB DESTROYED THE BANK, POLICE SAID.  TERRORISTS MURDERED MAYOR JUAN PEREZ GOMEZ.';
    const found = template(body);
    for (const slot of SLOTS)
      for (const { text, confidence } of found[slot]) {
        expect(body).toContain(text);
        expect(confidence).toBeGreaterThan(0);
      }
    expect(found.incident_instrument_id.map(({ text }) => text)).toEqual([
      expect.stringMatching(/BOMB/),
    ]);
  });

  test('a report without an attack fills none', () => {
    const found = template('The minister opened a school in the town and praised its teachers.');
    expect(SLOTS.flatMap((slot) => found[slot])).toEqual([]);
  });

  test('no text, no fillers', () => {
    expect(SLOTS.flatMap((slot) => template('')[slot])).toEqual([]);
  });
});

describe('scoring', () => {
  const roles = <T>(phys: readonly T[]) =>
    Object.fromEntries(
      SLOTS.map((slot) => [slot, slot === 'phys_tgt_id' ? phys : []]),
    ) as unknown as Record<(typeof SLOTS)[number], readonly T[]>;
  const gold: GoldRoles = roles([['TANK TRUCK', 'TRUCK'], ['HOME OF THE MAYOR']]);
  const found: FoundRoles = roles(['the  truck', 'TRUCK', 'home']);

  test('each entity counts once, by one of its wordings', () => {
    const counts = noCounts();
    tally(counts, gold, found, isEqual);
    expect(total(counts)).toEqual({ right: 1, found: 3, gold: 2 });
    expect(scoresOf(total(counts)).f1).toBe(0.4);
  });

  test('head nouns are looser', () => {
    const counts = noCounts();
    tally(counts, gold, found, sharesHead);
    expect(total(counts).right).toBe(2);
    expect(headNoun('HOME OF THE MAYOR')).toBe('home');
    expect(headNoun('FMLN [FARABUNDO MARTI NATIONAL LIBERATION FRONT] FORCES')).toBe('fmln');
  });

  test('every miss has a cause', () => {
    expect(causesOf(gold, found)).toEqual([
      'missed: right noun, other edges',
      'too much: slot has other fillers',
    ]);
    expect(causesOf(gold, roles<string>([]))).toEqual([
      'missed: report taken for one without templates',
      'missed: report taken for one without templates',
    ]);
  });
});
