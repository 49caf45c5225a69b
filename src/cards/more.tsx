import type { ComponentChildren } from "preact";
import { type Defer, Deferred } from "./deferred.tsx";

/** Something to open for those who want more. What is folded up is drawn last. */
export function More(props: {
  readonly title: string;
  readonly defer: Defer | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <details>
      <summary>{props.title}</summary>
      <Deferred defer={props.defer}>{props.children}</Deferred>
    </details>
  );
}
