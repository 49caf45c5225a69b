import type { TurnoutMoreWording } from "../../../wording/turnout.ts";
import type { PartProps } from "../../card.ts";
import { Table } from "../../table.tsx";

/** The running count as a table, each day with its source. */
export function CountByDay(props: PartProps<"turnout", TurnoutMoreWording>) {
  const { summary, say, sayMore, race } = props;
  const { common, write } = props.language;
  return (
    <Table
      kind="list"
      head={[sayMore.date, say.ballots, common.source]}
      rows={summary.daily.map(({ date, ballots, rounded, source }) => [
        write.day(date),
        rounded ? common.about(write.count(ballots)) : write.count(ballots),
        race.sources.find(({ id }) => id === source)?.name ?? source,
      ])}
    />
  );
}
