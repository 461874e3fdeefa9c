import type { PlaceMention } from '../domain/index.ts';
import { beforeAside } from './apposed.ts';
import type { Search } from './draft.ts';
import type { Found } from './frame-slots.ts';
import { territoriesAt, type Territory } from './territory/index.ts';
import { isBearing } from './territory/phrase.ts';

/** The tree gave no subject, or one that is no place: a place right before "fell" or "was seized". */
export function before(search: Search, { args }: Found): readonly Territory[] {
  const { view } = search;
  // "The number of cases in England and Wales has fallen."
  const common = args.subject.some((token) => view.token(token).upos === 'NOUN');
  if (!args.passive && args.ownSubject && common && view.lemma(args.trigger) === 'fall') return [];
  // "A man wanted in Goma was captured", "refugees from Goma have gone": people are, and not where they are.
  if ([...args.object, ...args.subject].some((token) => isHuman(search, token))) return [];
  const { sentence } = view.token(args.trigger);
  for (let i = args.trigger - 1, steps = 0; i >= 0 && steps < 9; i--, steps++) {
    const token = view.token(i);
    // "Hinche is held; the port could fall"
    if (token.sentence !== sentence || /^[;:]$/.test(token.text)) return [];
    const mention = view.place(i);
    // "Its equipment in Mekelle was taken": and not Mekelle.
    if (mention && args.passive && args.object.some((token) => liesThere(view, token, mention)))
      return [];
    const aside = mention && isBearing(view, mention) ? openingOf(view, i) : undefined;
    if (mention && aside === undefined)
      return isBearing(view, mention) ? [] : territoriesAt(search, mention.head).map(lessSure);
    if (aside !== undefined) {
      i = aside;
      continue;
    }
    const name = token.text === ',' ? beforeAside(view, i) : undefined;
    if (name) return territoriesAt(search, name.head).map(lessSure);
    // "Sar-e-Pul, in the north, was captured": what stands between two commas is stepped over.
    const opening = token.text === ',' ? commaBefore(view, i) : undefined;
    if (opening !== undefined) i = opening;
    else if (
      !/^(which|that|both|all|each)$/i.test(token.text) &&
      !/^(PUNCT|AUX|ADV|PART|NOUN|PROPN)$/.test(token.upos)
    )
      return [];
  }
  return [];
}

const liesThere = (view: Search['view'], thing: number, { head, first }: PlaceMention) =>
  view.token(thing).upos === 'NOUN' &&
  view.token(head).head === thing &&
  /^(?:in|at|near|from|outside)$/.test(view.tokens[first - 1]?.text ?? '');

const isHuman = ({ view, lexicon }: Search, token: number) =>
  !view.place(token) &&
  (lexicon.has('civilians', view.lemma(token)) ||
    /^(suspect|gunman|fugitive|prisoner|hostage|they|he|she)$/.test(view.lemma(token)));

const PARENTHESIS = 8;
/** The comma that opens the aside a token stands in. */
function openingOf(view: Search['view'], token: number): number | undefined {
  for (let i = token - 1; i > token - PARENTHESIS && i >= 0; i--)
    if (view.token(i).text === ',') return i;
  return undefined;
}

function commaBefore(view: Search['view'], comma: number): number | undefined {
  for (let i = comma - 1; i > comma - PARENTHESIS && i >= 0; i--) {
    if (view.token(i).text === ',') return i;
    if (view.token(i).upos === 'VERB' || view.place(i)) return undefined;
  }
  return undefined;
}

/** The tree gave no object: a place that follows with nothing but its own modifiers between. */
export function ahead(search: Search, { args, matched, frame }: Found): readonly Territory[] {
  const modifier = search.view.token(args.trigger).deprel === 'amod';
  if (!frame.kind.startsWith('control.') || (args.passive && !modifier)) return [];
  const { view } = search;
  const from = (matched.at(-1) ?? args.trigger) + 1;
  for (let i = from; i < from + 7; i++) {
    const token = view.tokens[i];
    if (!token || token.sentence !== view.token(args.trigger).sentence) return [];
    const mention = view.place(i);
    if (mention) return territoriesAt(search, mention.head).map(lessSure);
    // "jail inmates" are no jail.
    const next = view.tokens[i + 1];
    // "captured the town hours later"
    const ends = next?.upos !== 'NOUN' || AFTERWARDS.test(next.text);
    const whole = token.upos === 'NOUN' && ends;
    const described = whole ? territoriesAt(search, i) : [];
    if (described.length > 0) return described.map(lessSure);
    const shared = whole || /^(ADJ|NUM)$/.test(token.upos) ? shareOf(search, i) : [];
    if (shared.length > 0) return shared.map(lessSure);
    if (!/^(DET|ADJ|NOUN|PROPN|PUNCT|NUM)$/.test(token.upos) || /^[,;:.]$/.test(token.text))
      return [];
  }
  return [];
}

const AFTERWARDS = /^(?:minutes|hours|days|weeks|months|years)$/;

/** "most of El Fasher", "85 per cent of the capital", where the tree hangs them apart. */
function shareOf(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  const quantity = view.quantity(token);
  const of = quantity ? quantity.last : token + 1;
  if (view.tokens[of]?.text !== 'of') return [];
  const first = quantity?.first ?? token;
  for (let i = of + 1; i < of + 4; i++) {
    const mention = view.tokens[i] && view.place(i);
    if (!mention) continue;
    const { start, end } = view.span(first, of);
    const facility = view.reading.report.body.slice(start, end);
    return territoriesAt(search, mention.head)
      .slice(0, 1)
      .map((territory) => ({ ...territory, facility, first: Math.min(first, territory.first) }));
  }
  return [];
}

/** Where words lie near each other and the tree does not say that they belong together. */
const lessSure = (territory: Territory): Territory => ({
  ...territory,
  confidence: territory.confidence * 0.7,
});
