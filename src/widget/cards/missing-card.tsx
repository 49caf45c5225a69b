import type { Section } from "../../race/schema/common.ts";
import { type CardProps, Frame } from "./frame.tsx";

/** A section that a race doesn't have (yet): said, not hidden. */
export function MissingCard(props: CardProps & { readonly section: Section }) {
  return <Frame {...props} headline={props.format.messages.missing[props.section]} sources={[]} />;
}
