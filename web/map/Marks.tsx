import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Picture, PlacePicture } from '../../src/server/wire.ts';
import { otherwise, percent, statement } from '../parts/words.ts';
import { go, useAddress } from '../state/address.ts';
import { useSetting } from '../state/context.ts';
import type { Areas, MapLibre } from './base.ts';
import { Glyph, disputant } from './glyph.tsx';
import { clash, placeLabels, type Box, type LabelRequest } from './labels.ts';

interface Mark {
  readonly picture: PlacePicture;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly changed: boolean;
}

/** Counts up whenever the map has moved, once per frame. */
function useMoves(map: MapLibre): number {
  const [moves, setMoves] = useState(0);
  useEffect(() => {
    let frame = 0;
    const moved = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setMoves((before) => before + 1));
    };
    const subscriptions = [map.on('move', moved), map.on('resize', moved)];
    return () => {
      cancelAnimationFrame(frame);
      for (const subscription of subscriptions) subscription.unsubscribe();
    };
  }, [map]);
  return moves;
}

/** What can be pressed around a mark; drawn as a ring when it is chosen. */
const reach = ({ radius }: Pick<Mark, 'radius'>) => Math.max(12, radius + 5);

const isPoint = ({ place }: PlacePicture) =>
  place.level === 'settlement' || place.level === 'exact' || place.level === 'district';

/** Ids of provinces and districts that are drawn as areas need no mark; the rest does. */
function marksOf(map: MapLibre, picture: Picture): readonly Mark[] {
  const { clientWidth, clientHeight } = map.getContainer();
  const changed = new Set(picture.changes.map(({ place }) => place.id));
  return picture.places
    .filter(isPoint)
    .map((entry) => {
      const { x, y } = map.project([entry.place.lon, entry.place.lat]);
      const blank = entry.standing.best.state === 'unknown' && entry.standing.claims === 0;
      const radius = blank ? 3 : entry.place.capitalOf ? 8 : 5.5;
      return { picture: entry, x, y, radius, changed: changed.has(entry.place.id) };
    })
    .filter(({ x, y }) => x > -20 && y > -20 && x < clientWidth + 20 && y < clientHeight + 20)
    .sort((a, b) => a.y - b.y);
}

/** The nearest mark in the direction of an arrow key. */
function neighbour(marks: readonly Mark[], from: Mark, key: string): Mark | undefined {
  const across = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  const cost = (mark: Mark) => {
    const along = sign * (across ? mark.x - from.x : mark.y - from.y);
    const aside = Math.abs(across ? mark.y - from.y : mark.x - from.x);
    return along <= 1 || aside > along * 2 ? Infinity : along + aside * 2;
  };
  const best = [...marks].sort((a, b) => cost(a) - cost(b))[0];
  return best && cost(best) < Infinity ? best : undefined;
}

interface Props {
  readonly map: MapLibre;
  readonly picture: Picture;
  readonly around: Areas;
}

/** Half the width of a spaced capital, in pixels. */
const HALF_LETTER = 4.8;
/** Pixels at the foot of the map that the key may take. */
const KEY = 64;
/** Pixels across from which a map has room for names at the ends of lines. */
const ROOMY = 640;
const countryNames = new Intl.DisplayNames('en', { type: 'region' });

interface View {
  readonly picture: Picture;
  readonly chosen: string | null;
  readonly roomy: boolean;
}

/** Where there is room the seat of every province is named, else that of the country. */
function requestOf(mark: Mark, { picture, chosen, roomy }: View): LabelRequest {
  const { place, standing } = mark.picture;
  const [isChosen, isSeat] = [place.id === chosen, place.capitalOf !== undefined];
  const isCapital = place.id === picture.capital;
  return {
    id: place.id,
    text: place.name,
    x: mark.x,
    y: mark.y,
    radius: isChosen ? reach(mark) : mark.radius,
    bold: mark.changed || isChosen,
    flagged: disputant(standing) !== null,
    insists: mark.changed || isChosen || isCapital || (isSeat && roomy),
    priority:
      (isChosen ? 4 : 0) +
      (mark.changed ? 2 : 0) +
      (isSeat ? 1 : 0) +
      (isCapital ? 1 : 0) +
      Math.min(0.9, standing.claims / 20),
  };
}

