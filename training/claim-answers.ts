import { agreesButActor, scoreItem } from '../bench/control/score.ts';
import { type ControlItem, reportOf } from '../bench/replay/data.ts';
import { ruled, told } from '../src/claims/extract.ts';
import type { Finished } from '../src/claims/finish.ts';
import { merge } from '../src/claims/merge.ts';
import { searchOf } from '../src/claims/search.ts';
import { claimFeatures } from '../src/claims/sureness/claim-features.ts';
import { claimsBySentence } from '../src/claims/sureness/index.ts';
import { viewOf } from '../src/claims/text-view.ts';
import type { Claim } from '../src/domain/index.ts';
import type { WordSenses } from '../src/reading/perceptron/word-senses.ts';
import { read } from '../src/reading/read.ts';
import type { ReaderResources } from '../src/reader.ts';
import type { Answered } from './train-answers.ts';

export type Parts = Omit<ReaderResources, 'sureness'>;

/** For each claim about control that the rules make of a report, whether it is one of those annotated. */
export function claimAnswers(
  item: ControlItem,
  parts: Parts,
  senses: WordSenses,
): readonly Answered[] {
  const report = reportOf(item);
  const { title } = report;
  const apart = title !== null && !report.body.includes(title);
  const heading = apart ? read({ ...report, body: title }, parts) : undefined;
  const search = searchOf(viewOf(read(report, parts)), parts, heading);
  const drafts = ruled(search);
  const inSentence = claimsBySentence(search, drafts);
  const finished = told(search, drafts);
  const { matched, missed, spurious } = scoreItem(item, merge(finished), parts);
  const answer = (claim: Claim, right: boolean): readonly Answered[] => {
    const one = finished.find((each) => isSame(each, claim));
    if (!one) return [];
    const beside = inSentence.get(search.view.token(one.trigger).sentence) ?? 0;
    const features = claimFeatures(search, { one, beside }, senses);
    return [{ features, answers: Uint8Array.of(Number(right)) }];
  };
  return [
    ...matched.flatMap(({ coded }) => answer(coded.claim, true)),
    // A claim that leaves open who is right by the rest of what it says.
    ...spurious.flatMap((one) =>
      answer(
        one.claim,
        one.actor === null && missed.some((gold) => agreesButActor(gold, one, parts)),
      ),
    ),
  ];
}

const isSame = ({ claim }: Finished, other: Claim) =>
  claim.kind === other.kind && claim.place === other.place && claim.evidence === other.evidence;
