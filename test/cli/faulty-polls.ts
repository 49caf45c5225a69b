const COLUMNS = {
  id: "p1",
  survey: "",
  pollster: "TEST Pollster",
  sponsor: "",
  start: "2025-10-01",
  end: "2025-10-02",
  sample: "600",
  population: "lv",
  margin_of_error: "4",
  first: "48",
  second: "46",
  undecided: "",
  internal: "",
  published_at: "",
  source: "office",
  url: "",
};
type Column = keyof typeof COLUMNS;

/** One fault a row, in the cells of this column. */
const FAULTS: readonly (readonly [Column, string])[] = [
  ["pollster", ""],
  ["end", "2025-09-30"],
  ["start", "10/1/2025"],
  ["sample", "five hundred"],
  ["population", "likely"],
  ["margin_of_error", "-4"],
  ["first", "148"],
  ["internal", "maybe"],
  ["source", "nobody"],
  ["id", "p1"],
  ["url", "javascript:alert(1)"],
  ["published_at", "yesterday"],
];

const NAMES = Object.keys(COLUMNS);
const FIRST_FAULTY_LINE = 3;

/** A polls.csv for the candidates first and second: one sound row, then twelve faults. */
export const FAULTY_POLLS = `${[
  NAMES,
  Object.values(COLUMNS),
  ...FAULTS.map(([column, cell], i) =>
    Object.values({ ...COLUMNS, id: `p${i + 2}`, [column]: cell }),
  ),
]
  .map((cells) => cells.join(","))
  .join("\n")}\n`;

/** Line, column and name of each fault. */
export const FAULTY_PLACES = FAULTS.map(
  ([column], i) => [i + FIRST_FAULTY_LINE, NAMES.indexOf(column) + 1, column] as const,
);
