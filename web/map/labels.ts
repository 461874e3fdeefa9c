export interface LabelRequest {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly bold: boolean;
  /** A flag stands on its upper right. */
  readonly flagged: boolean;
  /** Higher is placed first. */
  readonly priority: number;
}

export interface PlacedLabel {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
  readonly bold: boolean;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const HEIGHT = 14;
const WIDTH_PER_LETTER = 6.4;
const GAP = 5;

const clash = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where a label may stand, the best first: beside its mark, over or under it, aslant. */
function positions({ text, x, y, radius, bold, flagged }: LabelRequest) {
  const width = text.length * (bold ? WIDTH_PER_LETTER + 0.4 : WIDTH_PER_LETTER);
  const away = radius + GAP;
  const [over, under] = [y - away - 5, y + away + 5];
  const at = (anchor: PlacedLabel['anchor'], left: number, middle: number) => ({
    anchor,
    x: anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2,
    y: middle,
    box: {
      left,
      right: left + width,
      top: middle - HEIGHT / 2,
      bottom: middle + HEIGHT / 2,
    },
  });
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

/** Greedy: each label takes the first side that is free of marks and of labels placed before it. */
export function placeLabels(requests: readonly LabelRequest[]): readonly PlacedLabel[] {
  const taken: Box[] = requests.flatMap(marked);
  const placed: PlacedLabel[] = [];
  for (const request of [...requests].sort((a, b) => b.priority - a.priority)) {
    const free = positions(request).find(({ box }) => !taken.some((other) => clash(box, other)));
    if (!free) continue;
    taken.push(free.box);
    placed.push({
      id: request.id,
      text: request.text,
      x: free.x,
      y: free.y,
      anchor: free.anchor,
      bold: request.bold,
    });
  }
  return placed;
}
