import type { OtherShare } from "../../race/sections/polls/source.ts";
import { cellOf, numberOrText } from "../sheet/cells.ts";

const BETWEEN = ";";

/** Whom else a poll named, in one cell: `Judson Hill: 9; Bob Gray: 4.5`. */
export function othersCell(others: readonly OtherShare[] = []): string {
  return others.map(({ name, share }) => `${name}: ${cellOf(share)}`).join(`${BETWEEN} `);
}

/** The same as the schema wants it: null of an empty cell, text of one that isn't like that. */
export function othersOf(cell: string): unknown {
  if (cell === "") return null;
  const others = cell
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => /^(.*\S)\s*:\s*(\S+)$/.exec(part));
  if (others.includes(null)) return cell;
  return others.map((found) => ({ name: found?.[1], share: numberOrText(found?.[2] ?? "") }));
}
