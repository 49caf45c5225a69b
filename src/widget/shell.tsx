import { Component, type ComponentChildren } from "preact";
import { CardView } from "./cards/card-view.tsx";
import type { Lang } from "./messages/messages.ts";
import type { CardName, View } from "./view.ts";

export type ShellProps = {
  readonly view: View;
  readonly card: CardName;
  readonly lang: Lang;
  /** The race's own page. */
  readonly href: string;
  /** The publisher left something between the element's tags. */
  readonly hasFallback: boolean;
  readonly onBroken: (error: unknown) => void;
};

/**
 * Shows the publisher's own content until, and unless, there are numbers to draw; without any it
 * shows how loading goes. A card that can't be drawn gives way to that content as well.
 */
export class Shell extends Component<ShellProps, { readonly broken: View | null }> {
  override state = { broken: null };

  override componentDidCatch(error: unknown): void {
    this.setState({ broken: this.props.view });
    this.props.onBroken(error);
  }

  override render({ view, card, lang, href, hasFallback }: ShellProps): ComponentChildren {
    const broken = this.state.broken === view;
    const drawn = view.kind === "ready" && !broken;
    // Both places stay where they are, so that a card that turns ready keeps its nodes.
    return [
      drawn ? null : <slot />,
      broken || (hasFallback && !drawn) ? null : (
        <CardView view={view} card={card} lang={lang} href={href} />
      ),
    ];
  }
}
