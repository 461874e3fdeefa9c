import { userInfo } from 'node:os';

/** The name of the account, where the system has one. */
export function account(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
