import type { ComponentChildren } from "preact";
import type { CardProps } from "./card.ts";
import type { RaceDocument } from "../race/schema/document.ts";
import { chooseTag } from "../wording/choose-tag.ts";
import { silenceIn } from "./silence.ts";
import { Deferred } from "./deferred.tsx";

/**
 * The head and foot that every card has: race and section, headline, source, corrections. What
 * stands below the headline is drawn a task later, so that a slow phone shows the headline first.
 */
export function Frame(
  props: CardProps & {
    readonly headline: string;
    /** A line over the headline: how far a count is. */
    readonly above?: string | undefined;
    readonly asOf?: string;
    /** Ids of the sources that the card's numbers came from. */
    readonly sources?: readonly string[];
    readonly children?: ComponentChildren;
  },
) {
  const { race, sections, asOf, above } = props;
  const { common, marks, write } = props.language;
  const named = race.sources.filter(({ id }) => props.sources?.includes(id));
  const when = (at: string) => write.when(at, race.timeZone);
  return (
    <section class="card" part="card" lang={marks.tag}>
      {race.test && <p class="test">{common.test}</p>}
      <p class="kicker" part="kicker">
        <b>{titleIn(race, marks.tag)}</b> {`·\u00a0${common.sections[sections[0]]}`}
        {props.age && <b class="age">{props.age}</b>}
      </p>
      {above && <p>{above}</p>}
      <h3 part="headline" aria-live="polite">
        {
          // A name and its figure stay on one line: "Handel 47.8%".
          props.headline.replace(/ (?=\d)/g, "\u00a0")
        }
      </h3>
      <Deferred defer={props.defer}>
        {props.children}
        <footer part="source">
          {race.quiet
            ?.filter(({ what, section }) => what !== sections[0] && sections.includes(section))
            .map((silence) => (
              <p>{silenceIn(silence, race, marks.tag)}.</p>
            ))}
          {race.corrections
            .filter(({ section }) => section === "race" || sections.includes(section))
            .map((c) => (
              <p>
                <b>{common.correction(when(c.at))}</b> {silenceIn(c, race, marks.tag)} {c.text}
              </p>
            ))}
          {(asOf || named[0]) && (
            <p>
              {named.map(({ name, url }, i) => [
                i ? ", " : `${common.source}: `,
                url ? <a href={url}>{name}</a> : name,
              ])}
              {asOf && (named[0] ? "; " : "") + common.asOf(when(asOf))}
            </p>
          )}
        </footer>
      </Deferred>
    </section>
  );
}

function titleIn({ title, translations }: RaceDocument, tag: string): string {
  return translations[chooseTag(tag, Object.keys(translations)) ?? ""]?.title || title;
}
