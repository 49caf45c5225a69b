import type { Shape } from "./look.ts";

const PATHS = {
  circle: "M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0Z",
  square: "M-4.5-4.5H4.5V4.5H-4.5Z",
  diamond: "M0-6L6 0L0 6L-6 0Z",
  triangle: "M0-6L5.5 4.5H-5.5Z",
} satisfies Record<Shape, string>;

/** One candidate's mark at `x`, `y` percent of the drawing; its size doesn't stretch with it. */
export function Mark(props: { x: number; y: number; shape: Shape; kind?: string }) {
  return (
    <svg x={`${props.x}%`} y={`${props.y}%`} class={`mark ${props.kind ?? ""}`}>
      <path d={PATHS[props.shape]} />
    </svg>
  );
}

/** The same mark in a line of text, as a key. */
export function Key(props: { shape: Shape }) {
  return (
    <svg class="key" viewBox="-7 -7 14 14" aria-hidden="true">
      <path d={PATHS[props.shape]} />
    </svg>
  );
}
