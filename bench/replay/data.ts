import { readFile } from 'node:fs/promises';
import { addDays, type Day, type Report } from '../../src/domain/index.ts';
import { reportOf as composed } from '../report.ts';

/** One annotated statement of `control/*.jsonl`. */
export interface GoldStatement {
  readonly kind: string;
  readonly place: string;
  readonly province: string | null;
  readonly actor: string | null;
  readonly date: string | null;
  readonly source: string | null;
  readonly via: string | null;
  readonly modality: string;
  readonly evidence: string;
}

export interface ControlItem {
  readonly id: string;
  readonly url: string;
  readonly outlet: string;
  readonly published: string;
  readonly title: string;
  readonly text: string;
  readonly gold: readonly GoldStatement[];
}

/** One line of `capitals.json`: when a capital changed hands, as commonly accepted. */
export interface Capital {
  readonly capital: string;
  readonly province?: string;
  /** Default Afghanistan. */
  readonly country?: string;
  /** Who came to hold it, where the file tells of several wars, and how annotators call them. */
  readonly holder?: string;
  readonly named?: readonly string[];
  readonly fell: Day;
  readonly fell_range: readonly [Day, Day];
  readonly aliases: readonly string[];
}

export async function loadItems(files: readonly string[]): Promise<ControlItem[]> {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as ControlItem)
    .sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0));
}

export async function loadCapitals(file: string): Promise<Capital[]> {
  return (JSON.parse(await readFile(file, 'utf8')) as { capitals: Capital[] }).capitals;
}

export const reportOf = (item: ControlItem): Report =>
  composed(item.text, { ...item, id: `r${item.id}` });

export function* daysBetween(from: Day, to: Day): Generator<Day> {
  for (let at = from; at <= to; at = addDays(at, 1)) yield at;
}
