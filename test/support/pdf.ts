import { deflateSync } from 'node:zlib';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

export interface PdfStream {
  readonly bytes: Uint8Array;
  /** As its dictionary names it: `/FlateDecode`, `[/FlateDecode /FlateDecode]`. */
  readonly filter: string;
}

export const deflated = (content: string | Uint8Array): PdfStream => ({
  bytes: deflateSync(content),
  filter: '/FlateDecode',
});

/** A PDF document of so many pages, all set by one content stream (PDF 1.4, §3.4). */
export function pdfOf({ bytes, filter }: PdfStream, pages = 1): Uint8Array {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 5} 0 R`).join(' ');
  const page =
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 800]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>';
  const objects = [
    latin1('<</Type/Catalog/Pages 2 0 R>>'),
    latin1(`<</Type/Pages/Count ${pages}/Kids[${kids}]>>`),
    latin1('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'),
    Buffer.concat([
      latin1(`<</Length ${bytes.length}/Filter${filter}>>stream\n`),
      bytes,
      latin1('\nendstream'),
    ]),
    ...Array.from({ length: pages }, () => latin1(page)),
  ];
  const parts: Buffer[] = [latin1('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const push = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    push(Buffer.concat([latin1(`${index + 1} 0 obj\n`), object, latin1('\nendobj\n')]));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    latin1(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

/** Sets lines of text from the top of a page down, in twelve points. */
export const setLines = (lines: readonly string[]): string =>
  lines.map((line, index) => `BT /F1 12 Tf 72 ${740 - 15 * index} Td (${line}) Tj ET`).join('\n');
