import type { Language } from "../../wording/language.ts";
import type { RaceFacts } from "../schema/race-facts.ts";

/**
 * A candidate as sentences of a language name them. An answer that is plainly Yes or No is a word
 * of the language; any other is a name that its editor chose.
 */
export function nameIn(
  { candidates }: Pick<RaceFacts, "candidates">,
  { results: { choices } }: Language,
): (id: string) => string {
  return (id) => {
    const { kind, shortName = id } = candidates.find((one) => one.id === id) ?? {};
    const isPlain = kind === "choice" && /^(yes|no)$/i.test(shortName);
    return isPlain ? choices[shortName.toLowerCase() as keyof typeof choices] : shortName;
  };
}
