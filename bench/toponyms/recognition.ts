import { findPlaces } from '../../src/reading/places.ts';
import { findPeoples } from '../../src/reading/places/peoples.ts';
import { contextOf, type ToponymDocument, type ToponymResources } from './documents.ts';

/** Literal and associative toponyms; the rest are common nouns and names of other things. */
const LEFT_OUT = new Set(['Non_Toponym', 'Non_Lit_Expression', 'Literal_Expression']);

export const goldSpans = ({ toponyms }: ToponymDocument): ReadonlySet<string> =>
  new Set(
    toponyms
      .filter(({ type }) => type === null || !LEFT_OUT.has(type))
      .map(({ start, end }) => `${start} ${end}`),
  );

/** Exact spans. The set annotates words for peoples ("Russian") too; our reading keeps those apart. */
export function scoreRecognition(
  documents: readonly ToponymDocument[],
  resources: ToponymResources,
) {
  let [right, guessed, gold] = [0, 0, 0];
  const errors: string[] = [];
  for (const document of documents) {
    const context = contextOf(document.text, resources);
    const found = [
      ...findPlaces(context, resources.gazetteer).filter(
        (draft) => draft.type === 'place' && draft.rule !== 'place.capital',
      ),
      ...findPeoples(context.text, resources.gazetteer),
    ];
    const wanted = goldSpans(document);
    const had = new Set(found.map(({ start, end }) => `${start} ${end}`));
    gold += wanted.size;
    guessed += had.size;
    for (const key of wanted) if (had.has(key)) right++;
    errors.push(...differences(document.text, wanted, had));
  }
  const precision = right / Math.max(1, guessed);
  const recall = right / Math.max(1, gold);
  const f1 = (2 * right) / Math.max(1, guessed + gold);
  return { f1, precision, recall, errors };
}

function differences(text: string, wanted: ReadonlySet<string>, had: ReadonlySet<string>) {
  const show = (kind: string, key: string) => {
    const [start = 0, end = 0] = key.split(' ').map(Number);
    const around = `${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}`;
    return `${kind}: ${around.replaceAll('\n', ' ')}`;
  };
  return [
    ...[...wanted].filter((key) => !had.has(key)).map((key) => show('missed', key)),
    ...[...had].filter((key) => !wanted.has(key)).map((key) => show('wrong', key)),
  ];
}
