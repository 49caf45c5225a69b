import { Component, type ComponentChildren } from "preact";

type Props = {
  readonly children: ComponentChildren;
  /** Is called in the middle of drawing. */
  readonly onError: (error: unknown) => void;
};

/**
 * Shows the publisher's own content where its children can't be drawn: half a card would mislead.
 * Its next children are tried again.
 */
export class Boundary extends Component<Props, { readonly broken?: ComponentChildren }> {
  override componentDidCatch(error: unknown): void {
    this.setState({ broken: this.props.children });
    this.props.onError(error);
  }

  override render({ children }: Props): ComponentChildren {
    return this.state.broken === children ? <slot /> : children;
  }
}
