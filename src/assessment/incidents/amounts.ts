import type { AmountRange, Claim, OriginId } from '../../domain/index.ts';

/** Numbers given for one thing, side by side; "best" is the middle of what the origins say. */
export function amountsOf(
  claims: readonly Claim[],
  originsOf: (claim: Claim) => readonly OriginId[],
): AmountRange[] {
  const found = new Map<string, { claim: Claim; min: number; max: number | null }[]>();
  for (const claim of claims) {
    for (const { role = 'involved', unit, min, max } of claim.amounts) {
      const key = `${role}|${unit}`;
      const list = found.get(key);
      if (list) list.push({ claim, min, max });
      else found.set(key, [{ claim, min, max }]);
    }
  }
  return [...found]
    .map(([key, given]): AmountRange => {
      const [role, unit] = key.split('|') as [string, string];
      const byOrigin = new Map<OriginId, number>();
      for (const { claim, min, max } of given) {
        byOrigin.set(originsOf(claim)[0]!, (min + (max ?? min)) / 2);
      }
      return {
        role,
        unit,
        min: Math.min(...given.map(({ min }) => min)),
        best: median([...byOrigin.values()]),
        max: given.some(({ max }) => max === null)
          ? null
          : Math.max(...given.map(({ max }) => max!)),
        by: given.map(({ claim, min, max }) => ({
          claim: claim.id,
          source: claim.chain[0]?.name ?? 'unnamed',
          min,
          max,
        })),
      };
    })
    .sort((a, b) => (a.role < b.role ? -1 : a.role > b.role ? 1 : a.unit < b.unit ? -1 : 1));
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2;
}
