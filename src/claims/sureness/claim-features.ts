import { hashText } from '../../reading/perceptron/hash.ts';
import type { WordSenses } from '../../reading/perceptron/word-senses.ts';
import { fold, plainForm } from '../../reading/perceptron/words.ts';
import type { Finished } from '../finish.ts';
import type { Search } from '../search.ts';
import { Features } from './features.ts';
import { controlGroup } from './groups.ts';

/** A claim with how many the rules find in its sentence. */
export interface Judged {
  readonly one: Finished;
  readonly beside: number;
}

type Add = (name: string, a?: number | string, b?: number | string) => void;

/** Hashes of what may tell whether a claim is what the words say. */
export function claimFeatures(search: Search, judged: Judged, senses: WordSenses): Int32Array {
  const { claim } = judged.one;
  const features = new Features();
  const group = controlGroup(claim.kind) ?? claim.kind;
  const add: Add = (name, a = 0, b = 0) => {
    features.add(name, a, b);
    features.add(name, a, b, group);
  };
  features.add('any');
  features.add('kind', claim.kind);
  features.add('rule', claim.rule.split(':')[0]);
  features.add('frame', claim.rule, claim.kind);
  ofClaim(judged.one, add);
  ofTrigger(search, judged.one, senses, add);
  ofSentence(search, judged, add);
  return features.hashes;
}

const tenth = (value: number) => Math.round(value * 10);

function ofClaim({ claim }: Finished, add: Add): void {
  const { place, actor, chain } = claim;
  add('modality', claim.modality, claim.polarity);
  add('by the rules', tenth(claim.confidence));
  add('actor', actor ? (actor.id === undefined ? 'unlisted' : 'listed') : 'none');
  add('side inferred', claim.inferred?.actor ?? '-');
  if ('id' in place) add('place', place.precision, tenth(place.confidence));
  else add('place', 'unresolved');
  add('part', String(claim.facility !== undefined));
  add('when', claim.when.basis);
  add('stance', claim.stance);
  add('chain', chain.length, chain.at(-1)?.role ?? '-');
}

function ofTrigger({ view }: Search, { trigger }: Finished, senses: WordSenses, add: Add): void {
  const { xpos, deprel } = view.token(trigger);
  const hash = hashText(fold(plainForm(view.lemma(trigger))));
  add('trigger', hash);
  for (const sense of [senses.fine(hash), senses.middle(hash), senses.coarse(hash)])
    add('trigger sense', sense);
  add('trigger tag', xpos, deprel);
  const passive = view.children(trigger).some((c) => view.token(c).deprel.endsWith(':pass'));
  add('passive', String(passive));
}

const most = (limit: number, value: number) => Math.min(limit, Math.floor(value));

function ofSentence({ view, sides }: Search, { one, beside }: Judged, add: Add): void {
  const { place, evidence } = one.claim;
  const { reading } = view;
  const { sentence, start: from } = view.token(one.trigger);
  const { first, last, start, end } = reading.sentences[sentence]!;
  const named = reading.mentions.filter(
    (mention) => mention.type === 'place' && mention.sentence === sentence,
  );
  add('length', most(6, (last - first) / 8));
  add('places', most(4, named.length));
  add('sides', most(3, sides.length));
  add('claims', most(4, beside));
  add('quoted', String(/["“]/.test(reading.report.body.slice(evidence.start, evidence.end))));
  add('span', most(6, (evidence.end - evidence.start) / 25));
  const at = place.start;
  const isHere = at !== undefined && at >= start && at < end;
  add('named here', String(isHere));
  if (isHere) add('apart', at < from ? 'before' : 'after', most(5, Math.abs(at - from) / 15));
}
