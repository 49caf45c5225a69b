/** One fault in a file: where it stands, and what to do. Lines and columns count from 1. */
export type Fault = {
  readonly line: number | null;
  readonly column: number | null;
  readonly field: string | null;
  readonly message: string;
};

/** What a reader found, with what it left out; or every fault, and nothing else. */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };
