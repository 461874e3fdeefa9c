import type { Random } from '../random.ts';

export interface Story {
  readonly id: string;
  readonly text: string;
}

/** A text with the stories whose words it has. */
export interface Variant {
  readonly kind: string;
  readonly text: string;
  readonly of: readonly string[];
}

const paragraphs = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== '');

/** The first or last half of the paragraphs: papers cut from the end, some sites from the start. */
function cutToHalf(text: string, random: Random): string {
  const list = paragraphs(text);
  const half = Math.max(1, Math.floor(list.length / 2));
  return (random.next() < 0.8 ? list.slice(0, half) : list.slice(-half)).join('\n\n');
}

/** The first fifth in other words (words of the story, in another order). */
function rewriteLead(text: string, random: Random): string {
  const list = paragraphs(text);
  const lead = Math.max(1, Math.round(list.length / 5));
  const words = random.shuffle(text.split(/\s+/)).slice(0, 30 * lead);
  return [words.join(' '), ...list.slice(lead)].join('\n\n');
}

const reorder = (text: string, random: Random) => random.shuffle(paragraphs(text)).join('\n\n');

/** One word in twenty replaced by another of the story. */
function edit(text: string, random: Random): string {
  const words = text.split(' ');
  return words.map((word) => (random.next() < 0.05 ? random.pick(words) : word)).join(' ');
}

/** The opening only: a brief. */
const brief = (text: string) => {
  const words = text.split(/\s+/);
  return words.slice(0, Math.min(words.length, 90)).join(' ');
};

/** Two stories, each cut to half or whole, one after the other. */
export function merge(a: Story, b: Story, random: Random): Variant {
  const part = (text: string) => (random.next() < 0.5 ? text : cutToHalf(text, random));
  return { kind: 'merged', text: `${part(a.text)}\n\n${part(b.text)}`, of: [a.id, b.id] };
}

const KINDS: Readonly<Record<string, (text: string, random: Random) => string>> = {
  verbatim: (text) => text,
  cut: cutToHalf,
  lead: rewriteLead,
  reordered: reorder,
  edited: edit,
  brief: (text) => brief(text),
  'cut, lead rewritten': (text, random) => rewriteLead(cutToHalf(text, random), random),
};

export function variantsOf(story: Story, random: Random): Variant[] {
  return Object.entries(KINDS).map(([kind, make]) => ({
    kind,
    text: make(story.text, random),
    of: [story.id],
  }));
}
