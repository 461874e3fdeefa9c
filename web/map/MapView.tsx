import type { GeoJSONSource, MapLayerMouseEvent } from 'maplibre-gl';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Picture } from '../../src/server/wire.ts';
import { go, useAddress } from '../state/address.ts';
import { useAnswer } from '../state/answers.ts';
import { useSetting } from '../state/context.ts';
import type { Theme } from '../state/theme.ts';
import { boundsOf, createMap, NO_AREAS, recolour, type Areas, type MapLibre } from './base.ts';
import { freshness } from './glyph.tsx';
import { ensurePattern, patternOf, redrawPatterns } from './hatching.ts';
import { Legend } from './Legend.tsx';
import { Marks } from './Marks.tsx';
import { Zoom } from './Zoom.tsx';

interface Props {
  readonly picture: Picture;
  readonly theme: Theme;
}

/** Boundaries of the country with, on each area whose standing is known, the picture that says so. */
function painted(
  areas: Areas,
  picture: Picture,
  holders: ReturnType<typeof useSetting>['holders'],
): Areas {
  const standings = new Map(
    picture.places.map(({ place, standing }) => [place.id as string, standing]),
  );
  return {
    ...areas,
    features: areas.features.map((feature) => {
      const id = String(feature.properties?.['id']);
      const standing = standings.get(id);
      const pattern = standing && patternOf(standing, holders);
      return {
        ...feature,
        properties: {
          id,
          ...(pattern && { pattern, opacity: 0.62 * freshness(standing.age) }),
        },
      };
    }),
  };
}

/** Where there are no boundaries, the places themselves say where to look. */
const pointsOf = ({ places }: Picture): Areas => ({
  type: 'FeatureCollection',
  features: places.map(({ place }) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
  })),
});

/** Pixels around the country; the key stands below it. */
const PADDING = { top: 24, left: 28, right: 28, bottom: 48 };

function useMap(onReady: (map: MapLibre) => void) {
  const container = useRef<HTMLDivElement>(null);
  const ready = useRef(onReady);
  ready.current = onReady;
  useEffect(() => {
    const map = createMap(container.current!);
    map.once('style.load', () => ready.current(map));
    return () => map.remove();
  }, []);
  return container;
}

export function MapView({ picture, theme }: Props) {
  const setting = useSetting();
  const address = useAddress();
  const [map, setMap] = useState<MapLibre | null>(null);
  const container = useMap(setMap);
  const [drawn, setDrawn] = useState(false);
  const boundaries = useAnswer<Areas>(setting.country ? `api/boundaries/${setting.country}` : null);
  const areas = boundaries.value ?? NO_AREAS;
  const shown = useMemo(
    () => painted(areas, picture, setting.holders),
    [areas, picture, setting.holders],
  );

  useEffect(() => {
    if (!map) return;
    for (const feature of shown.features) {
      const pattern = feature.properties?.['pattern'] as string | undefined;
      if (pattern) ensurePattern(map, pattern);
    }
    void map.getSource<GeoJSONSource>('areas')?.setData(shown);
  }, [map, shown]);

  const around = useAnswer<Areas>(
    setting.country ? `api/boundaries/${setting.country}/around` : null,
  );
  useEffect(() => {
    if (map && around.value) void map.getSource<GeoJSONSource>('around')?.setData(around.value);
  }, [map, around.value]);

  const showWhole = () => {
    const bounds = boundsOf(boundaries.value ?? pointsOf(picture));
    if (map && bounds) map.fitBounds(bounds, { padding: PADDING, animate: false, maxZoom: 9 });
  };
  useEffect(() => {
    if (boundaries.state !== 'loading') showWhole();
    // The map goes to a country when it is chosen, not whenever a day is.
  }, [map, boundaries.value, boundaries.state]);

  useEffect(() => {
    if (!map || !boundaries.value) return;
    const subscription = map.on('idle', () => setDrawn(true));
    return () => subscription.unsubscribe();
  }, [map, boundaries.value]);

  useEffect(() => {
    if (!map) return;
    recolour(map);
    redrawPatterns(map);
  }, [map, theme]);

  useEffect(() => {
    map?.setFilter('chosen', ['==', ['get', 'id'], address.place ?? '']);
  }, [map, address.place]);

  useEffect(() => {
    if (!map) return;
    const choose = (event: MapLayerMouseEvent) => {
      const id: unknown = event.features?.[0]?.properties['id'];
      if (typeof id === 'string') go({ place: id, report: null, claim: null });
    };
    map.on('click', 'land', choose);
    return () => void map.off('click', 'land', choose);
  }, [map]);

  return (
    <section className="map" aria-label="Map of standings" data-drawn={drawn}>
      <div ref={container} className="map-base" />
      {map && <Marks map={map} picture={picture} around={around.value ?? NO_AREAS} />}
      {boundaries.state === 'failed' && (
        <p className="map-note">Boundaries could not be drawn: {boundaries.message}</p>
      )}
      {map && <Zoom map={map} onWhole={showWhole} />}
      <Legend picture={picture} />
    </section>
  );
}
