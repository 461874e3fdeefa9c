import type { Speech } from '../domain/index.ts';
import { isRelative, verbGroup } from './clause.ts';
import { speechAt } from './speech-index.ts';
import type { Search } from './search.ts';
import type { TextView } from './text-view.ts';

/**
 * Who says what a trigger tells. In reported speech, "the besieged city" and "the town, which rebels
 * took in May," are the reporter's words, not the speaker's.
 */
export function voiceAt({ view }: Search, trigger: number): Speech | undefined {
  const { reading } = view;
  const speech = speechAt(reading, view.token(trigger).start);
  if (speech === undefined || speech.form === 'direct') return speech;
  // "has not commented on the loss of the town": the loss is told by who tells of the silence.
  if (isSilence(view, speech)) return withinOf(view, speech);
  if (isQuoted(view, trigger)) return speech;
  if (!inPassing(view, trigger) && !isAside(view, trigger) && !isBackground(view, trigger))
    return speech;
  return withinOf(view, speech);
}

const withinOf = ({ reading }: TextView, { within }: Speech) =>
  within === undefined ? undefined : reading.speech[within];

const SILENT =
  /^(?:comment|remark|respond|reply|react|confirm|acknowledge|admit|concede|verify|report|announce|say)/i;

/** Who has said nothing of it is nobody's source for it: "has not commented", "could not confirm". */
function isSilence({ reading }: TextView, { cue, stance }: Speech): boolean {
  if (cue === null || stance !== 'doubts') return false;
  return SILENT.test(reading.report.body.slice(cue.start, cue.end).split(/\s+/).at(-1)!);
}

/** A participle before its noun: "the besieged city". */
const inPassing = (view: TextView, trigger: number) =>
  view.token(trigger).deprel === 'amod' &&
  view.token(trigger).head > trigger &&
  verbGroup(view, trigger).every((i) => view.token(i).upos === 'ADV');

/** ", which the rebels seized in May": set off by a comma. What is so now, ", which they still hold", is said. */
function isAside(view: TextView, trigger: number): boolean {
  const { deprel } = view.token(trigger);
  if (!deprel.startsWith('acl') || isCurrent(view, trigger)) return false;
  const [first] = view.extent(trigger);
  return (
    view.tokens[first - 1]?.text === ',' ||
    (view.token(first).text === ',' && opens(view, first + 1))
  );
}

const isCurrent = (view: TextView, trigger: number) =>
  [trigger, ...view.children(trigger)].some((i) => {
    const { xpos, text, deprel } = view.token(i);
    if (/^(?:now|still)$/i.test(text)) return true;
    const verbal = i === trigger || /^(?:aux|cop)/.test(deprel);
    return verbal && /^VB[ZP]$/.test(xpos) && !/^ha(?:s|ve)$/i.test(text);
  });

const UNIT = /^(?:hour|day|week|month|year)s?$/i;
const ONSET = /^(?:after|before|since)$/i;
/** Words of the clause up to its verb, and of the measure before it. */
const CLAUSE = 12;
const MEASURE = 4;

/** ", hours after another capital fell": what a happening is dated by is known before anybody says it. */
function isBackground(view: TextView, trigger: number): boolean {
  const { first } = view.reading.sentences[view.token(trigger).sentence]!;
  for (let i = trigger - 1; i > Math.max(first + 1, trigger - CLAUSE); i--) {
    const { text, upos } = view.token(i);
    if (upos === 'VERB') return false;
    if (!ONSET.test(text)) continue;
    if (!UNIT.test(view.token(i - 1).text)) return false;
    for (let k = i - 2; k >= Math.max(first, i - MEASURE); k--)
      if (view.token(k).text === ',') return true;
    return false;
  }
  return false;
}

const opens = (view: TextView, index: number) =>
  view.tokens[index] !== undefined && isRelative(view, index);

/** "… denied it: the town is ours": what stands behind a colon is said, and not denied. */
export function saidApart(view: TextView, trigger: number): number | undefined {
  const { first } = view.reading.sentences[view.token(trigger).sentence]!;
  let colon = trigger - 1;
  while (colon > first && view.token(colon).text !== ':') colon--;
  return colon > first && view.token(colon + 1).text !== 'that' ? colon + 1 : undefined;
}

/** An odd number of quotation marks stands before it in its sentence. */
function isQuoted(view: TextView, trigger: number): boolean {
  const { first } = view.reading.sentences[view.token(trigger).sentence]!;
  let open = false;
  for (let i = first; i < trigger; i++) {
    const { text } = view.token(i);
    if (text === '“' || text === '``') open = true;
    else if (text === '”' || text === "''") open = false;
    else if (text === '"') open = !open;
  }
  return open;
}
