/** What readers get from one checkout's Worker. */
export type Readings = {
  /** When they were taken, in milliseconds since 1970. */
  readonly run: { readonly from: number; readonly to: number };
  /** By address, as `GET` answers. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** By `<race> <card> <language>`: the card's lines, top to bottom, with all folds open. */
  readonly cards: Readonly<Record<string, readonly string[]>>;
};

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON. */
  readonly body: unknown;
};
