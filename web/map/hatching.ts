import type { Standing } from '../../src/domain/index.ts';
import type { Holder } from '../../src/server/wire.ts';
import { holderVariable } from '../parts/colours.ts';
import { colour, type MapLibre } from './base.ts';

const SIZE = 16;

/** Ink on paper by likelihood: only what is almost certain is flat, and even that is a tint. */
const TIERS = [
  { from: 0.95, name: 'flat', line: SIZE },
  { from: 0.8, name: 'dense', line: 6 },
  { from: 0.55, name: 'middle', line: 3.5 },
  { from: 0, name: 'sparse', line: 1.5 },
] as const;

type Brief = Pick<Standing, 'best' | 'probability'>;

/** Name of the picture that fills an area; undefined where nothing is known. */
export function patternOf(
  standing: Brief,
  holders: ReadonlyMap<string, Holder>,
): string | undefined {
  const tier = TIERS.find(({ from }) => standing.probability >= from)!;
  switch (standing.best.state) {
    case 'held':
      return `${holderVariable(standing.best.by, holders)}/${tier.name}`;
    case 'contested':
      return `--contested/${tier.name === 'flat' ? 'dense' : tier.name}`;
    case 'unknown':
      return undefined;
  }
}

/** Lines of each holder run another way, so that print and colour-blind eyes can tell them. */
function falls(variable: string) {
  const index = Number(variable.at(-1));
  return Number.isNaN(index) || index % 2 === 0;
}

function draw(name: string): ImageData {
  const [variable, tierName] = name.split('/') as [string, string];
  const { line } = TIERS.find((tier) => tier.name === tierName) ?? TIERS[3];
  const canvas = new OffscreenCanvas(SIZE, SIZE);
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour(variable);
  if (line === SIZE) context.fillRect(0, 0, SIZE, SIZE);
  const wide = line * Math.SQRT2;
  const way = falls(variable) ? 1 : -1;
  // Each line once more on both sides, so that tiles meet without a seam.
  for (const shift of [-SIZE, 0, SIZE]) {
    context.beginPath();
    const left = (y: number) => (way === 1 ? y : SIZE - y) + shift - wide / 2;
    context.moveTo(left(0), 0);
    context.lineTo(left(0) + wide, 0);
    context.lineTo(left(SIZE) + wide, SIZE);
    context.lineTo(left(SIZE), SIZE);
    context.fill();
  }
  return context.getImageData(0, 0, SIZE, SIZE);
}

/** Puts the picture on the map, anew when the theme has changed. */
export function ensurePattern(map: MapLibre, name: string) {
  if (map.hasImage(name)) return;
  map.addImage(name, draw(name), { pixelRatio: 2 });
}

export function redrawPatterns(map: MapLibre) {
  for (const name of map.listImages()) map.updateImage(name, draw(name));
}
