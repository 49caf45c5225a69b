/** One line of a picture: who or what, and its figure. */
export type PictureRow = {
  readonly label: string;
  /** The figure, as the card prints it. */
  readonly value: string;
  /** What stands beside the label, smaller: a party, votes, dates. */
  readonly detail?: string;
  /** A name of a colour of the cards (`r`, `d`, `o0`); absent: the colour of text. */
  readonly tone?: string;
  /** Where the bar begins and ends, as parts of the whole width from 0 to 1; `at` has a dot. */
  readonly bar?: { readonly from: number; readonly to: number; readonly at?: number };
  /** Somebody said that they won. */
  readonly won?: boolean;
};

/** What a picture of a card shows, in words and figures of the card. */
export type Picture = {
  readonly tag: string;
  /** The race and the section. */
  readonly kicker: string;
  readonly headline: string;
  readonly rows: readonly PictureRow[];
  /** One sentence under the rows. */
  readonly note?: string | undefined;
  readonly asOf: string;
  readonly source: string;
  /** The mark of made-up numbers; null for real ones. */
  readonly test: string | null;
};

/** The same in one line of text, for those who don't see pictures. */
export function altText({ test, kicker, headline, rows, note, asOf, source }: Picture): string {
  const figures = rows.map(({ label, value, detail }) =>
    [label, value, detail].filter(Boolean).join(" "),
  );
  return [
    test ?? "",
    kicker,
    headline,
    figures.join("; "),
    note?.replace(/\.$/, "") ?? "",
    asOf,
    source,
  ]
    .filter((part) => part !== "")
    .join(". ")
    .concat(".")
    .replaceAll("\u00a0", " ");
}
