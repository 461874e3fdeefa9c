import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', 'examples');
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(md|txt|html|jsonl)$/.test(file) && file !== 'README.md')
  .sort();
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('examples', () => {
  test('the README lists every example and no other', () => {
    const listed = [...readme.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]!).sort();
    expect(listed).toEqual(files);
  });

  test('there are at least 50 for August 2021 and a dozen for other wars', () => {
    const count = (folder: string) => files.filter((file) => file.startsWith(folder)).length;
    expect(count('afghanistan-2021')).toBeGreaterThanOrEqual(50);
    expect(count('other-wars')).toBeGreaterThanOrEqual(12);
  });

  test('every address is one that leads nowhere', () => {
    for (const file of files) {
      const text = readFileSync(join(ROOT, file), 'utf8');
      const hosts = [...text.matchAll(/https?:\/\/[^\s"')]+/g)].map(
        ([address]) => new URL(address).hostname,
      );
      expect(hosts.filter((host) => !/^(example\.org|.*\.invalid)$/.test(host))).toEqual([]);
    }
  });
});
