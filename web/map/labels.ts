export interface LabelRequest {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly bold: boolean;
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

function positions({ text, x, y, radius, bold }: LabelRequest) {
  const width = text.length * (bold ? WIDTH_PER_LETTER + 0.4 : WIDTH_PER_LETTER);
  const away = radius + GAP;
  const box = (left: number, middle: number): Box => ({
    left,
    right: left + width,
    top: middle - HEIGHT / 2,
    bottom: middle + HEIGHT / 2,
  });
  return [
    { anchor: 'start' as const, x: x + away, y, box: box(x + away, y) },
    { anchor: 'end' as const, x: x - away, y, box: box(x - away - width, y) },
    { anchor: 'middle' as const, x, y: y - away - 5, box: box(x - width / 2, y - away - 5) },
    { anchor: 'middle' as const, x, y: y + away + 5, box: box(x - width / 2, y + away + 5) },
  ];
}

/** Greedy: each label takes the first side that is free of marks and of labels placed before it. */
export function placeLabels(requests: readonly LabelRequest[]): readonly PlacedLabel[] {
  const taken: Box[] = requests.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
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
