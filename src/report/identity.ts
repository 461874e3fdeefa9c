import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type ReportId, reportId } from '../domain/index.ts';

export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** The id of an item: the same bytes from the same outlet at the same address have one id. */
export function identify(hash: string, outlet: string | null, url: string | null): ReportId {
  const key = [hash, outlet ?? '', url ?? ''].join('\n');
  return reportId(`r${sha256Hex(utf8ToBytes(key)).slice(0, 16)}`);
}
