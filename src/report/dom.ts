import { parseHTML } from 'linkedom';

/** As much of a DOM as reading a page takes; the compiler here knows no browser. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode {
  getAttribute(name: string): string | null;
}

export interface PageDocument {
  readonly body: PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  toString(): string;
}

/** Builds the tree only: no script runs, nothing is fetched. */
export const parsePage = (html: string): PageDocument =>
  (parseHTML(html) as unknown as { readonly document: PageDocument }).document;
