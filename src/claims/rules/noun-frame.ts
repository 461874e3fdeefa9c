import { argumentsOfNoun, carrierAfter, joinedTo } from '../arguments.ts';
import { behind } from '../clause.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { draftFrom } from '../frame-roles.ts';
import type { Frame } from '../lexicon.ts';
import { governing } from '../side.ts';
import { antecedent } from '../antecedent.ts';
import { SUBJECT, surfaceSubject } from '../subject.ts';

/** Nouns of the lexicon: "the capture of Goma", "fighting in Herat", "the Taliban takeover of Kunduz". */
export const nounFrame: ClaimRule = {
  name: 'noun-frame',
  about: 'A noun of data/lexicon with what stands around it and around the verb that carries it.',
  examples: {
    yes: [
      'The capture of Goma by M23 rebels came on Monday.',
      'Fighting is still raging in Herat.',
    ],
    no: ['The capture of carbon in Herat is costly.'],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      const { upos, xpos, deprel } = search.view.token(i);
      // "Fighting is raging": a verbal noun that the tagger took for a verb.
      const verbal =
        (xpos === 'VBG' &&
          (/^[nc]subj/.test(deprel) ||
            carrierAfter(search.view, i) !== undefined ||
            isSubjectless(search, i))) ||
        isMistagged(search, i);
      if (upos !== 'NOUN' && upos !== 'PROPN' && !verbal) continue;
      for (const frame of framesAt(search, i)) {
        const draft = atNoun(search, i, frame);
        if (draft) drafts.push(draft);
      }
    }
    return drafts;
  },
};

/** "Fighting for the town entered its third week": to the tree, in the manner of an aside. */
const isSubjectless = ({ view }: Search, index: number) => {
  const { deprel, head } = view.token(index);
  const subject =
    head > index && view.children(head).some((c) => SUBJECT.test(view.token(c).deprel));
  return (
    deprel === 'advcl' && head > index && !subject && /^Fighting$/i.test(view.token(index).text)
  );
};

/** "pressing their offensive": a quality to the tagger. */
const isMistagged = ({ view }: Search, index: number) =>
  view.token(index).upos === 'ADJ' && /^(?:obj|nsubj)/.test(view.token(index).deprel);

function framesAt({ view, lexicon }: Search, index: number): readonly Frame[] {
  const lemma = view.lemma(index);
  const form = view.token(index).text.toLowerCase();
  // A capital at the head of a sentence may have hidden the lemma: "Clashes broke out".
  const single = [lemma, form, form.replace(/s$/, ''), form.replace(/es$/, '')];
  // Most nouns are none of the lexicon's.
  if (!single.some((word) => lexicon.nounEnds.has(word))) return [];
  const before = view.tokens[index - 1];
  const pairs = before
    ? [`${view.lemma(index - 1)} ${lemma}`, `${before.text.toLowerCase()} ${form}`]
    : [];
  for (const key of [...pairs, ...single]) {
    const frames = lexicon.nouns.get(key);
    if (frames) return frames;
  }
  return [];
}

function atNoun(search: Search, noun: number, frame: Frame): Draft | undefined {
  const { deprel, upos, sentence } = search.view.token(noun);
  if (deprel === 'compound' || search.view.place(noun)) return undefined;
  // "Sioux Falls": a capital within the sentence is a name's.
  if (upos === 'PROPN' && noun > search.view.reading.sentences[sentence]!.first + 1)
    return undefined;
  const transitive = !(frame.roles.place?.[0] === 'subject' || frame.kind === 'control.withdrawn');
  // "the collapse of a bridge in Goma": only of a town is it a fall.
  if (search.view.lemma(noun) === 'collapse' && !isOfTown(search, noun)) return undefined;
  const found = argumentsOfNoun(search.view, noun, transitive);
  const host = whoseIs(search.view, noun) ?? sceneOf(search, noun, frame);
  const loser = admits(search.view, noun, frame);
  const args = {
    ...found,
    ...(host === undefined ? {} : { [transitive ? 'object' : 'subject']: [host] }),
    ...(loser === undefined ? {} : { subject: [loser] }),
  };
  // "Moscow's biggest loss": the owner of a loss is who loses, never what is lost.
  const bare =
    frame.gainer === 'unsaid' &&
    behind(search.view, noun, 'of').length === 0 &&
    host === undefined &&
    !isLostTown(search, noun);
  if (bare) return undefined;
  return draftFrom(search, { frame, args, matched: [], rule: `noun-frame:${frame.name}` });
}

