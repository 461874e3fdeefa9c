import { describe, expect, test } from 'vitest';
import { claimsIn, line } from './read.ts';

const told = (body: string) => claimsIn(body).map(line);
const finds = (body: string, ...expected: readonly RegExp[]) => {
  const lines = told(body).join('\n');
  for (const one of expected) expect(lines).toMatch(one);
};

describe('verbs that look like nouns', () => {
  test('"controls" after an actor', () => {
    finds(
      'The RSF controls most of El Fasher. El Obeid, which SAF controls, is calm.',
      /held \| Rapid Support Forces \| El Fasher \| most/,
      /held \| Sudanese Armed Forces \| El Obeid/,
    );
  });

  test('a relative clause after a distance is said of the town', () => {
    finds(
      'People fled to El Obeid, 60 km to the south, which SAF controls.',
      /held \| Sudanese Armed Forces \| El Obeid/,
    );
  });
});

describe('who', () => {
  test('"freed from" tells who lost it', () => {
    finds(
      'The army took control of Adigrat in Ethiopia. Axum had already been freed from the TPLF junta.',
      /recaptured \| Ethiopian \w+ \| Axum/,
    );
  });

  test('"by hundreds of" somebody’s fighters', () => {
    finds(
      'Diapaga, capital of Tapoa province in Burkina Faso, was stormed by hundreds of JNIM fighters.',
      /captured \| Jama'at Nusrat al-Islam wal-Muslimin \| Diapaga/,
    );
  });

  test('an actor with its letters in brackets', () => {
    finds(
      'The RSF took over Bara town weeks after the Sudanese Armed Forces (SAF) had regained it.',
      /recaptured \| Sudanese Armed Forces/,
    );
  });

  test('who would retake a town is not the one that has just retaken it', () => {
    finds(
      'Rebels of M23 retook Goma on Monday. The army said that Goma would be retaken.',
      /recaptured \| M23 \| Goma \|  \| positive \| stated/,
      /recaptured \| (?!M23).* \| Goma \|  \| positive \| (predicted|hypothetical)/,
    );
  });
});

describe('where', () => {
  test('a name that the gazetteer lacks is unknown, and not the town named before', () => {
    const lines = told(
      'Rebels of M23 attacked Goma. Zzyborove, 90 km from the capital, has been taken, too.',
    ).join('\n');
    expect(lines).toMatch(/captured \| M23 \| \?Zzyborove/);
    expect(lines).not.toMatch(/captured .*Kinshasa/);
  });

  test('"the city" is not where the ministry that speaks has its seat', () => {
    finds(
      'Rebels of M23 marched on Bukavu. The communications ministry in Kinshasa said that they had entered the city.',
      /contested \| M23 \| Bukavu/,
    );
  });

  test('a label with brackets, and one that no reading took for a place', () => {
    finds(
      'Falam (Chin): AA fighters launch an attack. The airport was captured on day one.',
      /captured \| .* \| Falam \| airport/,
    );
  });
});

describe('states and goings', () => {
  test('a side beside a place', () => {
    finds(
      'Ubari, Murzuq, Sabha: nominally LNA.\n\nHaftar leads the LNA in Libya.',
      /held \| Libyan National Army \| Ubari/,
      /held \| Libyan National Army \| Sabha/,
    );
  });

  test('without a fight', () => {
    finds(
      'M23 rebels drove into the city of Goma yesterday without a fight.',
      /captured \| M23 \| Goma/,
    );
  });

  test('before leaving', () => {
    finds(
      'JNIM fighters overran Diapaga in Burkina Faso. They held it for a day before leaving with the contents of two barracks.',
      /withdrawn \| Jama.* \| Diapaga/,
    );
  });
});

test.each([
  'False news that Goma was taken by M23 has been spread.',
  'It is not true that M23 holds Goma.',
  'The army said it was not the case that Goma had fallen to M23.',
  'The army dismissed as lies reports that M23 had seized Goma.',
  'Baseless reports of the capture of Goma by M23 were spread.',
])('nobody took it: %s', (text) => {
  const control = claimsIn(text).filter(({ kind }) => kind.startsWith('control.'));
  expect(control.map(({ polarity }) => polarity)).toEqual(['negative']);
});

test('a denial denies what it is said of, and not the quotation behind it', () => {
  finds(
    'The army spokesman denies that Goma has fallen to M23: "The airport of Goma is ours."',
    /captured \| M23 \| Goma \|  \| negative/,
  );
  const held = claimsIn(
    'M23 has lost Goma, but its spokesman denied it: "Our fighters hold Goma."',
  );
  expect(
    held.filter(({ kind }) => kind === 'control.held').map(({ polarity }) => polarity),
  ).toEqual(['positive']);
});
