import { isResolved } from '../domain/index.ts';
import type { CodebookInput } from './codebook.ts';

export interface FeatureCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly unknown[];
}

/**
 * Claims as RFC 7946 features, coordinates as [longitude, latitude]. A claim without a resolved
 * place has `geometry: null`, which RFC 7946 §3.2 provides for; nothing is put at (0, 0).
 */
export function toGeoJson({ claims }: CodebookInput): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: claims.map((claim) => ({
      type: 'Feature',
      id: claim.id,
      geometry: isResolved(claim.place)
        ? { type: 'Point', coordinates: [claim.place.lon, claim.place.lat] }
        : null,
      properties: {
        kind: claim.kind,
        actor: claim.actor?.name ?? null,
        target: claim.target?.name ?? null,
        place: isResolved(claim.place) ? claim.place.path.join(' / ') : claim.place.text,
        precision: isResolved(claim.place) ? claim.place.precision : null,
        start: claim.when.start,
        end: claim.when.end,
        polarity: claim.polarity,
        modality: claim.modality,
        chain: claim.chain.map(({ name }) => name),
        evidence: claim.evidence.exact,
        confidence: claim.confidence,
      },
    })),
  };
}
