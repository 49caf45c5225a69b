import type { Output } from "../output.ts";
import { CliProblem, faultLine } from "../problem.ts";
import { table } from "../table.ts";
import { checkFolder } from "./check-path.ts";

/** Says of many races' folders what is wrong with each, one line a folder. */
export async function checkFolders(
  output: Output,
  path: string,
  folders: readonly string[],
  howWritten: Parameters<typeof checkFolder>[1],
): Promise<void> {
  const races = [];
  for (const [i, folder] of folders.entries()) {
    output.progress(`${i + 1} of ${folders.length} folders …`);
    const checked = await checkFolder(folder, howWritten);
    races.push({ folder, ...checked });
  }
  output.progress("");
  const rows = races.map((race) => {
    const [first] = race.ok ? [] : race.faults;
    const said = race.ok
      ? race.holds
      : `${race.faults.length} × ${first ? faultLine({ ...first, file: null }) : ""}`;
    return [
      race.folder,
      output.paint(race.ok ? "green" : "red", race.ok ? "no faults" : "faults"),
      said,
    ];
  });
  for (const line of table(rows)) output.say(line);
  for (const race of races) if (race.ok) for (const warning of race.warnings) output.warn(warning);
  const faults = races.flatMap((race) => (race.ok ? [] : race.faults));
  const told = races.map((race) => ({ folder: race.folder, ok: race.ok }));
  if (faults.length > 0) {
    const wrong = races.filter(({ ok }) => !ok).length;
    throw new CliProblem("problem", `${wrong} of ${races.length} folders have faults`, {
      faults,
      details: { races: told },
    });
  }
  output.answer({ ok: true, path, races: told });
}
