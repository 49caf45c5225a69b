import type { RecentPoll } from "../../race/sections/polls/summary.ts";
import { candidateStyles } from "../candidate-style.ts";
import type { SectionCardProps } from "../card.ts";
import { Table } from "../table.tsx";
import { isMain } from "./shown-average.ts";

/** How many candidates get a column, on the narrowest screens too. */
const COLUMNS = 3;

/** Polls as a table: who asked whom and when, and what came out. What isn't known is said. */
export function PollTable(
  props: Pick<SectionCardProps<"polls">, "race" | "summary" | "language" | "say"> & {
    /** What heads the column of pollsters. */
    readonly head: string;
    /** How many of the latest polls; all unless told. */
    readonly rows?: number;
    /** What else is to be said of a poll. */
    readonly more?: (poll: RecentPoll) => readonly (string | undefined)[];
  },
) {
  const { say } = props;
  const { field, count, points, share: percent } = props.language.write;
  const { average, recent } = props.summary;
  const styleOf = candidateStyles(props.race);
  const main = average.shares.filter(isMain);
  // Without an average the polls still have columns: those of whom the latest asked about.
  const shares = (main.length > 0 ? main : (recent[0]?.shares ?? []))
    .slice(0, COLUMNS)
    .map(({ candidate }) => ({ candidate, ...styleOf(candidate) }));
  // Of two there is a lead; more leave no room for it.
  const isPair = shares.length === 2;
  return (
    <Table
      kind="list"
      head={[
        props.head,
        ...shares.map(({ tone, name }) => <span class={tone}>{name}</span>),
        ...(isPair ? [say.lead] : []),
        say.details,
      ]}
      rows={recent.slice(0, props.rows).map((poll) => {
        const { sample, population, partisan } = poll;
        const link = poll.reportUrl ?? poll.url;
        const found = shares.map(
          ({ candidate }) => poll.shares.find((one) => one.candidate === candidate)?.share,
        );
        // The difference of what is printed, not of what lies behind it.
        const [first = NaN, second = NaN] = found.map((share) => share && Math.round(share * 10));
        const ahead = shares[first > second ? 0 : 1]?.name;
        return [
          link ? <a href={link}>{poll.pollster}</a> : poll.pollster,
          ...found.map((share) => (share === undefined ? "–" : percent(share))),
          ...(isPair
            ? [
                first === second
                  ? say.even
                  : first - second
                    ? `${ahead} +${percent(Math.abs(first - second) / 10)}`
                    : "–",
              ]
            : []),
          [
            field(poll.field),
            `${sample === null ? say.noSample : count(sample)} ${
              population?.toUpperCase() ?? say.noPopulation
            }`,
            poll.probability === false
              ? say.noProbability
              : poll.marginOfError === null
                ? say.noMargin
                : `±${points(poll.marginOfError)}`,
            poll.others?.map(({ name, share }) => `${name} ${percent(share)}`),
            [poll.sponsor, poll.funder].map((payer) => payer && say.forSponsor(payer)),
            poll.internal ? say.internal : partisan && say.partisan(partisan),
            props.more?.(poll),
          ]
            .flat()
            .filter(Boolean)
            .join(" · "),
        ];
      })}
    />
  );
}
