/** Exit codes; 64 and up follow sysexits.h of BSD. `docs/commands.md` lists them from here. */
export const EXIT = {
  ok: { code: 0, means: 'done' },
  partly: { code: 1, means: 'done, but some items could not be read or added' },
  nothing: { code: 2, means: 'what was asked for is not in the ledger or the gazetteer' },
  usage: { code: 64, means: 'the command was not understood' },
  data: { code: 65, means: 'the input cannot be read as a report' },
  noInput: { code: 66, means: 'a file or ledger does not exist or cannot be opened' },
  unavailable: { code: 69, means: 'the ledger, server or address cannot be reached or is in use' },
  internal: { code: 70, means: 'an error in Dateline itself' },
  cannotWrite: { code: 74, means: 'writing failed: no space, or no permission' },
} as const;

export type ExitName = keyof typeof EXIT;
