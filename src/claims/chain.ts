import {
  impliedTime,
  supplied,
  unknownTime,
  type ChainLink,
  type Reading,
  type Source,
  type Speech,
  type Time,
} from '../domain/index.ts';

/** Innermost speech whose content covers a body position. */
export function speechAt(reading: Reading, position: number): Speech | undefined {
  let best: Speech | undefined;
  let width = Infinity;
  for (const speech of reading.speech)
    for (const { start, end } of speech.content)
      if (start <= position && position < end && end - start < width) {
        best = speech;
        width = end - start;
      }
  return best;
}

const link = (role: 'speaker' | 'relay', source: Source, reading: Reading): ChainLink => {
  const mention = source.mention === undefined ? undefined : reading.mentions[source.mention];
  const id = mention?.type === 'actor' ? mention.actor : undefined;
  return {
    role,
    name: source.name,
    text: source.text,
    ...(id === undefined ? {} : { id }),
    ...(source.anonymous ? { anonymous: true } : {}),
  };
};

/** Speaker, relays and whoever quotes them in turn, then the outlet. */
export function chainOf(reading: Reading, speech: Speech | undefined): readonly ChainLink[] {
  const links: ChainLink[] = [];
  const seen = new Set<number>();
  for (let at = speech; at && !seen.has(at.id);) {
    seen.add(at.id);
    if (at.source) links.push(link(links.length === 0 ? 'speaker' : 'relay', at.source, reading));
    for (const relay of at.relays) links.push(link('relay', relay, reading));
    at = at.within === undefined ? undefined : reading.speech[at.within];
  }
  const outlet = supplied(reading.report.outlet);
  return outlet === undefined ? links : [...links, { role: 'outlet', name: outlet }];
}

/** When the source said it; else when the report was published. */
export function saidAt(reading: Reading, speech: Speech | undefined): Time {
  if (speech?.said && speech.said.basis !== 'unknown') return speech.said;
  const published = supplied(reading.report.published);
  return published === undefined ? unknownTime('the report has no date') : impliedTime(published);
}
