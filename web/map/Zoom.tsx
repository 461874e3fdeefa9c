import type { MapLibre } from './base.ts';

interface Props {
  readonly map: MapLibre;
  readonly onWhole: () => void;
}

/** Nearer, farther, the whole country: for those without a wheel. */
export function Zoom({ map, onWhole }: Props) {
  const actions = [
    ['Nearer', 'M8,3v10M3,8h10', () => map.zoomIn()],
    ['Farther', 'M3,8h10', () => map.zoomOut()],
    ['Whole country', 'M3,6V3h3M10,3h3v3M13,10v3h-3M6,13H3v-3', onWhole],
  ] as const;
  return (
    <div className="zoom">
      {actions.map(([name, path, act]) => (
        <button
          key={name}
          type="button"
          className="round"
          aria-label={name}
          title={name}
          onClick={act}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={path} className="stroke" />
          </svg>
        </button>
      ))}
    </div>
  );
}
