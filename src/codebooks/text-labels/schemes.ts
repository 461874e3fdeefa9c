import type { Claim, ClaimKind } from '../../domain/index.ts';

/** Yes-or-no labels of a sentence or report, and what the reader's claims alone say of them. */
export interface LabelScheme {
  readonly name: 'india-police' | 'satp';
  readonly labels: readonly string[];
  /** Labels that the claims of a text give it. `isState`: under a government's orders. */
  fromClaims(claims: readonly Claim[], isState: (claim: Claim) => boolean): ReadonlySet<string>;
}

const happened = ({ polarity, modality }: Claim) =>
  polarity === 'positive' && (modality === 'stated' || modality === 'hedged');

const has = (claims: readonly Claim[], ...kinds: readonly ClaimKind[]) =>
  claims.some(({ kind }) => kinds.includes(kind));

/**
 * What police did in Gujarat in 2002, sentence by sentence. Halterman, Keith, Sarwar and O'Connor,
 * "Corpus-level evaluation for event QA: the IndiaPoliceEvents corpus" (2021): KILL and FORCE are
 * actions too, ANY_ACTION covers them, FAIL is what police did not do.
 */
export const INDIA_POLICE: LabelScheme = {
  name: 'india-police',
  labels: ['KILL', 'ARREST', 'ANY_ACTION', 'FAIL', 'FORCE'],
  fromClaims(claims, isState) {
    const labels = new Set<string>();
    const actions = claims.filter((claim) => happened(claim) && isState(claim));
    if (has(actions, 'killing')) labels.add('KILL');
    if (has(claims.filter(happened), 'detention')) labels.add('ARREST');
    if (has(actions, 'killing', 'wounding', 'strike', 'shelling', 'clash')) labels.add('FORCE');
    if (claims.some((claim) => claim.polarity === 'negative' && isState(claim))) labels.add('FAIL');
    if (actions.length > 0 || labels.has('ARREST') || has(claims, 'curfew'))
      labels.add('ANY_ACTION');
    return labels;
  },
};

/** Kinds of attack in reports of the South Asia Terrorism Portal; every report has one or more. */
export const SATP: LabelScheme = {
  name: 'satp',
  labels: ['armed assault', 'bombing or explosion', 'kidnapping', 'other'],
  fromClaims(claims) {
    const labels = new Set<string>();
    const done = claims.filter(({ polarity }) => polarity === 'positive');
    if (has(done, 'bombing', 'shelling')) labels.add('bombing or explosion');
    else if (has(done, 'clash', 'killing', 'wounding', 'strike')) labels.add('armed assault');
    if (has(done, 'abduction')) labels.add('kidnapping');
    if (labels.size === 0) labels.add('other');
    return labels;
  },
};

export const SCHEMES = { 'india-police': INDIA_POLICE, satp: SATP } as const;
