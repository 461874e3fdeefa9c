import {
  impliedTime,
  supplied,
  unknownTime,
  type ActorReference,
  type ChainLink,
  type Reading,
  type Source,
  type Speech,
  type Time,
} from '../domain/index.ts';
import { mentionsInside } from './speech-index.ts';

export { speechAt } from './speech-index.ts';

/** Whoever the words of a source name: the body a person speaks for, where the person is not listed. */
function idOf(source: Source, reading: Reading): string | undefined {
  const linked = source.mention === undefined ? undefined : reading.mentions[source.mention];
  for (const mention of [linked, ...mentionsInside(reading, source)])
    if (mention?.type === 'actor') {
      const id = mention.actor ?? mention.body ?? mention.side;
      if (id !== undefined) return id;
    }
  return undefined;
}

const link = (role: 'speaker' | 'relay', source: Source, reading: Reading): ChainLink => {
  const id = idOf(source, reading);
  return {
    role,
    name: source.name,
    text: source.text,
    ...(id === undefined ? {} : { id }),
    ...(source.anonymous ? { anonymous: true } : {}),
  };
};

/** Whether the source of a speech is an agency or outlet, which passes words on. */
export function isAgency(reading: Reading, { source }: Speech): boolean {
  const mention = source?.mention === undefined ? undefined : reading.mentions[source.mention];
  return mention?.type === 'actor' && (mention.kind === 'agency' || mention.kind === 'outlet');
}

/** "has announced the capture of", "claim to have taken": who gains is who says so. */
export const ownWord = ({ name, id, text }: ActorReference): ChainLink => ({
  role: 'speaker',
  name,
  text,
  ...(id === undefined ? {} : { id }),
});

/** Speaker, relays and whoever quotes them in turn, then the outlet. */
export function chainOf(
  reading: Reading,
  speech: Speech | undefined,
  own?: ChainLink,
): readonly ChainLink[] {
  const links: ChainLink[] = own ? [own] : [];
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
