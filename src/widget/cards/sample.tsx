import type { RecentPoll } from "../../race/schema/document.ts";
import type { Format } from "./format.ts";

/** How many people a poll asked, and of whom: 500 LV. What isn't known is said. */
export function Sample(props: { readonly poll: RecentPoll; readonly format: Format }) {
  const { sample, population } = props.poll;
  const { messages, count } = props.format;
  const who = population && messages.populations[population];
  return (
    <>
      {sample === null ? messages.sampleUnknown : count(sample)}
      {who ? " " : ", "}
      {who ? <abbr title={who.long}>{who.short}</abbr> : messages.populationUnknown}
    </>
  );
}
