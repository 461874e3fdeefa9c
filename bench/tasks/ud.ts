import { loadModels } from '../../src/node/models.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import type { Parser } from '../../src/reading/parser.ts';
import type { Tagger } from '../../src/reading/tagger.ts';
import { readConllu, type TreebankSentence } from '../../training/conllu.ts';
import type { BenchOptions, BenchResult, BenchTask } from '../task.ts';

const share = (part: number, whole: number) =>
  whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;

/**
 * Gold tokens, predicted tags. Tags over all words; attachment without punctuation. `las` takes whole
 * labels ("nsubj:pass"); `lasUniversal` the part before the colon, as the CoNLL 2018 scorer does.
 */
function score(sentences: readonly TreebankSentence[], tagger: Tagger, parser: Parser) {
  const right = { upos: 0, xpos: 0, uas: 0, las: 0, lasUniversal: 0 };
  let words = 0;
  let scored = 0;
  for (const gold of sentences) {
    const tags = tagger.tag(gold.words);
    const { heads, labels } = parser.parse(gold.words, tags);
    gold.words.forEach((_, i) => {
      words++;
      if (tags[i]!.upos === gold.upos[i]) right.upos++;
      if (tags[i]!.xpos === gold.xpos[i]) right.xpos++;
      if (gold.upos[i] === 'PUNCT') return;
      scored++;
      if (heads[i] !== gold.heads[i]) return;
      right.uas++;
      if (labels[i] === gold.deprels[i]) right.las++;
      if (universal(labels[i]!) === universal(gold.deprels[i]!)) right.lasUniversal++;
    });
  }
  return {
    upos: share(right.upos, words),
    xpos: share(right.xpos, words),
    uas: share(right.uas, scored),
    las: share(right.las, scored),
    lasUniversal: share(right.lasUniversal, scored),
    words,
  };
}

const universal = (label: string) => label.split(':', 1)[0];

export const task: BenchTask = {
  name: 'ud',
  about: 'UPOS, UAS and LAS with gold tokens and predicted tags; --data: CoNLL-U.',
  async run({ data }: BenchOptions): Promise<BenchResult> {
    const { tagger, parser } = await loadModels(packageRoot());
    const sentences = data.flatMap(readConllu);
    const news = sentences.filter(({ document }) => document.startsWith('GUM_news'));
    const metrics = score(sentences, tagger, parser);
    return {
      task: 'ud',
      n: sentences.length,
      metrics: news.length === 0 ? metrics : { ...metrics, gumNews: score(news, tagger, parser) },
    };
  },
};
