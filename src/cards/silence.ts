import type { Section } from "../race/sections/index.ts";
import type { RaceDocument } from "../race/schema/document.ts";
import { textFor } from "../wording/text-for.ts";

/** The silence that a law wants of a whole section, if one does now. */
export function silenceOf({ quiet }: RaceDocument, section: Section) {
  return quiet?.find(({ what }) => what === section);
}

/** What a silence or a correction says in a language; nothing where it has no sentence. */
export function silenceIn(
  { statement = {} }: { readonly statement?: Readonly<Record<string, string>> | undefined },
  { languages }: RaceDocument,
  tag: string,
): string {
  return textFor(statement, [tag, ...languages]);
}
