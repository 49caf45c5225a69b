import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { compareReadings } from "./compare/compare-readings.ts";
import type { Readings } from "./compare/readings.ts";
import { IGNORED } from "./compare/ignored.ts";

// node scripts/compare-readers.ts <other checkout>
// Says what readers of this checkout get that readers of another one don't: it starts the Worker of
// both, puts the same races live in each, and compares documents, sections, CSV, lists, the
// contract, and the text of every card. Both need npm ci. Exit code 1: something differs.

const ROOT = join(import.meta.dirname, "..");

const [other, ...more] = process.argv.slice(2);
if (other === undefined || more.length > 0) {
  console.error("usage: node scripts/compare-readers.ts <other checkout>");
  process.exit(2);
}
const before = await readingsOf(resolve(other));
const after = await readingsOf(ROOT);
const { same, different } = compareReadings(before, after);
const differing = different.reduce((sum, { count }) => sum + count, 0);
console.log(`Not compared, because it must differ: ${IGNORED.join(", ")}.\n`);
console.log(`Identical: ${same.length} of ${same.length + differing}`);
for (const [what, group] of Map.groupBy(same, (each) => each))
  console.log(`  ${group.length} × ${what}`);
if (different.length > 0) console.log(`\nDifferent: before → after`);
for (const { what, count, lines } of different)
  console.log(`\n${count} × ${what}\n${lines.map((line) => `  ${line}`).join("\n")}`);
process.exit(different.length === 0 ? 0 : 1);

async function readingsOf(checkout: string): Promise<Readings> {
  console.error(`Reading ${checkout} …`);
  const folder = await mkdtemp(join(tmpdir(), "topline-readings-"));
  const file = join(folder, "readings.json");
  try {
    execFileSync(process.execPath, [join(ROOT, "scripts/compare/collect.ts"), checkout, file], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    return JSON.parse(await readFile(file, "utf8")) as Readings;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
