import type { getDocumentProxy } from 'unpdf';
import type { Problem } from '../../domain/index.ts';
import { openingOf } from '../dateline.ts';
import { type Found, type Limits, Unreadable } from '../item.ts';
import { linesOf, type TextRun, withoutRunningHeads } from './pdf-lines.ts';
import { refuseBombs } from './pdf-streams.ts';
import { headlineOf, paragraphsOf } from './pdf-paragraphs.ts';

/** Longer documents are books. */
const MAX_PAGES = 1000;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const reasons: Readonly<Record<string, string>> = {
  PasswordException: 'saw a PDF document that asks for a password; save it without one',
  InvalidPDFException: 'saw a PDF document that is broken or cut off',
};

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  await refuseBombs(bytes);
  const library = await import('unpdf');
  try {
    // The library keeps what it is given, and takes no Buffer.
    return await library.getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      verbosity: 0,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new Unreadable(
      'pdf',
      reasons[name] ?? `saw a PDF document that cannot be opened: ${String(error)}`,
    );
  }
}

interface Item {
  readonly str?: string;
  readonly width: number;
  readonly transform: readonly number[];
}

const runOf = ({ str, width, transform }: Item): TextRun | undefined => {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform ?? [];
  return str === undefined ? undefined : { str, x, y, width, fontSize: Math.hypot(c, d) };
};

/** What is set on a page, up to so many characters. */
async function runsOf(pdf: Pdf, number: number, limit: number): Promise<readonly TextRun[]> {
  const page = await pdf.getPage(number);
  const reader = page.streamTextContent().getReader();
  const runs: TextRun[] = [];
  let characters = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const item of part.value.items as readonly Item[]) {
      const run = runOf(item);
      if (run) runs.push(run);
      characters += run?.str.length ?? 0;
    }
    if (characters > limit) break;
  }
  await reader.cancel(new Error('enough'));
  page.cleanup();
  return runs;
}

async function pagesOf(pdf: Pdf, limits: Limits): Promise<readonly (readonly TextRun[])[]> {
  if (pdf.numPages > MAX_PAGES) {
    throw new Unreadable(
      'too-long',
      `saw a PDF document of ${pdf.numPages} pages; expected a report of at most ${MAX_PAGES}`,
    );
  }
  const pages: (readonly TextRun[])[] = [];
  let left = limits.maxCharacters;
  for (let number = 1; number <= pdf.numPages && left >= 0; number++) {
    const runs = await runsOf(pdf, number, left);
    left -= runs.reduce((sum, { str }) => sum + str.length, 0);
    pages.push(runs);
  }
  if (left < 0) {
    throw new Unreadable(
      'too-long',
      `saw a PDF document with more than ${limits.maxCharacters} characters; expected one report. Cut it into its reports, or raise the limit with --max-size.`,
    );
  }
  return pages;
}

interface Info {
  readonly Title?: unknown;
  readonly Author?: unknown;
  readonly CreationDate?: unknown;
}

const stated = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** Word processors write the file's name where the title belongs. */
const FILE_NAME =
  /\.(?:docx?|odt|rtf|indd|pdf|pptx?|html?)\b|^microsoft word|^untitled|^slide \d|^(?:https?|about):/i;

/** The file's own date is when it was made, which is not when its text was published. */
function madeOn(info: Info, published: string | undefined): readonly Problem[] {
  const [, year, month, date] =
    /^D:(\d{4})(\d{2})(\d{2})/.exec(stated(info.CreationDate) ?? '') ?? [];
  if (published !== undefined || year === undefined) return [];
  return [
    {
      code: 'no-date',
      message: `the file was made on ${year}-${month}-${date}; if it was published then, say so with --published`,
    },
  ];
}

/**
 * A PDF document: its text in paragraphs, without running heads, and what it says about itself.
 * Scripts, forms and attachments in it are not looked at.
 * @throws Unreadable when it is broken, locked, or has pictures of text and no text.
 */
export async function readPdf(bytes: Uint8Array, limits: Limits): Promise<Found> {
  const pdf = await openPdf(bytes);
  try {
    const runs = await pagesOf(pdf, limits);
    const pages = withoutRunningHeads(runs.map(linesOf));
    const body = paragraphsOf(pages).join('\n\n');
    if (body === '') {
      throw new Unreadable(
        'empty',
        `saw a PDF document of ${runs.length} ${runs.length === 1 ? 'page' : 'pages'} without text, perhaps a scan; expected text. Make it searchable (OCR) and add it again.`,
      );
    }
    const info = (await pdf.getMetadata()).info as Info;
    const opening = openingOf(body);
    const title = stated(info.Title);
    return {
      ...opening,
      body,
      title:
        title === undefined || FILE_NAME.test(title) ? (headlineOf(pages) ?? opening.title) : title,
      byline: opening.byline ?? stated(info.Author),
      problems: madeOn(info, opening.published),
    };
  } finally {
    await pdf.destroy();
  }
}
