/** What the command's exit code says; scripts rely on the numbers. Documented in docs/cli.md. */
export const EXIT = {
  ok: 0,
  /** A file has faults, a history doesn't add up, the Worker isn't well. */
  problem: 1,
  /** The command was called wrongly, or needs an answer that nobody is there to give. */
  usage: 2,
  /** The Worker can't be reached, or refuses the token. */
  refused: 3,
  /** Well formed but implausible: it waits for somebody to release it. */
  held: 4,
  /** Somebody else wrote first. */
  conflict: 5,
  /** Whoever was asked said no. */
  declined: 6,
} as const satisfies Record<string, number>;

export type ExitName = keyof typeof EXIT;
