import type { Ask } from "./ask.ts";
import type { DeskClient } from "./client/desk-client.ts";
import type { Output } from "./output.ts";

/** What a command works with: its voice, whom it asks, and the desk, made when first needed. */
export type Cli = {
  readonly output: Output;
  readonly ask: Ask;
  readonly desk: () => Promise<DeskClient>;
};

/** The options that every command takes. */
export type GlobalOptions = {
  readonly url: string;
  readonly token?: string;
  readonly json?: boolean;
};

/** Opens what a command needs from the options that every command takes. */
export type OpenCli = (options: GlobalOptions) => Cli;