interface NeighbourProps extends Pick<Props, 'map' | 'around'> {
  readonly labels: readonly { readonly box: Box }[];
}

/** Names of the countries around, where labels of places leave them room. */
function Neighbours({ map, around, labels }: NeighbourProps) {
  return around.features.flatMap(({ properties, geometry }) => {
    if (properties?.['part'] !== 'name' || geometry.type !== 'Point') return [];
    const code = String(properties['country']);
    const [lon, lat] = geometry.coordinates as [number, number];
    const { x, y } = map.project([lon, lat]);
    const name = countryNames.of(code) ?? code;
    const { clientWidth, clientHeight } = map.getContainer();
    const half = name.length * HALF_LETTER;
    // It names its own land, and never stands on that of the country shown.
    if (map.project([lon + Number(properties['free']), lat]).x - x < half) return [];
    // A name that is cut off names nothing.
    if (x < half || x > clientWidth - half || y < 10 || y > clientHeight - KEY) return [];
    const own = { left: x - half, right: x + half, top: y - 7, bottom: y + 7 };
    if (labels.some(({ box }) => clash(box, own))) return [];
    return [
      <text key={code} x={x} y={y} className="neighbour">
        {name}
      </text>,
    ];
  });
}

export function Marks({ map, picture, around }: Props) {
  const { holders } = useSetting();
  const { place: chosen } = useAddress();
  const moves = useMoves(map);
  const layer = useRef<SVGSVGElement>(null);
  // `moves` stands for where the map is.
  const marks = useMemo(() => marksOf(map, picture), [map, picture, moves]);
  const { clientWidth: right, clientHeight: bottom } = map.getContainer();
  const view = { picture, chosen, roomy: right >= ROOMY };
  const labels = placeLabels(
    marks.map((mark) => requestOf(mark, view)),
    { left: 0, top: 0, right, bottom },
  );
  const entry = marks.find((mark) => mark.picture.place.id === chosen) ?? marks[0];

  const onKey = (event: KeyboardEvent, mark: Mark) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      go({ place: mark.picture.place.id, report: null, claim: null });
    }
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    event.stopPropagation();
    const next = neighbour(marks, mark, event.key);
    layer.current
      ?.querySelector<SVGGElement>(`[data-place="${CSS.escape(next?.picture.place.id ?? '')}"]`)
      ?.focus();
  };

  return (
    <svg
      ref={layer}
      className="marks"
      role="group"
      aria-label="Places; arrow keys move between them"
      data-at={picture.at}
    >
      <g aria-hidden="true">
        <Neighbours map={map} around={around} labels={labels} />
      </g>
      {marks.map((mark) => {
        const { place, standing } = mark.picture;
        const says = statement(place.name, standing, holders);
        const others = otherwise(standing, holders);
        const share =
          standing.state.state === 'unknown' ? '' : `, ${percent(standing.probability)}`;
        return (
          <g
            key={place.id}
            data-place={place.id}
            data-name={place.name}
            data-state={standing.state.state === 'held' ? standing.state.by : standing.state.state}
            className={`mark${place.id === chosen ? ' is-chosen' : ''}${mark.changed ? ' is-changed' : ''}`}
            transform={`translate(${mark.x.toFixed(1)},${mark.y.toFixed(1)})`}
            role="button"
            tabIndex={mark === entry ? 0 : -1}
            aria-label={[says + share, ...others].join('; ')}
            onClick={() => go({ place: place.id, report: null, claim: null })}
            onKeyDown={(event) => onKey(event, mark)}
          >
            <title>{[says, ...others].join('; ')}</title>
            <circle r={reach(mark)} className="mark-reach" />
            <Glyph picture={mark.picture} radius={mark.radius} holders={holders} />
          </g>
        );
      })}
      <g className="labels" aria-hidden="true">
        {labels.map(({ id, line }) => line && <line key={id} {...line} />)}
        {labels.map((label) => (
          <text
            key={label.id}
            x={label.x}
            y={label.y}
            textAnchor={label.anchor}
            className={label.bold ? 'is-bold' : ''}
          >
            {label.text}
          </text>
        ))}
      </g>
    </svg>
  );
}
