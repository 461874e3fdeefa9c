import { linkLibraries } from './postgres.ts';

/** Runs once before all tests: links what npm's held-back install scripts would have linked. */
export function setup(): void {
  linkLibraries();
}
