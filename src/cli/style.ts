/** Escape codes of ECMA-48, or nothing. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly mark: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
}

const plain = (text: string) => text;

const between = (open: number, close: number) => (text: string) =>
  `\u001B[${open}m${text}\u001B[${close}m`;

/** Without colour, evidence is marked with brackets, so that it can still be told. */
export const styleFor = (colour: boolean): Style =>
  colour
    ? {
        bold: between(1, 22),
        dim: between(2, 22),
        mark: (text) => between(4, 24)(between(1, 22)(text)),
        good: between(32, 39),
        warn: between(33, 39),
      }
    : { bold: plain, dim: plain, mark: (text) => `[${text}]`, good: plain, warn: plain };

/** Control characters of a report must not reach the terminal as commands. */
export const printable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');

/** Breaks at spaces so that no line is longer than `width`, unless a word is. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && visibleLength(line) + 1 + visibleLength(word) > width - indent.length) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '') lines.push(line);
  return lines.map((each) => indent + each).join('\n');
}

// oxlint-disable-next-line no-control-regex
const ESCAPES = /\u001B\[\d+m/g;

export const visibleLength = (text: string) => text.replace(ESCAPES, '').length;

export const plural = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;

/** With its sign, a minus being a minus. */
export const signed = (value: number) => `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`;
