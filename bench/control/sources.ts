import type { ChainLink } from '../../src/domain/index.ts';
import type { ActorList } from '../../src/reading/actor-list.ts';
import type { ControlItem, GoldStatement } from '../replay/data.ts';
import { sideOfName } from './actors.ts';

/** Words that many sources share and that tell none apart. */
const COMMON = new Set(
  'the a an of in for and to his her its their on at with by from afghan provincial local senior city government member two unnamed anonymous media'.split(
    ' ',
  ),
);

const wordsOf = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1);

/** Words by their first five letters, so that "officials" and "official" agree. */
const stems = (name: string) => {
  const words = wordsOf(name);
  const telling = words.filter((word) => !COMMON.has(word));
  return new Set((telling.length > 0 ? telling : words).map((word) => word.slice(0, 5)));
};

const share = (a: string, b: string) => {
  const other = stems(b);
  return [...stems(a)].some((stem) => other.has(stem));
};

/**
 * Whether the chain names the annotated source: the speaker where one speaks; the outlet or the wire
 * where the annotation gives the outlet's own voice, and then no speaker may stand in the chain.
 */
export function sameSource(
  { source }: GoldStatement,
  chain: readonly ChainLink[],
  item: ControlItem & { readonly wire?: string | null },
  actors: ActorList,
): boolean {
  const speaker = chain.find(({ role }) => role === 'speaker');
  const relays = chain.filter(({ role }) => role === 'relay');
  if (source === null) return speaker === undefined;
  const own =
    source === item.outlet ||
    source === item.wire ||
    share(source, item.outlet) ||
    (item.wire ? share(source, item.wire) : false);
  if (!speaker) return own || relays.some(({ name }) => share(name, source));
  const said = `${speaker.name} ${speaker.text ?? ''}`;
  return (
    share(said, source) || (speaker.id !== undefined && speaker.id === sideOfName(source, actors))
  );
}
