import { loadActors } from '../../src/node/actors.ts';
import { loadGazetteer } from '../../src/node/gazetteer.ts';
import { loadModels } from '../../src/node/models.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { findActors } from '../../src/reading/actors.ts';
import { findNames } from '../../src/reading/names.ts';
import { parseText } from '../../src/reading/parse.ts';
import type { PlaceContext } from '../../src/reading/places.ts';
import type { ReadingResources } from '../../src/reading/resources.ts';
import { splitText } from '../../src/reading/split.ts';
import { reportOf } from '../report.ts';

/** The part of the reader's resources that place names need. */
export type ToponymResources = Pick<
  ReadingResources,
  'tagger' | 'parser' | 'lemmatiser' | 'letterCase' | 'names' | 'gazetteer' | 'actors'
>;

export async function loadToponymResources(root = packageRoot()): Promise<ToponymResources> {
  const [models, gazetteer, actors] = await Promise.all([
    loadModels(root),
    loadGazetteer(root),
    loadActors(root),
  ]);
  return { ...models, gazetteer, actors };
}

export interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** GeoWebNews only: Gritta et al. (2019), "A pragmatic guide to geoparsing evaluation", table 1. */
  readonly type: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

export interface ToponymDocument {
  readonly text: string;
  readonly toponyms: readonly Toponym[];
}

/** GeoWebNews also marks common nouns and names of other things; they are no toponyms. */
const LEFT_OUT = new Set(['Non_Toponym', 'Non_Lit_Expression', 'Literal_Expression']);

/** Literal and associative toponyms. */
export const isToponym = ({ type }: Toponym) => type === null || !LEFT_OUT.has(type);

/** Documents of JSONL files; annotations that do not stand where they say are left out. */
export function documentsOf(files: readonly string[]): readonly ToponymDocument[] {
  return files
    .flatMap((file) => file.split('\n').filter((line) => line.trim() !== ''))
    .map((line) => JSON.parse(line) as ToponymDocument)
    .map(({ text, toponyms }) => ({
      text,
      toponyms: toponyms.filter(
        ({ start, end, name }) => start >= 0 && text.slice(start, end) === name,
      ),
    }));
}

/** Everything `findPlaces` is given in a whole reading. */
export function contextOf(text: string, resources: ToponymResources): PlaceContext {
  const parsed = parseText(splitText(reportOf(text)), resources);
  const names = findNames(parsed, resources as ReadingResources);
  return { text: parsed, names, actors: findActors(parsed, names, resources.actors), times: [] };
}
