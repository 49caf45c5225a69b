import type { ComponentChildren } from "preact";
import type { Lang } from "../messages/messages.ts";

/** A card with nothing to draw says so where the numbers would be. */
export function Notice(props: { readonly lang: Lang; readonly children: ComponentChildren }) {
  return (
    <section class="card notice" part="card" lang={props.lang} aria-live="polite">
      {props.children}
    </section>
  );
}
