import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

/** A moment of the recorded night, as a race of its own whose clock stands there. */
export type NightMoment = {
  readonly id: string;
  /** After the polls closed; what was reported until then is counted. */
  readonly minute: number;
  /** Fields of race.json that the moment has beside those of the night. */
  readonly race: object;
  readonly calls?: readonly object[];
};

const CLOSES = "2017-06-20T19:00:00-04:00";
const CALL = { candidate: "handel", outcome: "won", caller: "TEST desk", source: "replay" };

export const NIGHT_MOMENTS: readonly NightMoment[] = [
  { id: "test-night-start", minute: 1, race: {} },
  { id: "test-night-middle", minute: 75, race: {} },
  {
    id: "test-night-called",
    minute: 175,
    race: {},
    calls: [{ ...CALL, at: "2017-06-20T21:54:00-04:00" }],
  },
  {
    id: "test-night-certified",
    minute: 180,
    race: { certified: { by: "TEST office", at: "2017-06-26T10:00:00-04:00", source: "ga-sos" } },
    calls: [{ ...CALL, at: "2017-06-20T21:54:00-04:00" }],
  },
];

type Row = Record<string, string> & { readonly minute: string };

/** Makes `<into>/<id>`: race.json, results.csv and calls.csv, from a checkout's recorded night. */
export async function writeNightFolder(
  night: string,
  into: string,
  { id, minute, race, calls = [] }: NightMoment,
): Promise<string> {
  const folder = join(into, id);
  await mkdir(folder, { recursive: true });
  const config = JSON.parse(await readFile(join(night, "race.json"), "utf8")) as object;
  const asOf = "certified" in race ? "2017-06-27T09:00:00-04:00" : after(minute);
  await writeFile(join(folder, "race.json"), JSON.stringify({ ...config, ...race, id, asOf }));
  const rows = parse(await readFile(join(night, "events.csv")), { columns: true }) as Row[];
  // A row says what the count stands at from its minute on, so the last of a kind holds.
  const last = new Map<string, Row>();
  for (const row of rows.filter((each) => Number(each.minute) <= minute))
    last.set([row["area"], row["measure"], row["candidate"], row["mode"]].join(), row);
  const counts = [...last.values()].map(({ minute: at, note: _note, ...row }) => ({
    ...row,
    as_of: after(Number(at)),
  }));
  await writeFile(join(folder, "results.csv"), stringify(counts, { header: true }));
  if (calls.length > 0)
    await writeFile(join(folder, "calls.csv"), stringify([...calls], { header: true }));
  return folder;
}

function after(minute: number): string {
  return new Date(Date.parse(CLOSES) + minute * 60_000).toISOString();
}
