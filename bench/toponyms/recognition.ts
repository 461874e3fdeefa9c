import { findPlaces, type PlaceContext } from '../../src/reading/places.ts';
import { findPeoples } from '../../src/reading/places/peoples.ts';
import { contextOf, isToponym, type ToponymDocument, type ToponymResources } from './documents.ts';

export const goldSpans = ({ toponyms }: ToponymDocument): ReadonlySet<string> =>
  new Set(toponyms.filter(isToponym).map(({ start, end }) => `${start} ${end}`));

const BODY =
  /^(University|College|School|Schools|Academy|Institute|Hospital|Embassy|Consulate|Council|Court|Bank|Reserve|Chambers?|City|Centre|Center|Club|United|Cup|Museum|Hotel|Church|Theatre|Theater|Hall|Tower|Union|Commerce)$/;
const LONGEST_BODY = 5;

/**
 * The set's convention for a place within the name of a body or event ("Colorado State University",
 * "Bank of England"): the whole name is the toponym.
 */
export function asAnnotated(
  { text: { tokens } }: PlaceContext,
  span: { readonly first: number; readonly last: number },
): string {
  const { sentence } = tokens[span.first]!;
  let [first, last] = [span.first, span.last];
  for (let i = span.last; i < span.last + LONGEST_BODY; i++) {
    const token = tokens[i];
    if (token?.sentence !== sentence || !/^(\p{Lu}|of$)/u.test(token.text)) break;
    if (BODY.test(token.text)) last = i + 1;
  }
  if (tokens[first - 1]?.text === 'of' && BODY.test(tokens[first - 2]?.text ?? '')) first -= 2;
  return `${tokens[first]!.start} ${tokens[last - 1]!.end}`;
}

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
    const had = new Set(found.map((span) => asAnnotated(context, span)));
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
