/** Features are 32-bit hashes; 0 marks an empty slot of a table and is never a feature. */

/** FNV-1a over UTF-16 units, with a final mix so that low bits are usable. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return finish(hash);
}

function finish(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return mixed === 0 ? 1 : mixed;
}

/** A number for each text, worked out once for those that come again; for few distinct texts. */
export function remembered(compute: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = compute(text)));
    return value;
  };
}

/** One feature from a template's number and an atom. */
export function mix(template: number, atom: number): number {
  const hash = Math.imul(atom ^ Math.imul(template + 1, 0x9e3779b1), 0x2c1b3c6d);
  const mixed = hash ^ (hash >>> 15);
  return mixed === 0 ? 1 : mixed;
}

/** Joins two atoms into one; order matters. */
export function join(a: number, b: number): number {
  const hash = Math.imul(a ^ (a >>> 13), 0x5bd1e995) + b;
  return Math.imul(hash ^ (hash >>> 16), 0x297a2d39);
}
