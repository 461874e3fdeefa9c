import { viewOf, type TextView } from '../../claims/text-view.ts';
import {
  isResolved,
  type Day,
  type Mention,
  type ResolvedPlace,
  type Sentence,
} from '../../domain/index.ts';
import type { Column, Row } from '../codebook.ts';
import {
  type CodedReport,
  listCell,
  REPORT_COLUMNS,
  reportCells,
  type ReportCodebook,
  SENTENCE_COLUMNS,
  sentenceCells,
} from '../report-codebook.ts';
import { codeSentence } from './code.ts';
import { type ActorLookup, participants } from './countries.ts';
import type { PloverLexicon } from './lexicon.ts';

export interface PloverResources {
  readonly lexicon: PloverLexicon;
  readonly lookup: ActorLookup;
}

const COLUMNS: readonly Column[] = [
  ...REPORT_COLUMNS,
  { name: 'event_type', about: 'PLOVER event type, AGREE to FIGHT' },
  {
    name: 'event_date',
    about: 'day that the sentence gives, nearest to the event; empty when it gives none',
  },
  { name: 'source_country', about: 'who acts: ISO 3166-1 alpha-3, or IGO' },
  { name: 'source_sector', about: 'PLOVER sector of the source: GOV, MIL, REB, …' },
  { name: 'target_country', about: 'upon whom' },
  { name: 'target_sector', about: 'PLOVER sector of the target' },
  {
    name: 'place',
    about: 'place named nearest to the event in the sentence, from the country down',
  },
  { name: 'place_country', about: 'its country, ISO 3166-1 alpha-3' },
  ...SENTENCE_COLUMNS,
  { name: 'because', about: 'how the event type came about' },
];

/** One record for each sentence that reports an event. */
export const ploverCodebook = (resources: PloverResources): ReportCodebook => ({
  name: 'plover',
  about: 'PLOVER event records: one for each sentence that reports an event.',
  source: 'PLOVER manual, draft 0.8 (2021), Open Event Data Alliance',
  columns: COLUMNS,
  codeReport: (coded) => {
    const view = viewOf(coded.reading);
    return coded.reading.sentences.flatMap((sentence) =>
      recordOf(coded, { view, sentence, ...resources }),
    );
  },
});

interface Scene extends PloverResources {
  readonly view: TextView;
  readonly sentence: Sentence;
}

function recordOf({ report }: CodedReport, scene: Scene): readonly Row[] {
  const { view, sentence, lexicon, lookup } = scene;
  const event = codeSentence(view, sentence, lexicon);
  if (event === undefined || isDenied(view, event.trigger)) return [];
  const { source, target } = participants(view, event, lookup);
  return [
    {
      ...reportCells(report),
      event_type: event.event,
      event_date: nearest(scene, event.trigger, dayOf) ?? null,
      source_country: listCell(source.map(({ country }) => country)),
      source_sector: listCell(source.map(({ sector }) => sector)),
      target_country: listCell(target.map(({ country }) => country)),
      target_sector: listCell(target.map(({ sector }) => sector)),
      ...placeCells(scene, event.trigger),
      ...sentenceCells(report, sentence),
      because: event.because,
    },
  ];
}

/** Of the mentions in a sentence that say something, the one nearest to the event's trigger. */
function nearest<T>(
  { view, sentence }: Scene,
  trigger: number,
  says: (mention: Mention) => T | undefined,
): T | undefined {
  const found = view.reading.mentions
    .filter((mention) => mention.sentence === sentence.index)
    .map((mention) => ({ said: says(mention), away: Math.abs(mention.head - trigger) }))
    .filter(({ said }) => said !== undefined)
    .sort((a, b) => a.away - b.away);
  return found[0]?.said;
}

function dayOf(mention: Mention): Day | undefined {
  if (mention.type !== 'time' || mention.time.basis === 'unknown') return undefined;
  const { start, end } = mention.time;
  return start === end ? start : undefined;
}

const placeOf = (mention: Mention): ResolvedPlace | undefined =>
  mention.type === 'place' && mention.use !== 'metonym' && isResolved(mention.place)
    ? mention.place
    : undefined;

function placeCells(scene: Scene, trigger: number): Row {
  const place = nearest(scene, trigger, placeOf);
  const country = place && scene.lookup.countryOf(place.id);
  return {
    place: place?.path.join(' / ') ?? null,
    place_country: (country === undefined ? undefined : scene.lookup.iso3(country)) ?? null,
  };
}

const NEGATIONS = new Set(['not', 'no', 'never', "n't", 'nobody', 'none']);

/** "No shots were fired", "did not attack": nothing happened that a record could be of. */
const isDenied = (view: TextView, trigger: number) =>
  [trigger, ...view.children(trigger).filter((child) => isSubject(view, child))].some((index) =>
    [index, ...view.children(index)].some((child) => NEGATIONS.has(view.lemma(child))),
  );

const isSubject = (view: TextView, index: number) => view.token(index).deprel.startsWith('nsubj');
