import type { Marks } from "../marks.ts";
import { joined } from "../phrase.ts";
import { writeWith } from "../write.ts";

/** Spanish for readers in the United States, who write 51.8%. */
export const marks: Marks = {
  tag: "es",
  name: "Español",
  locale: "es-US",
  decimal: ".",
  group: ",",
  percent: (number) => `${number}%`,
  months:
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(
      " ",
    ),
  writeDay: (day, month) => `${day} ${month.length > 3 ? "de " : ""}${month}`,
};

export const write = writeWith(marks);

/** "Handel", "Handel y Ossoff", "Handel, Ossoff y Gray"; "e" before the sound of i. */
export function list(names: readonly string[]): string {
  return joined(names, (last) => (/^h?[iíy](?![aeouáéóú])/iu.test(last) ? "e" : "y"));
}
