import { expect, test } from "vitest";
import wrangler from "../../../wrangler.toml?raw";

test("every class is declared in the one migration, which gives it SQLite", () => {
  const migrations = wrangler.match(/^\[\[migrations\]\]/gm);
  expect(migrations).toHaveLength(1);
  const [, declared = ""] = /^new_sqlite_classes = \[(.*)\]$/m.exec(wrangler) ?? [];
  const bound = [...wrangler.matchAll(/^class_name = (".*")$/gm)].map(([, name]) => name);
  expect(declared.split(", ").toSorted()).toEqual(bound.toSorted());
  expect(bound).toHaveLength(5);
});
