import { Readability } from '@mozilla/readability';
import { openingOf } from './dateline.ts';
import { type PageNode, parsePage } from './dom.ts';
import { type Found, type Limits, Unreadable } from './item.ts';
import { pageFacts } from './page-facts.ts';

/** Elements that need no closing tag, so an open one says nothing about depth. */
const UNCLOSED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot colgroup'.split(
    ' ',
  ),
);

/** Cuts `<name …>…</name>` out by position; a regular expression could backtrack on a hostile page. */
function without(html: string, open: string, close: string): string {
  const lower = html.toLowerCase();
  let result = '';
  let from = 0;
  for (;;) {
    const start = lower.indexOf(open, from);
    if (start < 0) return result + html.slice(from);
    result += html.slice(from, start);
    const end = lower.indexOf(close, start + open.length);
    if (end < 0) return result;
    const closed = html.indexOf('>', end + close.length - 1);
    if (closed < 0) return result;
    from = closed + 1;
  }
}

/** Nothing in a page is ever run, and what is not prose is not even parsed. */
function prose(html: string): string {
  let result = without(html, '<!--', '-->');
  for (const name of ['style', 'svg', 'template', 'iframe', 'object']) {
    result = without(result, `<${name}`, `</${name}`);
  }
  return result;
}

function refuseHostile(html: string, limits: Limits): void {
  let elements = 0;
  let depth = 0;
  for (const [, closing, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    const tag = name!.toLowerCase();
    if (closing === '') elements++;
    if (!UNCLOSED.has(tag)) depth = Math.max(0, depth + (closing === '' ? 1 : -1));
    if (depth > limits.maxDepth) {
      throw new Unreadable(
        'too-deep',
        `saw HTML nested deeper than ${limits.maxDepth}; no article is`,
      );
    }
    if (elements > limits.maxElements) {
      throw new Unreadable(
        'too-complex',
        `saw HTML with more than ${limits.maxElements} elements; expected a page with one article`,
      );
    }
  }
}

const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE TR UL BR HR'.split(
    ' ',
  ),
);
const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'BUTTON',
  'FORM',
  'SELECT',
  'NAV',
  'FOOTER',
  'ASIDE',
]);

/** Text of a tree, paragraphs separated by a blank line, list items by "- ". */
function textOf(root: PageNode): string {
  const paragraphs: string[] = [];
  let current = '';
  const flush = () => {
    const line = current.replace(/\s+/g, ' ').trim();
    if (line !== '' && line !== '-') paragraphs.push(line);
    current = '';
  };
  const visit = (node: PageNode): void => {
    if (node.nodeType === 3) {
      current += node.textContent ?? '';
      return;
    }
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return;
    const name = node.nodeName.toUpperCase();
    if (SILENT.has(name)) return;
    if (BLOCK.has(name)) flush();
    if (name === 'LI') current = '- ';
    for (const child of node.childNodes) visit(child);
    if (BLOCK.has(name)) flush();
    else if (name === 'TD' || name === 'TH') current += ' ';
  };
  visit(root);
  flush();
  return paragraphs.join('\n\n');
}

/** Shorter than this, what was extracted is a caption or a cookie notice rather than the article. */
const ENOUGH = 140;

function articleOf(
  html: string,
  limits: Limits,
): { body: string; title?: string; byline?: string } {
  const document = parsePage(html);
  const reader = new Readability<PageNode>(document, {
    maxElemsToParse: limits.maxElements,
    charThreshold: ENOUGH,
    serializer: (node) => node as PageNode,
  });
  const article = reader.parse();
  const body = article?.content ? textOf(article.content) : '';
  const title = article?.title;
  const byline = article?.byline;
  return { body, ...(title ? { title } : {}), ...(byline ? { byline } : {}) };
}

/** The headline stands above the article too; it is the title, not part of the body. */
function withoutHeading(text: string, title: string | undefined): string {
  const end = text.indexOf('\n\n');
  const same =
    title !== undefined && end > 0 && text.slice(0, end) === title.replace(/\s+/g, ' ').trim();
  return same ? text.slice(end + 2) : text;
}

/** An HTML page: its article's text, and what its metadata says. */
export function readHtml(html: string, limits: Limits): Found {
  const page = prose(html);
  refuseHostile(page, limits);
  const document = parsePage(page.includes('<html') ? page : `<html><body>${page}</body></html>`);
  const facts = pageFacts(document);
  const root = document.querySelector('article') ?? document.querySelector('main') ?? document.body;
  const wholePage = textOf(root);
  const { body: extracted, ...article } = articleOf(document.toString(), limits);
  const text = extracted.length >= ENOUGH || wholePage === '' ? extracted : wholePage;
  const title = facts.title ?? article.title;
  const body = withoutHeading(text, title);
  const opening = openingOf(body);
  return {
    body,
    title,
    outlet: facts.outlet,
    url: facts.url,
    byline: facts.byline ?? article.byline ?? opening.byline,
    dateline: opening.dateline,
    published: facts.published ?? opening.published,
    language: facts.language,
    problems: facts.problems,
  };
}
