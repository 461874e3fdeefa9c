import type { SourceList } from '../../src/server/index.ts';

/** All that a reader can leave out: sides, sources and outlets, each once. */
export const keysOf = ({ sides, sources, outlets }: SourceList): readonly string[] => [
  ...new Set([
    ...sides.map(({ id }) => `side:${id}`),
    ...sources.map(({ source }) => source),
    ...outlets.map(({ name }) => name),
  ]),
];
