import { Map as MapLibre, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';

export type Areas = FeatureCollection;
export type { MapLibre };

export const NO_AREAS: Areas = { type: 'FeatureCollection', features: [] };

/** Colours of the page as the map needs them: resolved, not as variables. */
export function colour(variable: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
}

function style(): StyleSpecification {
  return {
    version: 8,
    sources: {
      around: { type: 'geojson', data: NO_AREAS },
      areas: { type: 'geojson', data: NO_AREAS, promoteId: 'id' },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colour('--sea') } },
      {
        id: 'abroad',
        type: 'fill',
        source: 'around',
        filter: ['==', ['get', 'part'], 'land'],
        paint: { 'fill-color': colour('--abroad'), 'fill-antialias': false },
      },
      {
        id: 'abroad-border',
        type: 'line',
        source: 'around',
        filter: ['==', ['get', 'part'], 'border'],
        paint: { 'line-color': colour('--line-strong'), 'line-width': 0.6 },
      },
      { id: 'land', type: 'fill', source: 'areas', paint: { 'fill-color': colour('--land') } },
      {
        id: 'belief',
        type: 'fill',
        source: 'areas',
        filter: ['has', 'pattern'],
        paint: { 'fill-pattern': ['get', 'pattern'], 'fill-opacity': ['get', 'opacity'] },
      },
      {
        id: 'edge',
        type: 'line',
        source: 'areas',
        paint: { 'line-color': colour('--line-strong'), 'line-width': 0.7 },
      },
      {
        id: 'border',
        type: 'line',
        source: 'around',
        filter: ['==', ['get', 'part'], 'own'],
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': colour('--border'), 'line-width': 1.3 },
      },
      {
        id: 'chosen',
        type: 'line',
        source: 'areas',
        filter: ['==', ['get', 'id'], ''],
        paint: { 'line-color': colour('--ink'), 'line-width': 2 },
      },
    ],
  };
}

export function createMap(container: HTMLElement): MapLibre {
  setWorkerUrl(new URL(workerUrl, import.meta.url).href);
  return new MapLibre({
    container,
    style: style(),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 11,
    minZoom: 1,
    fadeDuration: 0,
  });
}

/** Gives the layers the colours of the theme that is now on. */
export function recolour(map: MapLibre) {
  const paint = [
    ['ground', 'background-color', '--sea'],
    ['abroad', 'fill-color', '--abroad'],
    ['abroad-border', 'line-color', '--line-strong'],
    ['land', 'fill-color', '--land'],
    ['edge', 'line-color', '--line-strong'],
    ['border', 'line-color', '--border'],
    ['chosen', 'line-color', '--ink'],
  ] as const;
  for (const [layer, property, variable] of paint)
    map.setPaintProperty(layer, property, colour(variable));
}

/** West, south, east, north of all that is drawn in `areas`; null when there is nothing. */
export function boundsOf(areas: Areas): [number, number, number, number] | null {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  const take = (positions: unknown): void => {
    if (!Array.isArray(positions)) return;
    const [lon, lat] = positions as readonly unknown[];
    if (typeof lon !== 'number' || typeof lat !== 'number') return positions.forEach(take);
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  };
  for (const { geometry } of areas.features)
    if ('coordinates' in geometry) take(geometry.coordinates);
  return areas.features.length > 0 ? bounds : null;
}
