import type { TextView } from './text-view.ts';

export const childrenBy = (view: TextView, index: number, deprel: (name: string) => boolean) =>
  view.children(index).filter((child) => deprel(view.token(child).deprel));

export const childBy = (view: TextView, index: number, name: string) =>
  view.children(index).find((child) => view.token(child).deprel === name);

/** Auxiliaries, adverbs and "to" that stand right before a verb, nearest first; quotes are skipped. */
export function verbGroup(view: TextView, verb: number): readonly number[] {
  const group: number[] = [];
  const { sentence } = view.token(verb);
  for (let i = verb - 1; i >= 0 && view.token(i).sentence === sentence; i--) {
    const { upos, deprel } = view.token(i);
    if (upos === 'PUNCT' && /^["'“”‘’`]+$/.test(view.token(i).text)) continue;
    // "has been all but cut off"
    if (/^but$/i.test(view.token(i).text) && /^all$/i.test(view.tokens[i - 1]?.text ?? '')) {
      i--;
      continue;
    }
    // "has today entered"
    if (upos === 'NOUN' && view.time(i) && view.tokens[i - 1]?.upos === 'AUX') continue;
    const carrier = /^(have|be)$/.test(view.lemma(i)) && /^(VBN|JJ)$/.test(view.token(verb).xpos);
    if (upos !== 'AUX' && upos !== 'ADV' && upos !== 'PART' && !carrier) break;
    if (upos === 'ADV' && deprel === 'mark') break;
    group.push(i);
  }
  return group;
}

const BE = new Set(['be', 'get']);

/** "Hundreds of soldiers surrendered in Mosul.": the only verb of a sentence is no reduced relative. */
function isMainVerb(view: TextView, verb: number): boolean {
  const { first, last } = view.reading.sentences[view.token(verb).sentence]!;
  for (let i = first; i < last; i++)
    if (i !== verb && /^(VB[DZP]|MD)$/.test(view.token(i).xpos)) return false;
  return behind(view, verb, 'by').length === 0;
}

/** "the group also captured Goma": a participle with an object right behind it is a past tense. */
function hasObjectNext(view: TextView, verb: number): boolean {
  for (let i = verb + 1; i < verb + 5; i++) {
    const token = view.tokens[i];
    if (!token || token.sentence !== view.token(verb).sentence) return false;
    if (view.place(i) ?? view.facility(i)) return true;
    if (!QUOTE.test(token.text) && token.upos !== 'DET' && token.upos !== 'ADJ') return false;
  }
  return false;
}

const REMAINS = /^(remain|stay|lie|stand)$/;

/** "declared the town liberated": nothing but the town stands between. */
function isDeclared(view: TextView, verb: number): boolean {
  const { deprel, head, xpos } = view.token(verb);
  if (head < 0 || head > verb || xpos === 'JJ' || !/^(ccomp|xcomp)$/.test(deprel)) return false;
  if (!/^(declare|proclaim|pronounce)$/.test(view.lemma(head))) return false;
  const own = view.children(verb).map((child) => view.token(child));
  return own.every(({ deprel: name }) => !/^(aux|mark|obj$)/.test(name));
}

const TAKING =
  /^(win|lose|take|retake|recapture|capture|seize|reclaim|regain|recover|liberate|overrun|occupy|abandon)$/;

export function isPassive(view: TextView, verb: number): boolean {
  const { xpos, deprel, head } = view.token(verb);
  if (xpos !== 'VBN' && xpos !== 'VBD' && xpos !== 'JJ') return false;
  const own = childrenBy(view, verb, (name) => name === 'aux:pass' || name === 'nsubj:pass');
  if (own.length > 0) return true;
  if (deprel === 'amod' && /(ed|en|wn)$/.test(view.token(verb).text)) return true;
  // "would be retaken": an adjective to the tagger.
  if (xpos === 'JJ')
    return childBy(view, verb, 'cop') !== undefined && view.token(verb).text.endsWith('en');
  if (isDeclared(view, verb)) return true;
  // "was lost and won back days later"
  if (xpos === 'VBD' && deprel === 'conj' && TAKING.test(view.lemma(verb)))
    if (!view.children(verb).some((i) => /^(obj|nsubj)$/.test(view.token(i).deprel)))
      return head >= 0 && !view.place(verb + 1) && isPassive(view, head);
  if (xpos !== 'VBN') return false;
  // "the city remains cut off"
  if (deprel === 'xcomp' && head >= 0 && REMAINS.test(view.lemma(head))) return true;
  const group = verbGroup(view, verb);
  if (group.some((i) => BE.has(view.lemma(i)))) return true;
  if (group.some((i) => view.lemma(i) === 'have')) return false;
  if (group.every((i) => view.token(i).upos === 'ADV') && hasObjectNext(view, verb)) return false;
  if (deprel === 'amod') return true;
  if (childBy(view, verb, 'obj') !== undefined) return false;
  if (deprel === 'acl' && isMainVerb(view, verb)) return false;
  if (deprel === 'acl' || deprel === 'advcl') return true;
  if (deprel === 'conj' && head >= 0) return isPassive(view, head);
  return childrenBy(view, verb, (name) => name === 'nsubj').length === 0;
}

/** Quotation marks, which never divide a phrase. */
export const QUOTE = /^["'“”‘’`]+$/;

const RELATIVE = new Set(['WP', 'WDT', 'WP$', 'WRB']);

export const isRelative = (view: TextView, index: number) => {
  const { xpos, text } = view.token(index);
  return RELATIVE.has(xpos) || text.toLowerCase() === 'that';
};

/** Nouns that stand under `index` behind a preposition, with those joined to them. */
export function behind(view: TextView, index: number, preposition: string): readonly number[] {
  const [first, second] = preposition.includes(' ') ? preposition.split(' ') : [preposition];
  const found: number[] = [];
  const collect = (token: number) => {
    found.push(token);
    for (const child of view.children(token))
      if (view.token(child).deprel === 'conj' && NOMINAL.has(view.token(child).upos))
        collect(child);
  };
  for (const child of view.children(index)) {
    if (!OBLIQUE.test(view.token(child).deprel)) continue;
    if (!isCase(view, child, first!)) continue;
    if (second === undefined || isCase(view, child, second)) collect(child);
  }
  return found;
}

/** "… encircled Bakhmut, Kyiv said": a capital that speaks stands in no list. */
export function speaks(view: TextView, index: number): boolean {
  const next = view.tokens[index + 1];
  return next?.upos === 'VERB' && /^(say|claim|add|announce|insist)$/.test(next.lemma);
}

const OBLIQUE = /^(obl|nmod|advcl|obj|acl)/;
const CASES = new Set(['case', 'mark', 'fixed', 'advmod']);

/** Whether `lemma` stands before `phrase` as its preposition, or as a word of one. */
function isCase(view: TextView, phrase: number, lemma: string): boolean {
  for (const child of view.children(phrase)) {
    if (child >= phrase || !CASES.has(view.token(child).deprel)) continue;
    if (view.lemma(child) === lemma) return true;
    if (OTHER.test(view.token(child).text)) continue;
    if (view.children(child).some((inner) => view.lemma(inner) === lemma)) return true;
  }
  return false;
}

/** "lost it, according to residents": not to them. */
const OTHER = /^(?:according|due|owing|thanks|prior|instead|because)$/i;

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'SYM', 'X', 'ADJ', 'DET']);

export function isFinite(view: TextView, verb: number): boolean {
  // "having seized Goma"
  if (verbGroup(view, verb).some((i) => /^having$/i.test(view.token(i).text))) return false;
  if (/^VB[DZP]$/.test(view.token(verb).xpos)) return true;
  if (view.token(verb).xpos === 'VBN' && !isPassive(view, verb) && hasObjectNext(view, verb))
    return true;
  return verbGroup(view, verb).some((i) => /^(VB[DZP]|MD)$/.test(view.token(i).xpos));
}
