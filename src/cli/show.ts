import type { Change } from "../race/diff/diff.ts";
import type { HoldReason } from "../contract/desk/hold-reason.ts";
import type { Forecast } from "./forecast.ts";
import type { Output } from "./output.ts";
import { table } from "./table.ts";

const MAX_ROWS = 20;
const MAX_VALUE = 60;

/** What readers would see change, and why it would be held, as tables. */
export function showForecast(output: Output, title: string, { changes, reasons }: Forecast): void {
  const count = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  const seen = changes.length === 0 ? "nothing changes on the cards" : `${count} for readers`;
  output.say(`${output.paint("bold", title)}: ${seen}`);
  showChanges(output, changes);
  showReasons(output, reasons);
}

export function showChanges(output: Output, changes: readonly Change[]): void {
  const rows = changes
    .slice(0, MAX_ROWS)
    .map(({ label, before, after }) => [
      label,
      output.paint("red", shown(before)),
      "→",
      output.paint("green", shown(after)),
    ]);
  for (const line of table(rows, ["left", "right", "left", "left"])) output.say(`  ${line}`);
  const more = changes.length - MAX_ROWS;
  if (more > 0) output.say(`  … and ${more} more; --json has them all`);
}

export function showReasons(output: Output, reasons: readonly HoldReason[]): void {
  for (const { rule, message } of reasons)
    output.say(`  ${output.paint("yellow", "held:")} ${message} (${rule})`);
}

function shown(value: Change["before"]): string {
  if (value === null) return "nothing";
  if (typeof value === "number") return value.toLocaleString("en-US", { maximumFractionDigits: 6 });
  const text = String(value);
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
}
