import type { Hono } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import type { AppEnv } from "../env.ts";
import type { DeskEnv } from "../auth/desk-auth.ts";
import { CORS_HEADERS } from "./cors.ts";
import { deskProblem, problem } from "./problem.ts";

const PREFLIGHT_SECONDS = 86_400;

/**
 * Answers the methods that readers' addresses don't have. OPTIONS is one of them: a browser's
 * preflight, or a person's question.
 */
export function otherMethods(app: Hono<AppEnv>) {
  return methodNotAllowed({
    app,
    onMethodNotAllowed: (c, methods) => {
      // Otherwise Hono gives this answer the headers of the 404 that it takes the place of.
      c.res = undefined;
      const allowed = [...methods, "OPTIONS"].join(", ");
      if (c.req.method === "OPTIONS") return preflight(allowed);
      const detail = `${c.req.method} is not for this address. It takes ${allowed}.`;
      return problem("method_not_allowed", detail, { Allow: allowed });
    },
  });
}

/** Refuses the methods that a desk's addresses don't have, OPTIONS among them. */
export function otherDeskMethods(desk: Hono<DeskEnv>) {
  return methodNotAllowed({
    app: desk,
    onMethodNotAllowed: (c, methods) => {
      c.res = undefined;
      const allowed = methods.join(", ");
      return deskProblem("method_not_allowed", `Use ${allowed}.`, {}, { Allow: allowed });
    },
  });
}

function preflight(allowed: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS_HEADERS,
      Allow: allowed,
      "Access-Control-Allow-Methods": allowed,
      "Access-Control-Allow-Headers": "*",
      "Access-Control-Max-Age": String(PREFLIGHT_SECONDS),
    },
  });
}
