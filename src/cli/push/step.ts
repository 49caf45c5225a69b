import type { SourceName } from "../../race/check.ts";
import type { Write } from "../desk-client.ts";
import type { Forecast } from "../forecast.ts";

/** One write of a push, ready to be sent. */
export type Step = {
  readonly section: SourceName;
  readonly write: Write;
  /** It needs none of the steps before it: the desk can judge it now. */
  readonly alone: boolean;
  /** What it comes to, by our own reckoning; for a step that isn't alone. */
  readonly expected: Forecast | null;
};

/** A step with what the desk, or our own reckoning, says of it. */
export type Previewed = { readonly step: Step; readonly preview: Forecast | "unchanged" };
