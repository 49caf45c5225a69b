import type { ComponentChildren } from "preact";

/**
 * A drawing in the units of its data that stretches with its box; strokes and marks keep their
 * size. A mark is a line of hardly any length (`h.01`) whose caps are its shape; of no length at
 * all, Safari stretches it: https://bugs.webkit.org/show_bug.cgi?id=249265
 */
export function Plot(props: {
  readonly left: number;
  readonly right: number;
  readonly top?: number;
  readonly bottom?: number;
  readonly children: ComponentChildren;
}) {
  const { left, right, top = 0, bottom = 1 } = props;
  return (
    <svg
      viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {props.children}
    </svg>
  );
}

/** Marks of one kind. Marks `m2` and `m3` are hollow: their middle is drawn over. */
export function Marks(props: { readonly tone: string; readonly d: string }) {
  return (
    <>
      <path class={`mark ${props.tone}`} d={props.d} />
      <path class={`mark hole ${props.tone}`} d={props.d} />
    </>
  );
}
