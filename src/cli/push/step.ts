import type { SourceName } from "../../race/check.ts";
import type { Write } from "../desk-client.ts";
import type { Forecast } from "../forecast.ts";

/** One write of a push, ready to be sent. */
export type Step = {
  readonly section: SourceName;
  readonly write: Write;
  /** Whether the desk could take it with only these of the other steps stored. */
  readonly fits: (stored: readonly SourceName[]) => boolean;
  /** What it comes to, by our own reckoning, where the desk can't say yet. */
  readonly expected: Forecast | null;
};

/** A step with what the desk, or our own reckoning, says of it. */
export type Previewed = { readonly step: Step; readonly preview: Forecast | "unchanged" };
