import { Fragment } from "preact";
import { HEIGHT_PLACE, type Snippet } from "./snippets.ts";

/**
 * What to copy, ready as it stands.
 * @param height to reserve, until the page’s script has measured it
 */
export function SnippetList(props: {
  readonly snippets: readonly Snippet[];
  readonly height: number;
}) {
  return props.snippets.map(({ name, title, note, code }) => (
    <section class="snippet" id={`snippet-${name}`} aria-label={title}>
      <h3>{title}</h3>
      <p class="note">{note}</p>
      <pre>
        <code>
          {code.split(HEIGHT_PLACE).map((text, i) => (
            <Fragment key={i}>
              {i > 0 && <span data-height>{props.height}</span>}
              {text}
            </Fragment>
          ))}
        </code>
      </pre>
    </section>
  ));
}
