import { z } from "zod";
import type { Immutable } from "./immutable.ts";
import { json, type Operation } from "./operation.ts";

export const health = z
  .object({ ok: z.boolean(), store: z.enum(["answers", "fails"]) })
  .meta({ id: "Health" });
export type Health = Immutable<z.infer<typeof health>>;

export const healthOperations: readonly Operation[] = [
  {
    id: "getHealth",
    method: "get",
    path: "/health",
    tag: "Service",
    summary: "Whether the store answers",
    scope: null,
    answers: { 200: json("It does.", health), 503: json("It doesn't.", health) },
    problems: [],
  },
];
