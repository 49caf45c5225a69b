import type { Outcome } from "../desk/outcome.ts";
import { sectionTag } from "../desk/terms.ts";
import { deskProblem } from "./desk-problem.ts";

/** What a request to change something came to, as an HTTP answer. */
export function answer(outcome: Outcome): Response {
  switch (outcome.kind) {
    case "stored": {
      const { kind: status, replayed, ...body } = outcome;
      return ok({ status, ...body }, outcome.revision, replayed);
    }
    case "unchanged": {
      const { kind: status, ...body } = outcome;
      return ok({ status, ...body }, outcome.revision, false);
    }
    case "unknown_race":
      return deskProblem("unknown_race", "PUT its race.json to …/desk/race first.");
    case "unknown_section":
      return deskProblem("unknown_section", `There is no ${outcome.section} to take away.`);
    case "faulty":
      return deskProblem("faulty", faultCount(outcome.faults.length), { errors: outcome.faults });
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

function ok(body: object, revision: number, replayed: boolean): Response {
  return Response.json(body, {
    headers: {
      ETag: sectionTag(revision),
      "Cache-Control": "no-store",
      ...(replayed && { "Idempotency-Replayed": "true" }),
    },
  });
}

function faultCount(count: number): string {
  return count === 1
    ? "Mend the fault and send it again."
    : `Mend the ${count} faults and send it again.`;
}
