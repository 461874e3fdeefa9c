import type { ClaimRule, Draft, Search, SentenceRange } from '../draft.ts';
import { verbFrame } from './verb-frame.ts';
import { territoriesAt, type Territory } from '../territory/index.ts';

const LOOK_BACK = 14;
const LONGEST = 14;

/** "Cities captured by the Taliban so far:" … "ZARANJ – Aug. 6". */
export const listItem: ClaimRule = {
  name: 'list-item',
  about:
    'A line without a verb that names a place, under a line that says what happened to such places.',
  examples: {
    yes: [
      'These are the cities captured by the Taliban:\n\n- Zaranj, Aug. 6\n- Sheberghan, Aug. 7',
    ],
    no: ['These are the cities the minister will visit:\n\n- Kabul, Aug. 6'],
  },
  find(search, sentence) {
    if (!isBareLine(search, sentence)) return [];
    const heading = headingOf(search, sentence);
    if (!heading) return [];
    const places = placesIn(search, sentence);
    const [trigger] = places;
    if (!trigger) return [];
    return [
      {
        ...heading,
        rule: `list-item:${heading.rule.split(':')[1]}`,
        trigger: trigger.first,
        tokens: [],
        territories: places.slice(0, 1),
        certainty: 0.8,
      },
    ];
  },
};

function isBareLine({ view }: Search, { index, first, last }: SentenceRange): boolean {
  const { form } = view.reading.sentences[index]!;
  if (form === 'prose' || last - first > LONGEST) return false;
  for (let i = first; i < last; i++) if (view.token(i).upos === 'VERB') return false;
  return true;
}

/** The gain of places, counted or not named, that an earlier line ending in a colon speaks of. */
function headingOf(search: Search, { index }: SentenceRange): Draft | undefined {
  const { sentences } = search.view.reading;
  for (let i = index - 1; i >= Math.max(0, index - LOOK_BACK); i--) {
    const sentence = sentences[i]!;
    const end = search.view.token(sentence.last - 1).text;
    if (end !== ':' && sentence.form !== 'headline') continue;
    const gains = verbFrame
      .find(search, sentence)
      .filter(({ kind }) => kind === 'control.captured' || kind === 'control.recaptured');
    return gains.find(({ territories }) => territories.every(({ place }) => !('id' in place)));
  }
  return undefined;
}

function placesIn(search: Search, { first, last }: SentenceRange): readonly Territory[] {
  for (let i = first; i < last; i++) {
    const mention = search.view.place(i);
    if (mention) return territoriesAt(search, mention.head);
  }
  return [];
}
