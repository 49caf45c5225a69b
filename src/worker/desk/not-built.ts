import { DurableObject } from "cloudflare:workers";
import type { Env } from "../env.ts";
import { deskProblem } from "../http/problem.ts";

/**
 * A Durable Object that is declared before it does anything. Cloudflare refuses a rollback across
 * a migration, so all classes are declared in one. A class that gets built extends `DurableObject`
 * itself and moves to a file of its own; its binding and the migration stay as they are.
 */
class NotBuilt extends DurableObject<Env> {
  override fetch(): Response {
    const { name } = this.constructor;
    return deskProblem("not_built", `${name} comes with a later version. Nothing is stored here.`);
  }
}

/** Will know every race and board, and the order of their publications. */
export class Registry extends NotBuilt {}

/** Will write the document of one board. */
export class BoardDesk extends NotBuilt {}

/** Will fetch one feed's address for all races that share it. */
export class FeedDesk extends NotBuilt {}

/** Will draw images when they are asked for, and keep them by publication. */
export class Pictures extends NotBuilt {}
