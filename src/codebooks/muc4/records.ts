import type { Column } from '../codebook.ts';
import { listCell, REPORT_COLUMNS, reportCells, type ReportCodebook } from '../report-codebook.ts';
import { codeTemplate, type Muc4Model, type Muc4Resources } from './code.ts';
import { type Slot, SLOTS } from './slots.ts';

const ABOUT: Readonly<Record<Slot, string>> = {
  perp_individual_id: 'persons who did it, as the text has them',
  perp_organization_id: 'organisations behind it',
  phys_tgt_id: 'things attacked',
  hum_tgt_name: 'persons attacked, by name',
  incident_instrument_id: 'weapons',
};

const COLUMNS: readonly Column[] = [
  ...REPORT_COLUMNS,
  ...SLOTS.map((slot) => ({ name: slot, about: ABOUT[slot] })),
];

/** What fills the string slots of a MUC-4 template, all attacks of a report together. */
export const muc4Codebook = (resources: Muc4Resources, model: Muc4Model): ReportCodebook => ({
  name: 'muc4',
  about:
    'Fillers of the string slots of MUC-4 templates, one row a report; empty without an attack.',
  source: 'Proceedings of the Fourth Message Understanding Conference (1992)',
  columns: COLUMNS,
  codeReport: ({ report, reading, claims }) => {
    const template = codeTemplate(reading, claims, resources, model);
    const fillers = SLOTS.map((slot) => [slot, listCell(template[slot].map(({ text }) => text))]);
    return [{ ...reportCells(report), ...Object.fromEntries(fillers) }];
  },
});
