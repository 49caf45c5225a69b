import { Component, type ComponentChildren } from "preact";

/** Runs something in a later task. */
export type Defer = (run: () => void) => void;

/**
 * Draws its children with `defer` the first time, later than what surrounds them, so that a slow
 * phone paints that first. Once they are there, changes are drawn at once. Without `defer`, as for
 * text, they are there from the start.
 */
export class Deferred extends Component<
  { readonly defer: Defer | undefined; readonly children: ComponentChildren },
  { readonly due?: boolean }
> {
  override componentDidMount(): void {
    this.props.defer?.(() => this.setState({ due: true }));
  }

  override render(): ComponentChildren {
    const { defer, children } = this.props;
    return this.state.due || !defer ? children : null;
  }
}
