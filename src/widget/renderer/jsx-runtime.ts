import type { ComponentChildren } from "preact";

/**
 * What the bundle has in place of Preact's JSX runtime (scripts/build.ts swaps them). Cards are
 * Preact components, and the Worker and the tests draw them with Preact. A page that embeds one
 * needs a small part of it: no state, no hooks, no lists in a new order. That part is `draw.ts`, at
 * an eighth of Preact's 4.6 kB, and a test holds it to the nodes that Preact makes.
 */
export type Props = Readonly<Record<string, unknown>> & { readonly children?: ComponentChildren };

export type Drawable = {
  readonly type: string | ((props: Props) => ComponentChildren);
  readonly props: Props;
  /** Another key in the same place makes another node. */
  readonly key: string | undefined;
};

export function jsx(type: Drawable["type"], props: Props, key?: string): Drawable {
  return { type, props, key };
}

export { jsx as jsxs };

/** The older way to call for the same, which the bundle uses because it is shorter. */
export function h(
  type: Drawable["type"],
  props: Record<string, unknown> | null,
  ...children: ComponentChildren[]
): Drawable {
  return jsx(type, { ...props, children }, props?.["key"] as string | undefined);
}

export function Fragment({ children }: Props): ComponentChildren {
  return children;
}
