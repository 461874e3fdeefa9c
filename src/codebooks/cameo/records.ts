import { viewOf } from '../../claims/text-view.ts';
import type { Column, Row } from '../codebook.ts';
import { codeSentence } from '../plover/code.ts';
import type { EventClass, PloverLexicon } from '../plover/lexicon.ts';
import {
  type CodedReport,
  listCell,
  oneLine,
  REPORT_COLUMNS,
  reportCells,
  type ReportCodebook,
  SENTENCE_COLUMNS,
  sentenceCells,
} from '../report-codebook.ts';
import type { EventRole, RoleSpan, RoleTagger } from './role-tagger.ts';

export interface CameoResources {
  readonly tagger: RoleTagger;
  readonly lexicon: PloverLexicon;
}

/**
 * CAMEO's root code for a PLOVER event type: PLOVER merged CAMEO's roots one by one, so that the way
 * back is one root each (manual, table of correspondences); "yield" took in retreats.
 */
const ROOTS: Readonly<Record<EventClass, string>> = {
  AGREE: '03',
  CONSULT: '04',
  SUPPORT: '05',
  COOPERATE: '06',
  AID: '07',
  CONCEDE: '08',
  RETREAT: '08',
  INVESTIGATE: '09',
  DEMAND: '10',
  DISAPPROVE: '11',
  REJECT: '12',
  THREATEN: '13',
  PROTEST: '14',
  MOBILIZE: '15',
  SANCTION: '16',
  COERCE: '17',
  ASSAULT: '18',
  FIGHT: '19',
};

const QUAD_CLASSES = [
  { last: 5, name: 'verbal cooperation' },
  { last: 9, name: 'material cooperation' },
  { last: 13, name: 'verbal conflict' },
  { last: 20, name: 'material conflict' },
] as const;

const COLUMNS: readonly Column[] = [
  ...REPORT_COLUMNS,
  { name: 'root_code', about: 'CAMEO root code, 03 to 19; empty when no event type was found' },
  { name: 'quad_class', about: 'verbal or material, cooperation or conflict' },
  { name: 'source', about: 'who acts, in the words of the text' },
  { name: 'target', about: 'upon whom' },
  { name: 'both', about: 'those who act with each other' },
  ...SENTENCE_COLUMNS,
];

/** One record for each sentence in which somebody acts. */
export const cameoCodebook = (resources: CameoResources): ReportCodebook => ({
  name: 'cameo',
  about: 'CAMEO source and target spans with root code and quad class, one record a sentence.',
  source: 'CAMEO codebook 1.1b3 (2012), P. A. Schrodt',
  columns: COLUMNS,
  codeReport: (coded) => records(coded, resources),
});

function records({ report, reading }: CodedReport, { tagger, lexicon }: CameoResources) {
  const view = viewOf(reading);
  const spans = tagger.tag(reading, reading.mentions);
  return reading.sentences.flatMap((sentence): readonly Row[] => {
    const own = spans.filter((span) => span.first >= sentence.first && span.last <= sentence.last);
    if (own.length === 0) return [];
    const event = codeSentence(view, sentence, lexicon)?.event;
    const root = event === undefined ? null : ROOTS[event];
    return [
      {
        ...reportCells(report),
        root_code: root,
        quad_class:
          QUAD_CLASSES.find(({ last }) => root !== null && Number(root) <= last)?.name ?? null,
        ...roleCells(own, textOf),
        ...sentenceCells(report, sentence),
      },
    ];
  });

  function textOf({ first, last }: RoleSpan): string {
    const { start, end } = view.span(first, last);
    return oneLine(report.body.slice(start, end));
  }
}

function roleCells(spans: readonly RoleSpan[], textOf: (span: RoleSpan) => string): Row {
  const cell = (role: EventRole) =>
    listCell(spans.filter((span) => span.role === role).map(textOf));
  return { source: cell('source'), target: cell('target'), both: cell('both') };
}
