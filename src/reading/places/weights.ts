import type { FEATURES } from './features.ts';

/** Weights of the features, fitted by `training/toponyms.ts`; the objective is described there. */
export const WEIGHTS: Readonly<Record<(typeof FEATURES)[number], number>> = {
  similarity: 15,
  settlementPeople: 4,
  divisionPeople: 2,
  country: 5,
  region: 4,
  province: 1.5,
  district: -1.5,
  exact: -1,
  nationalCapital: 0,
  provincialSeat: 2,
  kindFits: 3,
  kindDiffers: -4,
  insideNamedNext: 6,
  holdsNamedBefore: 3,
  outsideNamedNext: -0.5,
  countryShare: 3,
  peopleShare: 2,
  provinceShare: 2,
  countryNamed: 1,
  provinceNamed: 2,
  nearness: 2,
};
