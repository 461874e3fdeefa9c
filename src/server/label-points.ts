import type { Box, Division, Ring } from './boundaries.ts';

/** Cells along the longer side of the view: coarse, for a name needs room anyway. */
const CELLS = 72;

/** Even-odd rule (Shimrat 1962): a ray to the east crosses the ring an odd number of times. */
function inside(ring: Ring, lon: number, lat: number): boolean {
  let odd = false;
  for (let index = 1; index < ring.length; index++) {
    const [x1, y1] = ring[index - 1]!;
    const [x2, y2] = ring[index]!;
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) odd = !odd;
  }
  return odd;
}

interface Cell {
  readonly lon: number;
  readonly lat: number;
  readonly country: string | null;
}

function gridOf(
  view: Box,
  countries: ReadonlyMap<string, readonly Division[]>,
): readonly (readonly Cell[])[] {
  const step = Math.max(view.east - view.west, view.north - view.south) / CELLS;
  const outer = [...countries].flatMap(([country, divisions]) =>
    divisions.flatMap(({ geometry }) =>
      geometry.coordinates.map(([ring]) => ({ country, ring: ring ?? [] })),
    ),
  );
  const rows: Cell[][] = [];
  for (let lat = view.south; lat <= view.north; lat += step) {
    const row: Cell[] = [];
    for (let lon = view.west; lon <= view.east; lon += step) {
      row.push({
        lon,
        lat,
        country: outer.find(({ ring }) => inside(ring, lon, lat))?.country ?? null,
      });
    }
    rows.push(row);
  }
  return rows;
}

/** How many cells of the same country there are on every side, counting outwards in squares. */
function room(grid: readonly (readonly Cell[])[], row: number, column: number): number {
  const { country } = grid[row]![column]!;
  for (let reach = 1; ; reach++) {
    for (let shift = -reach; shift <= reach; shift++) {
      const around = [
        grid[row - reach]?.[column + shift],
        grid[row + reach]?.[column + shift],
        grid[row + shift]?.[column - reach],
        grid[row + shift]?.[column + reach],
      ];
      if (around.some((cell) => cell?.country !== country)) return reach - 1;
    }
  }
}

export interface LabelPoint {
  readonly country: string;
  readonly lon: number;
  readonly lat: number;
  /** Degrees to the east and west, beside the point, that are free of the country which is shown. */
  readonly free: number;
}

/** The distance, in degrees of longitude, to the nearest cell of `shown` in the same row or one beside it. */
function freeOf(grid: readonly (readonly Cell[])[], row: number, { lon }: Cell, shown: string) {
  const beside = [row - 1, row, row + 1].flatMap((index) => grid[index] ?? []);
  return beside.reduce(
    (least, cell) => (cell.country === shown ? Math.min(least, Math.abs(cell.lon - lon)) : least),
    MOST,
  );
}

/** Degrees that no name on a map of one country takes. */
const MOST = 90;

/**
 * For each country around the one shown, the point with most of that country around it; none where
 * there is no room.
 */
export function labelPoints(
  view: Box,
  countries: ReadonlyMap<string, readonly Division[]>,
  shown: string,
): readonly LabelPoint[] {
  const grid = gridOf(view, countries);
  const best = new Map<string, { point: LabelPoint; room: number }>();
  grid.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const { lon, lat, country } = cell;
      if (country === null || country === shown) return;
      const found = room(grid, row, column);
      if (found > (best.get(country)?.room ?? 0))
        best.set(country, {
          point: { country, lon, lat, free: freeOf(grid, row, cell, shown) },
          room: found,
        });
    }),
  );
  return [...best.values()].map(({ point }) => point);
}
