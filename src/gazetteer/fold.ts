/**
 * Place names folded in steps. Two spellings are compared by the first step that makes them equal,
 * and each step costs confidence: marks and case, spaces, izafat and articles, sounds.
 */

const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ə: 'a',
};

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
const ODD_LETTERS = /[øłđðıßæœþə]/g;
const MARKS = /\p{M}+/gu;
const APOSTROPHES = /['‘’‛`´ʹʺʻʼʽʾʿˈ′ʿ.]+/g;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;

/** Lower case, no marks, no apostrophes or full stops; words parted by single spaces. */
export function plain(name: string): string {
  const lower = name.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(APOSTROPHES, '')
    .replace(ODD_LETTERS, (letter) => LETTERS[letter]!)
    .replace(SEPARATORS, ' ')
    .trim();
}

/** The plain form without its spaces: "lashkargah". */
export const tight = (plainName: string) => plainName.replaceAll(' ', '');

const ARTICLES = new Set(
  'al el ad as an ar at az ash adh ath ul ur us il the la le e i ye yi'.split(' '),
);
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['mt', 'mount'],
  ['ft', 'fort'],
]);

/** Words of a plain name without articles and izafat: "dasht-e archi" and "dashti archi" agree. */
export function bareWords(plainName: string): readonly string[] {
  const words = plainName.split(' ');
  const last = words.length - 1;
  const kept = words
    .filter((word, i) => i === last || !ARTICLES.has(word))
    .map((word) => ABBREVIATIONS.get(word) ?? word);
  return kept.map((word, i) =>
    i < kept.length - 1 && word.length > 3 ? word.replace(/[ei]$/, '') : word,
  );
}

/** Letters that transliterations use for one sound, longest first; the order matters. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/dzh|dj|zh/g, 'j'],
  [/tch/g, 'ch'],
  [/dz/g, 'z'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/ck|q|c(?!h)/g, 'k'],
  [/x/g, 'ks'],
  [/a[wu]|o[wuo]|u/g, 'o'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/[ae][iy]+|ee|ie|iy|y/g, 'i'],
  [/e/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/([aio])h$/, '$1'],
];

/** What a name sounds like, roughly: the key of the widest lookup. */
export function sound(plainName: string): string {
  let key = bareWords(plainName).join('');
  for (const [letters, one] of SOUNDS) key = key.replace(letters, one);
  return key;
}

/** Edits (insert, delete, replace) between two short strings. */
export function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, above[j]! + 1, row[j - 1]! + 1));
    }
    above = row;
  }
  return above[b.length]!;
}

/** What each folding step leaves of certainty; sounds lose more the more letters differ. */
const LEFT = { marks: 0.99, spaces: 0.97, affixes: 0.93, sounds: 0.92, perLetter: 0.3 };

/** 1 for the name as spelt, less for each step needed, 0 when no step makes them equal. */
export function similarity(query: string, name: string): number {
  if (query === name) return 1;
  const [a, b] = [plain(query), plain(name)];
  if (a === '' || b === '') return 0;
  if (a === b) return LEFT.marks;
  const [tightA, tightB] = [tight(a), tight(b)];
  if (tightA === tightB) return LEFT.spaces;
  if (bareWords(a).join('') === bareWords(b).join('')) return LEFT.affixes;
  if (sound(a) !== sound(b)) return 0;
  const share = editDistance(tightA, tightB) / Math.max(tightA.length, tightB.length);
  return Math.max(0.6, LEFT.sounds - LEFT.perLetter * share);
}

/** 32-bit FNV-1a over UTF-16 units: http://www.isthe.com/chongo/tech/comp/fnv/. */
export function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) {
    value ^= key.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  // FNV's high bits mix poorly on short keys, and buckets are taken from them.
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
