import type { Problem } from '../domain/index.ts';
import { openingOf } from './dateline.ts';
import type { Found } from './item.ts';

const FRONT = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

const unquote = (value: string) =>
  /^"(?:[^"\\]|\\.)*"$/.test(value)
    ? value.slice(1, -1).replace(/\\(.)/g, '$1')
    : value.replace(/^'(.*)'$/, (_, inner: string) => inner.replaceAll("''", "'"));

/** The one-line `key: value` part of YAML; anything else is named as a problem and left alone. */
function frontMatter(text: string): { fields: Map<string, string>; problems: Problem[] } {
  const fields = new Map<string, string>();
  const problems: Problem[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const match = /^([\w-]+)\s*:\s*(.*)$/.exec(line);
    if (match) fields.set(match[1]!.toLowerCase(), unquote(match[2]!.trim()));
    else {
      const message = `front matter: saw "${line.slice(0, 60)}"; expected "key: value" on one line`;
      problems.push({ code: 'front-matter', message });
    }
  }
  return { fields, problems };
}

/** Markup becomes the words it marks; lists keep their bullets, so that items can be told. */
function plain(text: string): string {
  return text
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(/!\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)/g, '')
    .replace(/\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)/g, '$1')
    .replace(/<(https?:\/\/[^>\s]{1,2000})>/g, '$1')
    .replace(/^#{1,6}[ \t]+(.*?)[ \t]*#*$/gm, '$1')
    .replace(/^>[ \t]?/gm, '')
    .replace(/^[*+][ \t]+/gm, '- ')
    .replace(/(\*\*|__)(?=\S)([^\n]{1,2000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\d*])\*(?=\S)([^\n*]{1,2000}?)(?<=\S)\*(?![\p{L}\d*])/gu, '$1')
    .replace(/(?<![\p{L}\d_])_(?=\S)([^\n_]{1,2000}?)(?<=\S)_(?![\p{L}\d_])/gu, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Markdown with front matter: `outlet`, `published` (or `date`), `url`, `title`, `byline` (or `author`), `language`. */
export function readMarkdown(text: string): Found {
  const front = FRONT.exec(text);
  const { fields, problems } = frontMatter(front?.[1] ?? '');
  const rest = front ? text.slice(front[0].length) : text;
  const heading = /^\s*#[ \t]+(.+?)[ \t]*#*(?:\n|$)/.exec(rest);
  const body = plain(heading ? rest.slice(heading[0].length) : rest);
  const opening = openingOf(body);
  return {
    body,
    title: fields.get('title') ?? heading?.[1] ?? opening.title,
    outlet: fields.get('outlet') ?? fields.get('source'),
    url: fields.get('url'),
    byline: fields.get('byline') ?? fields.get('author') ?? opening.byline,
    dateline: fields.get('dateline') ?? opening.dateline,
    published: fields.get('published') ?? fields.get('date') ?? opening.published,
    language: fields.get('language') ?? fields.get('lang'),
    problems,
  };
}
