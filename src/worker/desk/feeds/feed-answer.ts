import type { Feed } from "../../../race/schema/feeds.ts";

/** What a race asks of a feed that others may share. */
export type FeedAsk = Pick<Feed, "url" | "headers" | "format" | "everySeconds"> & {
  /** Keys of the race's contest, as far as it knows them; none asks for the whole file. */
  readonly contests: readonly string[];
  /** SHA-256 of what it took last. */
  readonly taken: string | null;
};

/** Plain data: it crosses from one Durable Object to another. */
export type FeedAnswer =
  | {
      readonly kind: "changed";
      readonly bytes: Uint8Array;
      readonly digest: string;
      /** The file's own time, where its server tells one. */
      readonly lastModified: string | null;
      readonly askedAt: string;
    }
  | { readonly kind: "unmodified"; readonly digest: string | null; readonly askedAt: string }
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly retryAfterSeconds: number | null;
    };
