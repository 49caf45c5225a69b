import type { Marks } from "../marks.ts";
import { joined } from "../phrase.ts";
import { writeWith } from "../write.ts";

export const marks: Marks = {
  tag: "en",
  name: "English",
  locale: "en-US",
  decimal: ".",
  group: ",",
  percent: (number) => `${number}%`,
  months:
    "January February March April May June July August September October November December".split(
      " ",
    ),
  writeDay: (day, month) => `${month} ${day}`,
};

export const write = writeWith(marks);

/** "Handel", "Handel and Ossoff", "Handel, Ossoff and Gray". */
export function list(names: readonly string[]): string {
  return joined(names, () => "and");
}
