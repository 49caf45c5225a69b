import { Component, type ComponentChildren, createContext } from "preact";

/** Runs something in a later task. */
export type Defer = (run: () => void) => void;

/** How whoever draws a card spreads the work over tasks; null: everything is drawn at once. */
export const DeferContext = createContext<Defer | null>(null);

/**
 * Draws its children a task later than what surrounds them, so that a slow phone paints that first.
 * Once they are there, changes are drawn at once. Text drawn without a browser has them at once.
 */
export class Deferred extends Component<
  { readonly children: ComponentChildren },
  { readonly due?: boolean }
> {
  static override readonly contextType = DeferContext;

  override componentDidMount(): void {
    (this.context as Defer | null)?.(() => this.setState({ due: true }));
  }

  override render(): ComponentChildren {
    return this.state.due || !this.context ? this.props.children : null;
  }
}
