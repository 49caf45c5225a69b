import { theme } from "../../../cards/styles/theme.ts";

export type PictureTheme = "light" | "dark";

/** A colour of the cards, by the name of its property: `ink`, `republican`. */
export function colorOf(name: string, picture: PictureTheme): string {
  const [, light = "#000", dark = "#fff"] =
    new RegExp(`--topline-${name}:\\s*light-dark\\(\\s*([^,]+),\\s*([^)]+)\\)`).exec(theme) ?? [];
  return (picture === "light" ? light : dark).trim();
}

/** A tone of the cards (`r`, `o0`), as the cards' style sheet colours it. */
export function toneColor(tone: string | undefined, picture: PictureTheme): string {
  const [name = ""] = (tone ?? "").split(" ");
  const [, property = "ink"] =
    new RegExp(`\\.${name} \\{ color: var\\(--topline-([\\w-]+)\\)`).exec(theme) ?? [];
  return colorOf(name === "" ? "ink" : property, picture);
}
