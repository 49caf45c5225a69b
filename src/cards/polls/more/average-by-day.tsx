import type { PollsMoreWording } from "../../../wording/polls-more.ts";
import type { PartProps } from "../../card.ts";
import { candidateStyles } from "../../candidate-style.ts";
import { Table } from "../../table.tsx";
import { isMain } from "../shown-average.ts";

/** How many columns a table has room for beside its first. */
const COLUMNS = 4;

/**
 * The trend as a table, the newest day first: what its chart draws as lines. A day on which nothing
 * changed is left out.
 */
export function AverageByDay(props: PartProps<"polls", PollsMoreWording>) {
  const { summary, sayMore, race, language } = props;
  const { write } = language;
  const main = summary.average.shares.filter(isMain).slice(0, COLUMNS);
  const days = summary.trend.filter(
    ({ shares }, i, all) => `${shares}` !== `${all[i - 1]?.shares}`,
  );
  days.reverse();
  return (
    <Table
      kind="counts"
      head={[
        sayMore.byDay,
        ...main.map(({ candidate }) => {
          const { tone, name } = candidateStyles(race)(candidate);
          return <span class={tone}>{name}</span>;
        }),
      ]}
      rows={days.map(({ date, shares }) => [
        write.day(date),
        ...main.map((_, i) => {
          const share = shares[i];
          return share === undefined ? "–" : write.share(share);
        }),
      ])}
    />
  );
}
