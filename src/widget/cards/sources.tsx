import type { RaceDocument } from "../../race/schema/document.ts";
import { asOfIn, type Format } from "./format.ts";

/** Who says so, and when it was true. */
export function Sources(props: {
  readonly race: RaceDocument;
  readonly format: Format;
  readonly asOf?: string;
  readonly sources: readonly string[];
}) {
  const { race, format, asOf } = props;
  const { messages } = format;
  const named = race.sources.filter((source) => props.sources.includes(source.id));
  return (
    <p>
      {named.length > 0 && `${messages.source}: `}
      {named.map(({ name, url }, i) => (
        <>
          {i > 0 && ", "}
          {url ? <a href={url}>{name}</a> : name}
        </>
      ))}
      {asOf &&
        `${named.length > 0 ? "; " : ""}${messages.asOf(asOfIn(format, asOf, race.timeZone))}`}
    </p>
  );
}
