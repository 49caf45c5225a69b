/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a grid: see table.tsx */
import { Component, type ComponentChildren } from "preact";
import { cautious } from "../../../wording/headline-shares.ts";
import type { ResultsMoreWording } from "../../../wording/results.ts";
import { shareOf } from "../figures.ts";
import type { Count } from "../results-facts.ts";
import { type AreaRow, type SortKey, sortRows } from "./area-rows.ts";
import { COLUMNS } from "./mode-table.tsx";

/** A longer table is folded to this many rows until the reader wants all of them. */
const FOLDED = 10;
/** A row or two more aren't worth folding. */
const WHOLE = 12;
/** How many rows a text gets, where nobody can unfold any: a page of thousands serves nobody. */
const IN_TEXT = 300;

type Props = Count & {
  readonly sayMore: ResultsMoreWording;
  readonly rows: readonly AreaRow[];
  /** It is drawn as text: whole, since nobody can press anything. */
  readonly drawsAll: boolean;
};
type State = { readonly by?: string; readonly up?: boolean; readonly whole?: boolean };

type Column = {
  /** Names it to the state. */
  readonly id: string;
  readonly key: SortKey;
  readonly head: ComponentChildren;
  readonly cell: (row: AreaRow) => ComponentChildren;
};

/** Areas with votes and shares, most votes first; each head sorts by its column. */
export class AreaTable extends Component<Props, State> {
  override render(props: Props, { by = "votes", up = false, whole = false }: State) {
    const { rows, sayMore, say, results, drawsAll, language } = props;
    const columns = columnsOf(props);
    const { key = "votes" } = columns.find(({ id }) => id === by) ?? {};
    const sorted = sortRows(rows, key, { up, tag: language.marks.tag });
    const folds = !drawsAll && !whole && rows.length > WHOLE;
    const shown = sorted.slice(0, drawsAll ? IN_TEXT : folds ? FOLDED : undefined);
    const { of = "areas", total = rows.length } = results.areas ?? {};
    return (
      <>
        <table class="areas" part="table" role="table" aria-label={say.byArea(of, total)}>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(({ id, head }) => (
                <th
                  scope="col"
                  role="columnheader"
                  aria-sort={id === by ? (up ? "ascending" : "descending") : undefined}
                >
                  {drawsAll ? (
                    head
                  ) : (
                    <button
                      type="button"
                      onClick={() => this.setState({ by: id, up: id === by ? !up : id === "name" })}
                    >
                      {head}
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row) => (
              <tr role="row" key={row.name}>
                {columns.map(({ id, cell }) =>
                  id === "name" ? (
                    <th scope="row" role="rowheader">
                      {cell(row)}
                    </th>
                  ) : (
                    <td role="cell">{cell(row)}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
        {folds && (
          <button type="button" part="button" onClick={() => this.setState({ whole: true })}>
            {sayMore.all(rows.length)}
          </button>
        )}
        {shown.length < rows.length && drawsAll && (
          <p>{sayMore.first(shown.length, rows.length)}</p>
        )}
      </>
    );
  }
}

function columnsOf(props: Props): readonly Column[] {
  const { rows, standing, styleOf, say, sayMore, results, race, language } = props;
  const { write } = language;
  const listed = standing.slice(0, COLUMNS).map(({ candidate }) => candidate);
  const tallyOf = ({ count }: AreaRow, id: string) =>
    count?.candidates.find(({ candidate }) => candidate === id);
  return [
    {
      id: "name",
      key: "name",
      head: sayMore.area[results.areas?.of ?? "areas"],
      cell: (row) => [
        row.name,
        !row.count && <small>{sayMore.unreported}</small>,
        row.reviewedSince && (
          <small>{sayMore.review(write.when(row.reviewedSince, race.timeZone))}</small>
        ),
        mostElsewhere(row, listed, props),
      ],
    },
    ...listed.map((candidate): Column => {
      const { tone, name } = styleOf(candidate);
      return {
        id: candidate,
        key: { candidate },
        head: <span class={tone}>{name}</span>,
        cell: (row) => {
          const tally = tallyOf(row, candidate);
          if (!row.count || !tally || tally.votes === null) return "–";
          const whole = (props.round.sharesOf && row.count.ballots) || row.count.votes;
          return [
            tally.share !== null && shareOf(tally, whole, language),
            <small>{write.count(tally.votes)}</small>,
            tally.change !== undefined && <small>{signed(tally.change, language)}</small>,
          ];
        },
      };
    }),
    {
      id: "votes",
      key: "votes",
      head: say.votes,
      cell: ({ count }) => (count ? write.count(count.votes) : "–"),
    },
    ...(rows.some(({ count }) => count?.reporting)
      ? [
          {
            id: "reporting",
            key: "reporting",
            head: sayMore.reporting,
            cell: ({ count }: AreaRow) => {
              if (!count?.reporting) return "–";
              const { of, counted, total } = count.reporting;
              if (of !== "expected_vote") return sayMore.reported(counted, total);
              const percent = write.count(Math.round(counted));
              return sayMore.estimated(cautious(counted, 1, percent, write));
            },
          } as const,
        ]
      : []),
  ];
}

/** Who has most votes in an area, where that is nobody who has a column. */
function mostElsewhere({ count }: AreaRow, listed: readonly string[], props: Props) {
  if (!count) return null;
  const most = Math.max(...count.candidates.map(({ votes }) => votes ?? 0));
  const first = count.candidates.find(({ votes }) => votes === most);
  const isListed = count.candidates.some(
    ({ candidate, votes }) => votes === most && listed.includes(candidate),
  );
  if (!first?.votes || isListed) return null;
  return (
    <small>
      {props.sayMore.most(
        props.styleOf(first.candidate).label,
        props.language.write.count(first.votes),
      )}
    </small>
  );
}

/** "+2.1", "−0.4", "0.0" */
function signed(change: number, { write }: Count["language"]): string {
  return `${change > 0 ? "+" : change < 0 ? "−" : ""}${write.share(Math.abs(change))}`;
}
