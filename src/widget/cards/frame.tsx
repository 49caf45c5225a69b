import type { ComponentChildren } from "preact";
import type { Section } from "../../race/schema/common.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import type { Format } from "./format.ts";

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
    readonly sources?: readonly string[];
    readonly children?: ComponentChildren;
  },
) {
  const { race, format, section, asOf } = props;
  const { messages, lang, when } = format;
  const named = race.sources.filter(({ id }) => props.sources?.includes(id));
  return (
    <section class="card" part="card" lang={lang}>
      {race.test && <p class="test">{messages.test}</p>}
      <p class="kicker" part="kicker">
        <b>{(lang === "es" && race.es.title) || race.title}</b>{" "}
        {`·\u00a0${messages.sections[section]}`}
        {props.age && <span class="age">{props.age}</span>}
      </p>
      <h3 part="headline" aria-live="polite">
        {
          // A name and its figure stay on one line: "Handel 47.8%".
          props.headline.replace(/ (?=\d)/g, "\u00a0")
        }
      </h3>
      {props.children}
      <footer part="source">
        {race.corrections
          .filter((c) => c.section === section || c.section === "race")
          .map((c) => (
            <p>
              <b>{messages.correction(when(c.at, race.timeZone))}</b> {c.text}
            </p>
          ))}
        {asOf && (
          <p>
            {named.length > 0 && `${messages.source}: `}
            {named.map(({ name, url }, i) => [
              i > 0 && ", ",
              url ? <a href={url}>{name}</a> : name,
            ])}
            {named.length > 0 && "; "}
            {messages.asOf(when(asOf, race.timeZone))}
          </p>
        )}
      </footer>
    </section>
  );
}
