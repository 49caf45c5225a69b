import type { HomeQuery } from "../../../contract/home.ts";
import { type Choice, embedOf } from "./snippets.ts";

const WIDTHS: readonly number[] = [320, 420, 720];
const THEMES = ["light", "dark"] as const;

/** Three widths to look at, the chosen one among them. */
function previewWidths(width: HomeQuery["width"]): readonly number[] {
  const chosen = Number(width);
  return width === "any" || WIDTHS.includes(chosen) ? WIDTHS : [320, 420, chosen];
}

/**
 * The card as its frames show it, in both themes at three widths. `data-reserve` marks those whose
 * height the snippets reserve.
 * @param height until a frame tells its own
 */
export function Previews(props: {
  readonly choice: Choice;
  readonly width: HomeQuery["width"];
  readonly height: number;
}) {
  const { choice, width, height } = props;
  return (
    <div class="previews">
      {previewWidths(width).flatMap((pixels) =>
        THEMES.map((theme) => (
          <figure>
            <figcaption>
              {pixels} px, {theme}
            </figcaption>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it may scroll sideways, by keyboard too */}
            <section class={`paper ${theme}`} tabIndex={0} aria-label={`${pixels} px, ${theme}`}>
              <iframe
                src={embedOf({ ...choice, origin: "" }, theme)}
                title={`${choice.race.title}, ${pixels} px, ${theme}`}
                width={pixels}
                height={height}
                data-reserve={width === "any" || Number(width) === pixels ? "" : undefined}
              />
            </section>
          </figure>
        )),
      )}
    </div>
  );
}
