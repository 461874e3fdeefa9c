import { Unreadable } from '../item.ts';

/** Larger than any page's text or picture is when unpacked, in bytes. */
const MAX_STREAM = 150_000_000;
const MAX_ALL = 1_000_000_000;
/** A filter that is not measured can unpack each byte to so many (deflate: 1,032; LZW: about 1,340). */
const WORST_RATIO = 1_400;
/** Packs its bytes: `FlateDecode` and `LZWDecode` and what they are called for short. */
const PACKED = /\/(?:FlateDecode|LZWDecode|Fl|LZW)\b/g;
/** As far as a dictionary is looked for in front of its stream, in bytes. */
const DICTIONARY = 1_500;

interface Stream {
  readonly filters: string;
  readonly bytes: Uint8Array;
}

function* streamsOf(bytes: Uint8Array): Generator<Stream> {
  const text = new TextDecoder('latin1').decode(bytes);
  const opening = /stream\r?\n/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = opening.lastIndex;
    const end = text.indexOf('endstream', start);
    const before = text.slice(Math.max(0, match.index - DICTIONARY), match.index);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    yield {
      filters: /\/(?:Filter|F)\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1] ?? '',
      bytes: bytes.subarray(start, end < 0 ? bytes.length : end),
    };
    if (end < 0) return;
    opening.lastIndex = end;
  }
}

/** Bytes that a deflated stream unpacks to, counted no further than the limit. */
async function unpackedSize(bytes: Uint8Array, limit: number): Promise<number> {
  let size = 0;
  const source = new Blob([bytes]).stream();
  const reader = source.pipeThrough(new DecompressionStream('deflate')).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > limit) break;
    }
  } catch {
    // A stream that breaks off unpacks to what came before.
  }
  await reader.cancel().catch(() => undefined);
  return size;
}

function sizeOf({ filters, bytes }: Stream): Promise<number> | number {
  const packed = filters.match(PACKED)?.length ?? 0;
  if (packed === 0) return bytes.length;
  const alone = /^\[?\s*\/(?:FlateDecode|Fl)\s*\]?$/.test(filters);
  return alone ? unpackedSize(bytes, MAX_STREAM) : bytes.length * WORST_RATIO ** packed;
}

/**
 * Refuses documents of a few bytes that unpack to gigabytes. Locked documents are not seen through.
 * @throws Unreadable
 */
export async function refuseBombs(bytes: Uint8Array): Promise<void> {
  let all = 0;
  for (const stream of streamsOf(bytes)) {
    const size = await sizeOf(stream);
    all += size;
    if (size > MAX_STREAM || all > MAX_ALL) {
      throw new Unreadable(
        'too-complex',
        `saw a PDF document that unpacks to more than ${(size > MAX_STREAM ? MAX_STREAM : MAX_ALL) / 1e6} MB; expected a report`,
      );
    }
  }
}
