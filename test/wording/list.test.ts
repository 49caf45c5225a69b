import { expect, test } from "vitest";
import { list as englishList } from "../../src/wording/en/marks.ts";
import { list as spanishList } from "../../src/wording/es/marks.ts";

test("lists read as English and Spanish write them", () => {
  expect(englishList(["Handel"])).toBe("Handel");
  expect(englishList(["Handel", "Ossoff"])).toBe("Handel and Ossoff");
  expect(englishList(["Handel", "Ossoff", "Gray"])).toBe("Handel, Ossoff and Gray");
  expect(spanishList(["Handel", "Ossoff", "Gray"])).toBe("Handel, Ossoff y Gray");
  expect(englishList([])).toBe("");
});

test.each([
  ["Ibarra", "e"],
  ["Hidalgo", "e"],
  ["Íñiguez", "e"],
  ["Ybarra", "e"],
  ["Yates", "y"],
  ["Hierro", "y"],
  ["Handel", "y"],
])("Spanish says 'y', but 'e' before the sound of i: %s", (name, and) => {
  expect(spanishList(["Ossoff", name])).toBe(`Ossoff ${and} ${name}`);
});
