import { env } from "cloudflare:workers";
import { runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import type { BoardDesk } from "../../../src/worker/desk/not-built.ts";
import wrangler from "../../../wrangler.toml?raw";

const CLASSES = {
  BoardDesk: env.BOARDS,
} as const;

test.each(Object.entries(CLASSES))(
  "%s is bound, answers that it isn't built, and stores nothing",
  async (name, namespace) => {
    const stub = namespace.get(namespace.idFromName("anything"));
    for (const method of ["GET", "PUT", "POST", "DELETE"]) {
      const answer = await stub.fetch("https://desk.test/anything", { method });
      expect(answer.status).toBe(501);
      expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
      const { code, detail } = await answer.json<{ code: string; detail: string }>();
      expect(code).toBe("not_built");
      expect(detail).toContain(name);
    }
    await runInDurableObject(stub as DurableObjectStub<BoardDesk>, (_, { storage }) => {
      expect(storage.sql.exec("SELECT name FROM sqlite_master").toArray()).toEqual([]);
    });
  },
);

test("every class is declared in the one migration, which gives it SQLite", () => {
  const migrations = wrangler.match(/^\[\[migrations\]\]/gm);
  expect(migrations).toHaveLength(1);
  const [, declared = ""] = /^new_sqlite_classes = \[(.*)\]$/m.exec(wrangler) ?? [];
  const bound = [...wrangler.matchAll(/^class_name = (".*")$/gm)].map(([, name]) => name);
  expect(declared.split(", ").toSorted()).toEqual(bound.toSorted());
  expect(bound).toHaveLength(Object.keys(CLASSES).length + 4);
});
