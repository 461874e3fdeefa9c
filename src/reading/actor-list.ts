import type { Actor, ActorId } from '../domain/index.ts';

/** The shipped list together with the user's own entries, indexed by alias. */
export interface ActorList {
  readonly actors: readonly Actor[];
  get(id: ActorId): Actor | undefined;
  /** Actors with this alias, case-insensitive; several when the name is shared. */
  find(alias: string): readonly Actor[];
  /** Whether some alias starts with these lower-case words: for longest-match scanning. */
  startsAlias(words: readonly string[]): boolean;
}
