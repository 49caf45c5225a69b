import type { Lang } from "../messages/messages.ts";

/** The shape of a card while its numbers are on their way. Nothing in it moves. */
export function Skeleton(props: { readonly label: string; readonly lang: Lang }) {
  return (
    <section class="card skeleton" part="card" lang={props.lang} aria-busy="true">
      <p class="sr">{props.label}</p>
      <i />
      <i />
      <i />
      <i />
    </section>
  );
}
