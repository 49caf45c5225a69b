import { DurableObject } from "cloudflare:workers";
import { PROBLEM_TYPE } from "../../contract/operation.ts";

/**
 * A Durable Object that is declared before it does anything. Cloudflare refuses a rollback across
 * a migration, so all classes are declared in one. A class that gets built extends `DurableObject`
 * itself and moves to a file of its own; its binding and the migration stay as they are.
 */
class NotBuilt extends DurableObject {
  override fetch(): Response {
    const { name } = this.constructor;
    const problem = {
      type: "about:blank",
      title: "This isn't built yet",
      status: 501,
      code: "not_built",
      detail: `${name} comes with a later version. Nothing is stored here.`,
    };
    const { status } = problem;
    return Response.json(problem, { status, headers: { "Content-Type": PROBLEM_TYPE } });
  }
}

/** Will write the document of one board. */
export class BoardDesk extends NotBuilt {}
