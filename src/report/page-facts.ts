import type { Problem } from '../domain/index.ts';
import type { PageDocument } from './dom.ts';

/** What a page's own metadata says: Open Graph, schema.org JSON-LD, Dublin Core, `<time>`. */
export interface PageFacts {
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
  readonly byline?: string | undefined;
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  readonly problems: readonly Problem[];
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** schema.org gives a name, a thing with a name, or a list of either. */
function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    return text(value.flatMap((entry) => nameOf(entry) ?? []).join(', '));
  }
  return isObject(value) ? text(value['name']) : text(value);
}

const ARTICLE = /(?:Article|BlogPosting|Report)$/;
/** Real pages nest `@graph` once or twice. */
const MAX_NESTING = 4;

function findArticle(value: unknown, depth = 0): Json | undefined {
  if (depth > MAX_NESTING) return undefined;
  if (Array.isArray(value)) {
    for (const entry of value.slice(0, 100)) {
      const found = findArticle(entry, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const types = [value['@type']].flat();
  if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) return value;
  return findArticle(value['@graph'] ?? value['mainEntity'], depth + 1);
}

function jsonLd(document: PageDocument, problems: Problem[]): Json {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const article = findArticle(JSON.parse(script.textContent ?? ''));
      if (article) return article;
    } catch {
      problems.push({ code: 'json-ld', message: 'the page has JSON-LD that is not valid JSON' });
    }
  }
  return {};
}

function meta(document: PageDocument, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const selector = ['property', 'name', 'itemprop'].map((key) => `meta[${key}="${name}"]`);
    const found = text(document.querySelector(selector.join(','))?.getAttribute('content'));
    if (found !== undefined) return found;
  }
  return undefined;
}

const attribute = (document: PageDocument, selector: string, name: string) =>
  text(document.querySelector(selector)?.getAttribute(name));

const isWebAddress = (url: string | undefined) =>
  url !== undefined && /^https?:\/\//.test(url) ? url : undefined;

export function pageFacts(document: PageDocument): PageFacts {
  const problems: Problem[] = [];
  const article = jsonLd(document, problems);
  return {
    title:
      text(article['headline']) ??
      meta(document, 'og:title', 'twitter:title', 'dc.title', 'DC.title') ??
      text(document.querySelector('h1')?.textContent) ??
      text(document.querySelector('title')?.textContent),
    outlet: meta(document, 'og:site_name', 'application-name') ?? nameOf(article['publisher']),
    url: isWebAddress(
      attribute(document, 'link[rel="canonical"]', 'href') ?? meta(document, 'og:url'),
    ),
    byline: nameOf(article['author']) ?? meta(document, 'author', 'byl', 'dc.creator'),
    published:
      text(article['datePublished']) ??
      meta(
        document,
        'article:published_time',
        'datePublished',
        'pubdate',
        'publishdate',
        'dc.date',
        'DC.date.issued',
        'date',
      ) ??
      attribute(document, 'article time[datetime]', 'datetime') ??
      attribute(document, 'time[datetime]', 'datetime'),
    language: attribute(document, 'html', 'lang') ?? meta(document, 'og:locale'),
    problems,
  };
}
