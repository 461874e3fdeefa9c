import type { ClaimRule, Draft, Search } from '../draft.ts';
import { labelPlace } from '../line-label.ts';
import { participantsAt } from '../participant.ts';
import { surfaceSubject } from '../subject.ts';
import type { TextView } from '../text-view.ts';
import { territoriesAt } from '../territory/index.ts';

const HELD = /^(held|controlled|occupied|ruled|run|administered|governed|dominated)$/i;

/** "rebel-held Aleppo", "the government-controlled town of Kang". */
export const heldCompound: ClaimRule = {
  name: 'held-compound',
  about: 'A holder joined by a hyphen to "held" or "controlled" before a place.',
  examples: {
    yes: [
      'Goma: rebel-held, no change.',
      'The RSF has besieged El Fasher, the last army-held capital in the region.',
      'Shells hit rebel-held Aleppo on Monday.',
      'People left Taliban-controlled Ghazni.',
      'The Taliban-controlled city of Herat was calm.',
      'The town of Goma is rebel-held. M23 shelled Bukavu.',
      'M23 shelled Bukavu. Goma is the largest M23-held city.',
    ],
    no: ['The state-run agency in Kabul said so.', 'He took a hand-held camera to Herat.'],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      const { text } = search.view.token(i);
      if (!HELD.test(text) || search.view.tokens[i - 1]?.text !== '-') continue;
      const draft = at(search, i);
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, held: number): Draft | undefined {
  const { view } = search;
  const holder = held - 2;
  const actor = view.tokens[holder] ? participantsAt(search, holder)[0] : undefined;
  if (!actor?.armed) return undefined;
  const draft = (place: number, judged?: Pick<Draft, 'modality' | 'polarity'>): Draft => ({
    kind: 'control.held',
    rule: 'held-compound',
    trigger: held,
    tokens: [holder, held],
    actor,
    territories: territoriesAt(search, place).slice(0, 1),
    ...judged,
  });
  for (let i = held + 1; i < held + 6; i++) {
    const token = view.tokens[i];
    if (
      !token ||
      token.sentence !== view.token(held).sentence ||
      /^(VERB|PUNCT)$/.test(token.upos) ||
      (token.upos === 'ADP' && !isClassOf(search, i))
    )
      break;
    const mention = view.place(i);
    if (mention) return draft(mention.head, { modality: 'stated', polarity: 'positive' });
  }
  const subject = surfaceSubject(view, isPredicate(view, held) ? held : holder);
  const copula = isPredicate(view, held) || isPredicate(view, holder);
  if (copula && subject !== undefined && territoriesAt(search, subject).length > 0)
    return draft(subject);
  // "Marib is the last government-held city"
  const { head } = view.token(held);
  const named = head > held && isPredicate(view, head) ? surfaceSubject(view, head) : undefined;
  if (named !== undefined && view.place(named)) return draft(named);
  // "El Fasher, the last army-held capital in the region": what is told of it stands beside the name.
  const beside = head > held && view.token(head).deprel === 'appos' ? view.token(head).head : -1;
  if (beside >= 0 && view.place(beside)) return draft(beside);
  // "Homs: government-held, no change."
  const label = labelPlace(view, view.reading.sentences[view.token(held).sentence]!);
  return !label || label.last > holder ? undefined : draft(label.head);
}

/** "the rebel-held town of Kang" */
const isClassOf = ({ view, lexicon }: Search, of: number) =>
  view.token(of).text === 'of' && lexicon.has('placeClasses', view.lemma(of - 1));

/** "The town is rebel-held": to some trees the holder is the predicate. */
const isPredicate = (view: TextView, token: number) =>
  view.children(token).some((child) => view.token(child).deprel === 'cop');
