export interface LabelRequest {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly bold: boolean;
  /** A flag stands on its upper right. */
  readonly flagged: boolean;
  /** Where nothing is free beside its mark, its label stands farther off, at the end of a line. */
  readonly insists: boolean;
  /** Higher is placed first. */
  readonly priority: number;
}

interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface PlacedLabel {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
  readonly bold: boolean;
  readonly box: Box;
  /** From the rim of its mark, where the label stands away from it. */
  readonly line?: Line;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const HEIGHT = 14;
const WIDTH_PER_LETTER = 6.4;
const GAP = 5;
/** How far off a label may stand from the middle of its mark, in pixels. */
const REACHES = [24, 34, 46, 60];

export const clash = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

type Anchor = PlacedLabel['anchor'];

const widthOf = ({ text, bold }: LabelRequest) =>
  text.length * (bold ? WIDTH_PER_LETTER + 0.4 : WIDTH_PER_LETTER);

type Position = Pick<PlacedLabel, 'anchor' | 'x' | 'y' | 'box' | 'line'>;

const standing = (width: number, anchor: Anchor, left: number, middle: number): Position => ({
  anchor,
  x: anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2,
  y: middle,
  box: {
    left: left - 1,
    right: left + width + 1,
    top: middle - HEIGHT / 2,
    bottom: middle + HEIGHT / 2,
  },
});

/** Where a label may stand, the best first: beside its mark, over or under it, aslant. */
function beside(request: LabelRequest): readonly Position[] {
  const { x, y, radius, flagged } = request;
  const width = widthOf(request);
  const away = radius + GAP;
  const [over, under] = [y - away - 5, y + away + 5];
  const at = (anchor: Anchor, left: number, middle: number) =>
    standing(width, anchor, left, middle);
  return [
    at('start', x + away, y),
    at('end', x - away - width, y),
    at('middle', x - width / 2, over),
    at('middle', x - width / 2, under),
    at('end', x + radius * 0.6 - width, over),
    at('start', x - radius, under),
    at('end', x + radius - width, under),
    ...(flagged ? [at('middle', x - width / 2, y - radius * 2.2 - GAP - 3)] : []),
  ];
}

/** Farther off, the nearest first, in sixteen directions. */
function afar(request: LabelRequest): readonly Position[] {
  const { x, y, radius } = request;
  const width = widthOf(request);
  return REACHES.flatMap((reach) =>
    Array.from({ length: 16 }, (_, turn) => {
      const angle = (turn * Math.PI) / 8;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const [x2, y2] = [x + cos * reach, y + sin * reach];
      const anchor = cos > 0.2 ? 'start' : cos < -0.2 ? 'end' : 'middle';
      const left = { start: x2 + 2, end: x2 - 2 - width, middle: x2 - width / 2 }[anchor];
      const line = { x1: x + cos * radius, y1: y + sin * radius, x2, y2 };
      const middle = anchor === 'middle' ? y2 + Math.sign(sin) * (HEIGHT / 2) : y2;
      return { ...standing(width, anchor, left, middle), line };
    }),
  );
}

/** Whether a line enters a box; told by points a pixel or two apart, as lines are short. */
const enters = ({ x1, y1, x2, y2 }: Line, box: Box) =>
  Array.from({ length: 24 }, (_, step) => (step + 1) / 24).some((part) => {
    const [x, y] = [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
  });

/** What a mark itself takes: its disc, and its flag. */
function marked({ x, y, radius, flagged }: LabelRequest): readonly Box[] {
  const disc = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
  const flag = {
    left: x + radius * 0.7,
    right: x + radius * 1.7,
    top: y - radius * 2.2,
    bottom: y - radius,
  };
  return flagged ? [disc, flag] : [disc];
}

const within = (inner: Box, outer: Box) =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

/**
 * Greedy: each label takes the first side in the frame that is free of marks and of labels placed
 * before it; those that insist come first, and lines go where all of these have left room.
 */
export function placeLabels(requests: readonly LabelRequest[], frame: Box): readonly PlacedLabel[] {
  const marks = new Map(requests.map((request) => [request, marked(request)]));
  const taken: Box[] = [...marks.values()].flat();
  const placed = new Map<LabelRequest, PlacedLabel>();
  const place = (request: LabelRequest, positions: readonly Position[]) => {
    if (placed.has(request)) return;
    const own = marks.get(request)!;
    const position = positions.find(
      ({ box, line }) =>
        within(box, frame) &&
        !taken.some(
          (other) => clash(box, other) || (line && !own.includes(other) && enters(line, other)),
        ) &&
        ![...placed.values()].some((other) => other.line && enters(other.line, box)),
    );
    if (!position) return;
    taken.push(position.box);
    const { id, text, bold } = request;
    placed.set(request, { id, text, bold, ...position });
  };
  const ranked = [...requests].sort((a, b) => b.priority - a.priority);
  const insisting = ranked.filter(({ insists }) => insists);
  for (const request of insisting) place(request, beside(request));
  for (const request of insisting) place(request, afar(request));
  for (const request of ranked) place(request, beside(request));
  return [...placed.values()];
}
