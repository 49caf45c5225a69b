import type {
  Accepted,
  ImportedOutcome,
  ImportPreview,
  Outcome,
  Preview,
} from "../../desk/writes/outcome.ts";
import { heldTag, sectionTag } from "../../desk/writes/terms.ts";
import { deskProblem } from "../../http/problem.ts";

/** What a request to change something came to, as an HTTP answer. */
export function answer(outcome: Outcome): Response {
  switch (outcome.kind) {
    case "stored":
      return say(200, outcome, { ETag: sectionTag(outcome.revision) });
    case "unchanged":
      return say(200, outcome, { ETag: sectionTag(outcome.revision) });
    case "held":
      return say(202, outcome);
    case "preview":
      return say(200, outcome);
    case "imported":
      return say(waits(outcome) ? 202 : 200, outcome);
    case "import_preview":
      return say(200, { ...outcome, kind: "preview" });
    case "unknown_race":
      return deskProblem("unknown_race", "PUT its race.json to …/desk/race first.");
    case "unknown_section":
      return deskProblem("unknown_section", `There is no ${outcome.section} to take away.`);
    case "unknown_revision":
      return deskProblem("unknown_revision", `GET …/desk/revisions lists those there are.`);
    case "unknown_held":
      return deskProblem("unknown_held", "It was released or dropped, or never was.");
    case "held_changed":
      return deskProblem(
        "stale",
        "What you named in If-Match hasn't waited under this number: look again.",
        { revision: null, missed: [] },
        { ETag: heldTag(outcome.body) },
      );
    case "second_person":
      return deskProblem(
        "second_person",
        `${outcome.author} sent this change, and this race asks for a second person to release it.`,
      );
    case "faulty": {
      const { length } = outcome.faults;
      const what = length === 1 ? "the fault" : `the ${length} faults`;
      const detail = `Mend ${what} and send it again.`;
      return deskProblem("faulty", detail, { errors: outcome.faults });
    }
    case "stale": {
      const { section, current, missed } = outcome;
      const now = current === null ? "isn't there" : `is at r${current}`;
      const detail = `${section} ${now}. GET it, make your change to that, and send its ETag as If-Match.`;
      const headers: Record<string, string> = current === null ? {} : { ETag: sectionTag(current) };
      return deskProblem("stale", detail, { revision: current, missed }, headers);
    }
    case "key_reused":
      return deskProblem("key_reused", "Use a new Idempotency-Key for a new request.");
    case "still_running":
      return deskProblem("still_running", "Ask again in a second.", {}, { "Retry-After": "1" });
  }
}

/** Whether nothing of a file reaches readers before somebody releases it. */
function waits({ sections }: ImportedOutcome): boolean {
  const changing = sections.filter(({ status }) => status !== "unchanged");
  return changing.length > 0 && changing.every(({ status }) => status === "held");
}

/** The same words for the same outcome, whether it is told for the first time or again. */
function say(
  status: 200 | 202,
  outcome: Accepted | Preview | (Omit<ImportPreview, "kind"> & { readonly kind: "preview" }),
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { kind, ...told } = outcome;
  const replayed = "replayed" in outcome && outcome.replayed;
  return Response.json(
    { status: kind, ...told, replayed: undefined },
    {
      status,
      headers: {
        "Cache-Control": "no-store",
        ...headers,
        ...(replayed && { "Idempotency-Replayed": "true" }),
      },
    },
  );
}
