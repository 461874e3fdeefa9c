import { kilometresBetween } from '../../src/gazetteer/distance.ts';
import { resolveNames } from '../../src/reading/places.ts';
import { contextOf, isToponym, type ToponymDocument, type ToponymResources } from './documents.ts';

/** 100 miles: the field's customary radius, after Leidner (2007). */
const RADIUS_KM = 161;

/** Every toponym with coordinates, given its span; one that we do not place counts as wrong. */
export function scoreResolution(
  documents: readonly ToponymDocument[],
  resources: ToponymResources,
  weights?: readonly number[],
) {
  let [right, placed, withCoordinates] = [0, 0, 0];
  const distances: number[] = [];
  const errors: string[] = [];
  for (const { text, toponyms: all } of documents) {
    const toponyms = all.filter((one) => isToponym(one) || one.lat !== null);
    const context = contextOf(text, resources);
    const answers = resolveNames(context, resources.gazetteer, toponyms, weights);
    toponyms.forEach(({ name, lat, lon }, i) => {
      if (lat === null || lon === null) return;
      withCoordinates++;
      const place = answers[i];
      if (!place) {
        errors.push(`unplaced: ${name} (${lat}, ${lon})`);
        return;
      }
      placed++;
      const distance = kilometresBetween(place, { lat, lon });
      distances.push(distance);
      if (distance <= RADIUS_KM) right++;
      else
        errors.push(
          `far: ${name} (${lat}, ${lon}) -> ${place.path.join(' > ')} ${distance.toFixed(0)} km`,
        );
    });
  }
  const medianKm = distances.toSorted((a, b) => a - b)[distances.length >> 1] ?? 0;
  return { right, placed, withCoordinates, medianKm, errors };
}
