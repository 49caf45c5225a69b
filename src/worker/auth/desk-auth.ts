import type { Context, Next } from "hono";
import { createMiddleware } from "hono/factory";
import type { TokenScope } from "../../contract/desk/token.ts";
import { authorize, type Wanted } from "./tokens.ts";
import type { AppEnv } from "../env.ts";
import { isRaceId } from "../store/keys.ts";
import { deskProblem } from "../http/problem.ts";

/** What a desk's handlers can count on: a race id that is one, and a token that may do this. */
export type DeskEnv = {
  Bindings: AppEnv["Bindings"];
  Variables: AppEnv["Variables"] & {
    readonly race: string;
    readonly token: string;
    /** The races the token is for, as globs. */
    readonly races: readonly string[];
  };
};

const RETRY_SECONDS = "10";

/** Lets a request through to the desk only with a token of this scope for this race. */
export function requires(scope: TokenScope) {
  return createMiddleware<DeskEnv>(async (c, next) => {
    const race = c.req.param("id") ?? "";
    if (!isRaceId(race))
      return deskProblem("bad_race_id", "A race id is 3 to 64 characters of a-z, 0-9 and hyphen.");
    c.set("race", race);
    return letIn(c, next, { scope, race });
  });
}

/** Lets a request through that is about no race in particular, with a token of this scope. */
export function requiresForAny(scope: TokenScope) {
  return createMiddleware<DeskEnv>((c, next) => letIn(c, next, { scope, race: null }));
}

async function letIn(c: Context<DeskEnv>, next: Next, wanted: Wanted): Promise<Response | void> {
  const address = c.req.header("CF-Connecting-IP") ?? "unknown";
  if (!(await c.env.DESK_BY_ADDRESS.limit({ key: address })).success) return tooMany();

  const authorization = await authorize(c.req.raw, c.env, wanted);
  if (!authorization.ok) return refuse(authorization.reason, wanted.scope);
  const { token, races } = authorization;
  if (!(await c.env.DESK_BY_TOKEN.limit({ key: token })).success) return tooMany();
  c.set("token", token);
  c.set("races", races);
  await next();
  c.header("Cache-Control", "no-store");
}

function tooMany(): Response {
  return deskProblem(
    "too_many",
    `Wait ${RETRY_SECONDS} seconds.`,
    {},
    { "Retry-After": RETRY_SECONDS },
  );
}

function refuse(reason: "missing" | "unknown" | "scope" | "race", scope: TokenScope): Response {
  const challenge = { "WWW-Authenticate": 'Bearer realm="topline desk"' };
  switch (reason) {
    case "missing":
      return deskProblem(
        "no_token",
        "Send Authorization: Bearer <token>. `topline token` makes one.",
        {},
        challenge,
      );
    case "unknown":
      return deskProblem(
        "unknown_token",
        "Check that the token is whole and that its secret is set on this Worker.",
        {},
        challenge,
      );
    case "scope":
      return deskProblem("wrong_scope", `This needs a token with the scope ${scope}.`);
    case "race":
      return deskProblem("wrong_race", "The token's list of races doesn't include this one.");
  }
}
