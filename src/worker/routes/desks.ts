import { Hono } from "hono";
import type { DeskList } from "../../contract/desk/desks.ts";
import { emptyQuery } from "../../contract/query.ts";
import { type DeskEnv, requiresForAny } from "../auth/desk-auth.ts";
import { matchesGlob } from "../../contract/glob.ts";
import { readTokens } from "../auth/tokens.ts";
import { feedPolicy } from "../desk/feeds/policy.ts";
import { registryOf } from "../desk/registry/registry-of.ts";
import { otherDeskMethods } from "../http/other-methods.ts";
import { deskProblem } from "../http/problem.ts";
import { readQuery } from "../http/read-query.ts";

/** Every desk there is, for those who look after a Worker. */
export const desks = new Hono<DeskEnv>();

desks.use(otherDeskMethods(desks));

desks.get("/", requiresForAny("read"), async (c) => {
  const query = readQuery(c, emptyQuery);
  if (!query.ok) return deskProblem("bad_request", query.detail);
  const { desks: all, complete } = await registryOf(c.env).list();
  const told: DeskList = {
    desks: all.filter(({ race }) => c.var.races.some((glob) => matchesGlob(glob, race))),
    complete,
    brokenTokens: readTokens(c.env).broken,
    ignoredFeedHosts: feedPolicy(c.env).ignored,
  };
  return c.json(told);
});
