import { z } from "zod";
import { line } from "../../race/schema/common.ts";
import { paused, pinned, place } from "../../race/schema/marks.ts";
import { SECTIONS } from "../../race/sections/index.ts";
import { wholeNumber } from "../fields.ts";
import type { Immutable } from "../immutable.ts";

// How an editor stops numbers: a figure that is pinned, a section that is paused.

/** A request to hold a figure against the feed, as readers have it. */
export const newPin = z
  .strictObject({ section: z.enum(SECTIONS), ...place.shape, why: line })
  .meta({ id: "NewPin", description: "Which figure, and why; readers are told both." });
export type NewPin = Immutable<z.infer<typeof newPin>>;

export const pin = pinned
  .extend({ pin: wholeNumber, by: z.string() })
  .meta({ id: "DeskPin", description: "A figure that an editor holds against the feed." });
export type DeskPin = Immutable<z.infer<typeof pin>>;

export const pinList = z.object({ pins: z.array(pin) }).meta({ id: "PinList" });
export type PinList = Immutable<z.infer<typeof pinList>>;

/** A request to let a section stand still. */
export const newPause = z
  .strictObject({ text: line })
  .meta({ id: "NewPause", description: "What readers are told meanwhile." });

export const pause = paused
  .extend({ by: z.string() })
  .meta({ id: "DeskPause", description: "A section that stands still on purpose." });
export type DeskPause = Immutable<z.infer<typeof pause>>;
