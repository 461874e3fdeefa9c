import { loadResources } from '../../src/node/resources.ts';
import { readReport } from '../../src/reader.ts';
import { binsOf, calibrationError, ranking } from '../control/calibration.ts';
import { causesOf, type Cause } from '../control/causes.ts';
import { dateAgrees, scoreItem, sourceAgrees, strict, type ItemScore } from '../control/score.ts';
import { loadItems, reportOf, type ControlItem } from '../replay/data.ts';
import type { BenchTask } from '../task.ts';

const round = (value: number) => Math.round(value * 10_000) / 10_000;
const f1 = (right: number, found: number, gold: number) =>
  found + gold === 0 ? 0 : (2 * right) / (found + gold);

function print(score: ItemScore, line: (text: string) => void) {
  line(`## ${score.item.id} ${score.item.text}`);
  for (const { gold, coded } of score.matched)
    line(
      `  = ${gold.kind} | ${gold.place} | ${gold.modality}/${coded.modality} | ${gold.date}/${coded.claim.when.start} | ${gold.source}/${coded.claim.chain.map(({ name }) => name).join(' – ')} | ${coded.claim.rule}`,
    );
  for (const gold of score.missed)
    line(`  - ${gold.kind} | ${gold.place} | ${gold.actor} | ${gold.modality} | ${gold.evidence}`);
  for (const { claim, actor, group, modality } of score.spurious)
    line(
      `  + ${group} | ${'id' in claim.place ? `${claim.place.name} (${claim.place.precision})` : claim.place.text}: ${claim.facility ?? ''} | ${actor} | ${modality} | ${claim.rule} | ${claim.evidence.exact}`,
    );
  for (const { claim } of score.falseCaptures) line(`  !! ${claim.rule} | ${claim.evidence.exact}`);
}

/** As a ticker has it. */
const inCapitals = (item: ControlItem): ControlItem => ({
  ...item,
  text: item.text.toUpperCase(),
  title: item.title.toUpperCase(),
});

export const task: BenchTask = {
  name: 'control',
  about:
    'Claims about control of named places. --data FILE.jsonl (repeatable), --show to print every item with what was missed (-) and what was too much (+), --capitals to read them in capitals.',
  async run({ data, flags, print: line }) {
    const resources = await loadResources();
    const loaded = await loadItems(data);
    const items = flags['capitals'] === undefined ? loaded : loaded.map(inCapitals);
    const reads = items.map((item) => readReport(reportOf(item), resources));
    const scores = items.map((item, i) => scoreItem(item, reads[i]!.claims, resources));
    const causes = new Map<Cause, number>();
    for (const [i, score] of scores.entries())
      for (const cause of causesOf(score, reads[i]!.reading, resources))
        causes.set(cause, (causes.get(cause) ?? 0) + 1);
    for (const [cause, n] of causes) line(`missed, ${cause}: ${n}`);
    if (flags.show === 'true') for (const score of scores) print(score, line);
    const bins = binsOf(scores);
    for (const { from, n, confidence, right } of bins)
      line(
        `confidence ${from.toFixed(1)}: n ${n}, mean ${confidence.toFixed(3)}, right ${right.toFixed(3)}`,
      );
    const all = scores.flatMap((score) =>
      score.matched.map((match) => ({ match, item: score.item })),
    );
    const found = scores.reduce((n, score) => n + score.matched.length + score.spurious.length, 0);
    const gold = scores.reduce((n, score) => n + score.matched.length + score.missed.length, 0);
    const share = (values: readonly boolean[]) =>
      values.length === 0 ? 0 : round(values.filter(Boolean).length / values.length);
    const strictRight = all.filter(({ match }) => strict(match)).length;
    const dates = all.map(({ match }) => dateAgrees(match)).filter((value) => value !== null);
    return {
      task: 'control',
      n: items.length,
      metrics: {
        f1: round(f1(all.length, found, gold)),
        precision: round(all.length / Math.max(1, found)),
        recall: round(all.length / Math.max(1, gold)),
        strictF1: round(f1(strictRight, found, gold)),
        place: share(all.map(({ match }) => strict(match))),
        actor: actorShare(scores),
        date: share(dates),
        source: share(all.map(({ match, item }) => sourceAgrees(match, item, resources.actors))),
        modality: share(all.map(({ match }) => match.gold.modality === match.coded.modality)),
        falseCaptures: scores.reduce((n, score) => n + score.falseCaptures.length, 0),
        calibrationError: round(calibrationError(bins)),
        ranking: round(ranking(scores)),
        gold,
        found,
      },
    };
  },
};

/** Of the annotated statements found at their words whoever acts, the share with the right actor. */
function actorShare(scores: readonly ItemScore[]): number {
  const matched = scores.reduce((n, score) => n + score.matched.length, 0);
  const wrong = scores.reduce((n, score) => n + score.wrongActor, 0);
  return matched + wrong === 0 ? 0 : round(matched / (matched + wrong));
}
