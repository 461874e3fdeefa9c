import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isResolved, type Claim } from '../../src/domain/index.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadResources } from '../../src/node/resources.ts';
import { readReport } from '../../src/reader.ts';
import { reportOf } from '../report.ts';
import {
  BETWEEN,
  OPEN,
  OPENINGS,
  QUIET,
  SPEAKERS,
  TOLD,
  UNLISTED,
  WARS,
} from '../surroundings/words.ts';
import type { BenchTask } from '../task.ts';

const FORMS = join(packageRoot(), 'test', 'claims', 'forms.txt');
const STANDS = /^control\.(captured|recaptured|surrendered|held|withdrawn|besieged)$/;
/** What is taken as known whatever is said of the rest, and clauses that are negative by themselves. */
const KNOWN =
  /[,;:"]|\. |-(held|controlled|occupied)|besieged city|no longer|\bno\b|single|\b(say|said|claim\w*|told|If|announced?)\b|There (is|are)|It was|towns that|and then/;
const ARTICLE = /^(The|An?|It|After|Only) /;

/** Ways to say that Herat is taken, held, left or fought for, as sentences. */
async function sentencesOf(): Promise<readonly string[]> {
  const forms = (await readFile(FORMS, 'utf8')).split('\n');
  return forms
    .filter((form) => form.startsWith('> ') && form.includes(' | Herat | '))
    .filter((form) => !form.startsWith('> relieved'))
    .map((form) => form.split(' | ').at(-1)!);
}

const isElsewhere = (town: string) => (claim: Claim) =>
  claim.kind.startsWith('control.') && isResolved(claim.place) && claim.place.name !== town;

const isStated = ({ kind, polarity, modality }: Claim) =>
  STANDS.test(kind) && polarity === 'positive' && modality === 'stated';

export const task: BenchTask = {
  name: 'surroundings',
  about:
    'The ways to say that a town is taken, held or left (test/claims/forms.txt), put into other words: what is then told that nobody said, of how many. --show prints each.',
  async run({ flags, print }) {
    const resources = await loadResources();
    const claimsIn = (body: string) =>
      readReport(reportOf(body, { outlet: 'Test', published: '2021-08-12' }), resources).claims;
    const sentences = await sentencesOf();
    const clauses = sentences
      .filter((sentence) => sentence.endsWith('.') && !KNOWN.test(sentence))
      .map((sentence) => sentence.slice(0, -1));
    const wrong = (texts: readonly string[], isWrong: (claims: readonly Claim[]) => boolean) => {
      const found = texts.filter((text) => isWrong(claimsIn(text)));
      if (flags['show'] === 'true') for (const text of found) print(text);
      return { wrong: found.length, of: texts.length };
    };
    const unlisted = UNLISTED.map((name) => {
      const texts = sentences
        .filter((sentence) => !sentence.includes('Kunduz'))
        .map((sentence) => `${QUIET} ${sentence.replaceAll('Herat', name)}`);
      return [name, wrong(texts, (claims) => claims.some(isElsewhere(name)))];
    });
    const capitals = WARS.map((war) => {
      const texts = OPENINGS.flatMap((opens) =>
        BETWEEN.flatMap((aside) =>
          TOLD.map((told) => [opens, aside, told].map((words) => words(war)).join(' ')),
        ),
      );
      return [
        war.town,
        wrong(texts, (claims) => claims.filter(stands).some(isElsewhere(war.town))),
      ];
    });
    const fill = (words: string, clause: string) =>
      words.replace('SENTENCE', clause).replace('CLAUSE', clause.replace(ARTICLE, lowered));
    const open = OPEN.map((words) => {
      const texts = clauses.map((clause) => fill(words, clause));
      return [words, wrong(texts, (claims) => claims.some(isStated))];
    });
    const speakers = SPEAKERS.map(([words, who]) => {
      const texts = clauses.map((clause) => fill(words, clause));
      const isHis = ({ chain }: Claim) => who.test(chain[0]?.name ?? '');
      return [words, wrong(texts, (claims) => !claims.filter(stands).every(isHis))];
    });
    return {
      task: 'surroundings',
      n: sentences.length,
      metrics: {
        'told of another town than one that no list has': Object.fromEntries(unlisted),
        'told of a capital': Object.fromEntries(capitals),
        'stated though left open': Object.fromEntries(open),
        'not told by its speaker': Object.fromEntries(speakers),
      },
    };
  },
};

const lowered = (word: string) => word.toLowerCase();

const stands = ({ kind }: Claim) => STANDS.test(kind);
