import { z } from "zod";
import { sourceName } from "../fields.ts";
import type { Immutable } from "../immutable.ts";
import { fault } from "../problem.ts";
import { heldAnswer, previewAnswer, storedAnswer, unchangedAnswer } from "./changes.ts";

const warnings = z.array(fault).meta({ description: "What the file's reader left out." });

export const importedAnswer = z
  .object({
    status: z.literal("imported"),
    sections: z
      .array(z.discriminatedUnion("status", [storedAnswer, unchangedAnswer, heldAnswer]))
      .meta({ description: "What became of each section, `race` among them." }),
    warnings,
  })
  .meta({ id: "Imported", description: "All that the file has was stored in one step." });
export type ImportedAnswer = Immutable<z.infer<typeof importedAnswer>>;

export const importPreviewAnswer = previewAnswer
  .omit({ section: true })
  .extend({
    sections: z.array(sourceName).meta({ description: "What would change; none: nothing would." }),
  })
  .meta({ id: "ImportPreview", description: "The answer to a dry run: nothing was stored." });
export type ImportPreviewAnswer = Immutable<z.infer<typeof importPreviewAnswer>>;

/** What a request to import a file came to. */
export const importAnswer = z.discriminatedUnion("status", [importedAnswer, importPreviewAnswer]);
export type ImportAnswer = Immutable<z.infer<typeof importAnswer>>;
