import { codeTemplate } from '../../src/codebooks/muc4/code.ts';
import { SLOTS, type Template } from '../../src/codebooks/muc4/slots.ts';
import { loadMuc4, muc4Resources } from '../../src/node/muc4.ts';
import { loadResources } from '../../src/node/resources.ts';
import { readReport } from '../../src/reader.ts';
import { CAUSES, causesOf } from '../muc4/causes.ts';
import { type Muc4Document, readDocuments } from '../muc4/data.ts';
import {
  type FoundRoles,
  isEqual,
  noCounts,
  scoresOf,
  sharesHead,
  tally,
  total,
} from '../muc4/score.ts';
import type { BenchTask } from '../task.ts';

export const task: BenchTask = {
  name: 'muc4',
  about:
    'Fillers of MUC-4 templates, by report. --data FILE.json; --show prints what was missed and too much.',
  async run({ data, flags, print }) {
    const resources = await loadResources();
    const model = await loadMuc4();
    const words = await muc4Resources(resources);
    const documents = data.flatMap(readDocuments);
    const exact = noCounts();
    const head = noCounts();
    const causes = new Map(CAUSES.map((cause) => [cause, 0]));
    for (const document of documents) {
      const { reading, claims } = readReport(document.report, resources);
      const template = codeTemplate(reading, claims, words, model);
      const found = textsOf(template);
      tally(exact, document.gold, found, isEqual);
      tally(head, document.gold, found, sharesHead);
      for (const cause of causesOf(document.gold, found)) causes.set(cause, causes.get(cause)! + 1);
      if (flags['show'] === 'true') show(document, template, print);
    }
    const lenient = scoresOf(total(head));
    const { f1, precision, recall } = scoresOf(total(exact));
    return {
      task: 'muc4',
      n: documents.length,
      metrics: {
        f1,
        precision,
        recall,
        slots: Object.fromEntries(SLOTS.map((slot) => [slot, scoresOf(exact[slot])])),
        headNoun: {
          ...lenient,
          slots: Object.fromEntries(SLOTS.map((slot) => [slot, scoresOf(head[slot]).f1])),
        },
        causes: Object.fromEntries(causes),
      },
    };
  },
};

const textsOf = (template: Template) =>
  Object.fromEntries(
    SLOTS.map((slot) => [slot, template[slot].map(({ text }) => text)]),
  ) as unknown as FoundRoles;

function show({ id, gold }: Muc4Document, template: Template, print: (line: string) => void) {
  for (const slot of SLOTS) {
    const found = template[slot].map(({ text, confidence }) => `${text} ${confidence.toFixed(2)}`);
    if (found.length + gold[slot].length > 0)
      print(`${id} ${slot}: ${JSON.stringify(gold[slot])} | ${found.join(' | ')}`);
  }
}
