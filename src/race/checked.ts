/** One thing that is wrong with a body: where (`polls.3.field.start`), and what to do. */
export type Issue = {
  readonly path: string;
  readonly message: string;
  /** The entry of the same list that has said so already, counted from 0. */
  readonly twin?: number;
};

/** A value that passed the guard, or everything that kept it from passing. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };
