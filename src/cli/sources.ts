import { lstat, open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import type { Instant } from '../domain/index.ts';
import { KNOWN_ENDINGS, type RawItem } from '../report/index.ts';
import { Failure } from './failure.ts';
import type { CommandIo } from './io.ts';

export interface SourceFile {
  readonly path: string;
  /** As shown to people: relative to the working folder. */
  readonly name: string;
  readonly bytes: number;
}

/** A file that was named or found and cannot be taken. */
export interface RefusedFile {
  readonly name: string;
  readonly reason: string;
}

export interface Gathered {
  readonly files: readonly SourceFile[];
  readonly refused: readonly RefusedFile[];
  /** Files in folders whose ending no reader is for. */
  readonly passedOver: readonly RefusedFile[];
}

const reasonOf = (error: unknown) => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'saw no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'saw no permission to read it';
  return error instanceof Error ? error.message : String(error);
};

/**
 * Files named, and in folders named every file with an ending that is known. Symbolic links inside
 * folders are not followed: they may lead out, or round in a circle.
 */
export async function gather(paths: readonly string[], io: CommandIo): Promise<Gathered> {
  const files = new Map<string, SourceFile>();
  const refused: RefusedFile[] = [];
  const passedOver: RefusedFile[] = [];
  const nameOf = (path: string) => {
    const name = relative(io.cwd, path);
    return name === '' || name.startsWith('..') ? path : name;
  };
  const visit = async (path: string, named: boolean): Promise<void> => {
    try {
      const status = named ? await stat(path) : await lstat(path);
      if (status.isDirectory()) {
        const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
        for (const name of names) await visit(join(path, name), false);
      } else if (status.isFile()) {
        const ending = extname(path).slice(1).toLowerCase();
        if (named || KNOWN_ENDINGS.includes(ending)) {
          files.set(path, { path, name: nameOf(path), bytes: status.size });
        } else {
          const saw = ending === '' ? 'no ending' : `.${ending}`;
          passedOver.push({ name: nameOf(path), reason: saw });
        }
      } else if (named) {
        refused.push({ name: nameOf(path), reason: 'saw neither a file nor a folder' });
      }
    } catch (error) {
      refused.push({ name: nameOf(path), reason: reasonOf(error) });
    }
  };
  for (const path of paths) await visit(resolve(io.cwd, path), true);
  return { files: [...files.values()], refused, passedOver };
}

/** Reads a file, but never more than `maxBytes` + 1 of it: intake then says that it is too large. */
export async function readFileItem(
  file: SourceFile,
  maxBytes: number,
  captured: Instant,
): Promise<RawItem> {
  const handle = await open(file.path);
  try {
    const wanted = Math.min(file.bytes, maxBytes + 1);
    const bytes = new Uint8Array(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await handle.read(bytes, filled, wanted - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return { bytes: bytes.subarray(0, filled), name: basename(file.path), captured };
  } finally {
    await handle.close();
  }
}

/** The one file of `read`. */
export async function fileItem(path: string, io: CommandIo, maxBytes: number): Promise<RawItem> {
  const { files, refused } = await gather([path], io);
  if (refused[0]) {
    throw new Failure(
      'noInput',
      `${path}: ${refused[0].reason}`,
      'Expected a file that can be read, an http(s) address, or - for standard input.',
    );
  }
  if (files.length !== 1) {
    throw new Failure(
      'noInput',
      `${path}: saw a folder`,
      'Expected one file; `dateline add` takes folders.',
    );
  }
  return readFileItem(files[0]!, maxBytes, io.now().toISOString() as Instant);
}
