import { viewOf } from '../../claims/text-view.ts';
import { supplied } from '../../domain/index.ts';
import type { Cell, Column } from '../codebook.ts';
import { listCell, REPORT_COLUMNS, reportCells, type ReportCodebook } from '../report-codebook.ts';
import { codeRelease, type IsafRecord } from './code.ts';

const FIELDS: Readonly<Record<keyof IsafRecord, string>> = {
  start_date: 'day of the operation',
  event_type: 'detention, insurgentskilled, captureandkill or airstrike',
  province: 'province of Afghanistan, in the spelling of the set',
  target_group: 'taliban, haqqani, hig, imu or aq',
  min_killed: 'people killed, at least',
  min_captured: 'people captured, at least',
  killq: 'whether anybody was killed',
  captureq: 'whether anybody was captured',
  killcaptureraid: 'whether the force came for somebody',
  airstrike: 'whether there was an air strike',
  noshotsfired: 'whether no shot was fired',
  min_leaders_killed: 'leaders killed, at least',
  min_leaders_captured: 'leaders captured, at least',
};

const NAMES = Object.keys(FIELDS) as (keyof IsafRecord)[];

const COLUMNS: readonly Column[] = [
  ...REPORT_COLUMNS,
  ...NAMES.map((name) => ({ name, about: FIELDS[name] })),
];

const cellOf = (value: IsafRecord[keyof IsafRecord]): Cell =>
  typeof value === 'object' && value !== null ? listCell(value) : value;

/** The thirteen fields of each report; meant for press releases on operations in Afghanistan. */
export const ISAF: ReportCodebook = {
  name: 'isaf',
  about: 'The thirteen fields of the ISAF press release set, one row a report.',
  source: 'A. Strick van Linschoten and F. Kuehn, A Knock on the Door (2011)',
  columns: COLUMNS,
  codeReport: ({ report, reading }) => {
    const record = codeRelease(viewOf(reading), supplied(report.published));
    return [
      {
        ...reportCells(report),
        ...Object.fromEntries(NAMES.map((name) => [name, cellOf(record[name])])),
      },
    ];
  },
};
