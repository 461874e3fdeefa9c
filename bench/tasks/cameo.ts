import { loadRoleTagger } from '../../src/node/cameo.ts';
import { loadResources } from '../../src/node/resources.ts';
import { readSentence, readSentences } from '../cameo/data.ts';
import { metricsOf, scoreRoles } from '../cameo/score.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import type { BenchTask } from '../task.ts';

export const task: BenchTask = {
  name: 'cameo',
  about:
    'Source (S) and target (T) spans of political events; R are those who are both. --data FILE.conll, word and BIO label a line. A span counts as right in overlapF1 when a gold span of its role shares a word with it.',
  async run({ data }) {
    const resources = await loadResources();
    const tagger = await loadRoleTagger(packageRoot());
    const sentences = data.flatMap(readSentences).map((sentence) => {
      const one = readSentence(sentence, resources);
      return { ...one, found: tagger.tag(one.reading, one.reading.mentions) };
    });
    return { task: 'cameo', n: sentences.length, metrics: metricsOf(scoreRoles(sentences)) };
  },
};
