import type { ComponentChildren } from "preact";
import type { Section } from "../../race/schema/common.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { asOfIn, type Format } from "./format.ts";
import { Sources } from "./sources.tsx";

/** What every card of a race is drawn from. */
export type CardProps = {
  readonly race: RaceDocument;
  readonly format: Format;
  /** A line in words when the numbers may be old, else null. */
  readonly age: string | null;
};

/** The head and foot that every card has: race and section, headline, source, corrections. */
export function Frame(
  props: CardProps & {
    readonly section: Section;
    readonly headline: string;
    readonly asOf?: string;
    /** Ids of the sources that the card's numbers came from. */
    readonly sources: readonly string[];
    readonly children?: ComponentChildren;
  },
) {
  const { race, format, section } = props;
  const { messages } = format;
  const corrections = race.corrections.filter((c) => c.section === section || c.section === "race");
  return (
    <section class={`card ${section}`} part="card" lang={format.lang}>
      {race.test && <p class="test">{messages.test}</p>}
      <p class="kicker" part="kicker">
        <b>{(format.lang === "es" && race.es.title) || race.title}</b>{" "}
        {`·\u00a0${messages.sections[section]}`}
      </p>
      <h3 part="headline" aria-live="polite">
        {unbroken(props.headline)}
      </h3>
      {props.age && <p class="age">{props.age}</p>}
      {props.children}
      <footer part="source">
        {corrections.map((c) => (
          <p class="correction">
            <b>{messages.correction(asOfIn(format, c.at, race.timeZone))}</b> {c.text}
          </p>
        ))}
        <Sources {...props} />
      </footer>
    </section>
  );
}

/** Keeps a name and its figure on one line: "Handel 47.8%". */
function unbroken(sentence: string): string {
  return sentence.replace(/ (?=\d)/g, "\u00a0");
}
