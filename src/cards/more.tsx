import type { ComponentChildren } from "preact";

/** Something to open for those who want more. */
export function More(props: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <details>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  );
}