const ADMITS = /^(?:admit|concede|acknowledge|confirm|recognise|recognize)$/;

/** "The RSF admitted the loss of Sinja": it is who lost it. */
function admits(view: Search['view'], noun: number, { name }: Frame): number | undefined {
  const { deprel, head } = view.token(noun);
  if (name !== 'lose' || deprel !== 'obj' || !ADMITS.test(view.lemma(head))) return undefined;
  return surfaceSubject(view, head);
}

/** "Kunduz, whose fall …", "the city, whose loss is a blow": the place before the pronoun. */
function whoseIs(view: Search['view'], noun: number): number | undefined {
  const pronoun = view.children(noun).find((child) => view.lemma(child) === 'whose');
  const before = pronoun === undefined ? undefined : antecedent(view, pronoun);
  return before !== undefined && view.place(before) ? before : undefined;
}

/** "Panjwai's loss", "Herat's loss to the rebels": what a town loses would be told with more words. */
function isLostTown(search: Search, noun: number): boolean {
  const { view } = search;
  const children = view.children(noun);
  const owner = children.find((child) => view.token(child).deprel === 'nmod:poss');
  if (owner === undefined || view.lemma(noun) !== 'loss' || view.token(noun).xpos === 'NNS')
    return false;
  const place = view.place(owner)?.place;
  if (!place || !('id' in place) || place.precision === 'country') return false;
  if (search.sides.length === 0 || governing(search, owner)) return false;
  return !children.some((child) => /^(?:amod|compound)/.test(view.token(child).deprel));
}

const FOUGHT = /^(?:fighting|gunfire|clash)$/;
const SEES = /^(?:see|witness|experience|suffer)$/;
const SCENE =
  /^(?:scene|site|target|focus|theat(?:re|er)|centre|center|epicentre|epicenter|object|subject|heart)$/;
const IN_MIDST = /^(?:engulf|rock|grip|shake|embroil|consume|roil)$/;

/** "Lashio saw heavy fighting", "has been the scene of fighting", "was rocked by clashes": where it is fought. */
function sceneOf(search: Search, noun: number, { name, kind }: Frame): number | undefined {
  const { view, sides, lexicon } = search;
  const attacked = name === 'enter' && lexicon.has('attacks', view.lemma(noun));
  if (sides.length === 0 || !(FOUGHT.test(name) || kind === 'clash' || attacked)) return undefined;
  const { deprel, head } = view.token(joinedTo(view, noun));
  if (head < 0) return undefined;
  const above = view.token(head);
  const isScene = deprel === 'nmod' && SCENE.test(view.lemma(head));
  const isSeen = deprel === 'obj' && SEES.test(view.lemma(head)) && !attacked;
  const whose =
    !attacked &&
    ((deprel === 'obj' && /^(?:report|hear|describe)$/.test(view.lemma(head))) ||
      (deprel.startsWith('obl') && view.lemma(head) === 'wake'));
  if (whose) return homeOf(search, surfaceSubject(view, head));
  // "Fighting engulfed the town", "spread to it"
  if (deprel === 'nsubj' && IN_MIDST.test(view.lemma(head)) && !attacked)
    return view
      .children(head)
      .find((child) => view.token(child).deprel === 'obj' && view.place(child));
  if (deprel === 'nsubj' && /^(?:spread|spill|move)$/.test(view.lemma(head)))
    return ['to', 'into'].flatMap((word) => behind(view, head, word)).find((at) => view.place(at));
  const isMidst = deprel.startsWith('obl') && IN_MIDST.test(view.lemma(head)) && !attacked;
  if (!isScene && !isSeen && !isMidst) return undefined;
  const place = isScene && above.deprel === 'appos' ? above.head : surfaceSubject(view, head);
  return place !== undefined && view.place(place) ? place : undefined;
}

/** "Residents of Khartoum reported clashes", "woke to gunfire": where they live. */
const homeOf = ({ view }: Search, people: number | undefined) =>
  people !== undefined && /^(?:resident|inhabitant|villager)$/.test(view.lemma(people))
    ? ['of', 'in']
        .flatMap((word) => behind(view, people, word))
        .find((token) => view.place(token) !== undefined)
    : undefined;

const isOfTown = ({ view, sides }: Search, noun: number) =>
  sides.length > 0 &&
  behind(view, noun, 'of').some((token) => {
    const place = view.place(token)?.place;
    return place && 'id' in place && place.precision !== 'country';
  });
