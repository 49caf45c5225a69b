import type { ComponentChildren } from "preact";
import { Deferred } from "./deferred.tsx";

/** Something to open for those who want more. What is folded up is drawn last. */
export function More(props: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <details>
      <summary>{props.title}</summary>
      <Deferred>{props.children}</Deferred>
    </details>
  );
}
