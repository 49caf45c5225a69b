import { Component, type ComponentChildren } from "preact";
import type { CardProps } from "./card.ts";
import { Deferred } from "./deferred.tsx";

type MoreProps = Pick<CardProps, "defer" | "touch" | "language"> & {
  readonly title: string;
} & (
    | { readonly children: ComponentChildren; readonly opens?: never }
    /** A name in the card's `more`. */
    | { readonly opens: string; readonly children?: never }
  );

/**
 * Something to open for those who want more. What is folded up is drawn last; a part that the card
 * comes to only on touch is loaded when the reader opens it, and drawn then.
 */
export class More extends Component<
  MoreProps,
  { readonly opened?: boolean; readonly failed?: boolean }
> {
  readonly #open = async (): Promise<void> => {
    const { load } = this.props.touch;
    if (!this.props.opens || !load) return;
    // Closing it tells the same; what has been opened once stays drawn.
    this.setState({ opened: true, failed: false });
    this.setState({ failed: !(await load()) });
  };

  override render({
    title,
    defer,
    opens,
    touch,
    language,
    children,
  }: MoreProps): ComponentChildren {
    const { opened, failed } = this.state;
    const { common } = language;
    const drawn = opens && (opened || !touch.load) ? touch.draw(opens) : children;
    return (
      <details onToggle={this.#open}>
        <summary>{title}</summary>
        <Deferred defer={defer}>
          {drawn ||
            (opened && (
              <p aria-live="polite">
                {failed ? common.failed : common.loading}{" "}
                {failed && (
                  <button type="button" part="button" onClick={this.#open}>
                    {common.retry}
                  </button>
                )}
              </p>
            ))}
        </Deferred>
      </details>
    );
  }
}
