import type { Brand } from './brand.ts';

/** `r` + 16 hex digits of SHA-256 over raw-bytes hash, outlet and URL: the same item always has the same id. */
export type ReportId = Brand<string, 'ReportId'>;
/** `c` + 12 hex digits of SHA-256 over report id, kind, evidence offsets, rule and ordinal. */
export type ClaimId = Brand<string, 'ClaimId'>;
/** `source:code`, for example `geonames:AF/10/lashkar-gah`; see {@link ./place.ts}. */
export type PlaceId = Brand<string, 'PlaceId'>;
/** Kebab-case key in the actor list, for example `taliban`. */
export type ActorId = Brand<string, 'ActorId'>;
/** `o` + 12 hex digits; every report belongs to exactly one origin. */
export type OriginId = Brand<string, 'OriginId'>;
/** `i` + 12 hex digits. */
export type IncidentId = Brand<string, 'IncidentId'>;

export const reportId = (text: string) => text as ReportId;
export const claimId = (text: string) => text as ClaimId;
export const placeId = (text: string) => text as PlaceId;
export const actorId = (text: string) => text as ActorId;
export const originId = (text: string) => text as OriginId;
export const incidentId = (text: string) => text as IncidentId;
