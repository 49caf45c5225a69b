export type ChangeValue = string | number | boolean | null;

/** How one list of the document is compared: by what its items are, not by where they stand. */
export type List = {
  readonly key: (item: Item, place: number) => string;
  /** The item in a label. */
  readonly name: (item: Item, names: Names) => string;
  /** An item that comes or goes, in one value. Without it, each of its fields is told. */
  readonly say?: (item: Item, names: Names) => ChangeValue;
  /** Fields that only say which item it is. */
  readonly skip?: readonly string[];
  /** What one item is, where only their number and how many changed is worth telling. */
  readonly counted?: string;
};

/** An item of any list; the document's schema says which fields there are. */
export type Item = { readonly [field: string]: unknown };

/** The name that running text uses for a candidate's id. */
export type Names = (candidate: unknown) => string;

/** A list whose items have a type: the document has passed its schema, so they are what that says. */
export function listOf<T>(typed: {
  readonly key: (item: T) => string;
  readonly name: (item: T, names: Names) => string;
  readonly say?: (item: T, names: Names) => ChangeValue;
  readonly skip?: readonly (keyof T & string)[];
  readonly counted?: string;
}): List {
  return typed as unknown as List;
}
