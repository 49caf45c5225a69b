import { Component } from "preact";
import type { ResultsSection } from "../../../race/sections/results/summary.ts";
import { AreaTable } from "./area-table.tsx";
import { rowsOf } from "./area-rows.ts";
import { partCount, type ResultsPartProps } from "./part-count.ts";

type Asked = {
  /** Null where it couldn't be had; absent as long as nobody has answered. */
  readonly full?: ResultsSection | null;
};

/** The count by area. */
export function Areas(props: ResultsPartProps) {
  return <AskedAreas {...props} />;
}

/**
 * No race's document has areas: the section is asked for when the reader opens
 * this, and again with every new count. What was there stays until then.
 */
class AskedAreas extends Component<ResultsPartProps, Asked> {
  /** Of which count the areas were last asked for. */
  #asked: unknown;

  readonly #ask = async (): Promise<void> => {
    const { ask, href } = this.props;
    if (!ask) return;
    const full = (await ask(`${href}/results`)) as ResultsSection | null;
    // Older areas beside a newer count are told apart by the table; none at all would say less.
    this.setState((before: Asked) => ({ full: full ?? before.full ?? null }));
  };

  override render(props: ResultsPartProps, { full = props.full?.results }: Asked) {
    const { sayMore, race } = props;
    const { common, write } = props.language;
    if (props.summary !== this.#asked) {
      this.#asked = props.summary;
      void this.#ask();
    }
    if (full === undefined)
      return props.ask ? (
        <p aria-live="polite">{common.loading}</p>
      ) : (
        <p>
          <a href={`${props.href}/results`}>{common.data}</a>
        </p>
      );
    if (full === null)
      return (
        <p aria-live="polite">
          {common.failed}{" "}
          <button type="button" part="button" onClick={this.#ask}>
            {common.retry}
          </button>
        </p>
      );
    const rows = rowsOf(full, props);
    if (rows.length === 0) return <p>{sayMore.none}</p>;
    const when = full.results?.asOf;
    const since = full.areas.find((area) => area.since)?.since;
    return (
      <>
        {!isSameCount(full, props) && (
          <p>
            <b>{sayMore.otherTime(when ? write.when(when, race.timeZone) : null)}</b>
          </p>
        )}
        <AreaTable {...partCount(props)} sayMore={sayMore} rows={rows} drawsAll={!props.ask} />
        {since && <p>{sayMore.change(since.slice(0, 4))}</p>}
      </>
    );
  }
}

/** Whether a section has the very votes that the card shows: it may be newer, or the card frozen. */
function isSameCount({ results }: ResultsSection, { summary }: ResultsPartProps): boolean {
  const votesIn = (of: typeof results) =>
    JSON.stringify(of?.rounds.at(-1)?.candidates.map(({ candidate, votes }) => [candidate, votes]));
  return votesIn(results) === votesIn(summary);
}
