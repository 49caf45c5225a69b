/** The part of a KV namespace that reading needs. */
export type KvReader = {
  getWithMetadata(
    key: string,
    options: { type: "arrayBuffer"; cacheTtl: number },
  ): Promise<{ value: ArrayBuffer | null; metadata: unknown }>;
  list(options: { prefix: string; cursor: string | null }): Promise<KvPage>;
};

/** The part that publishing needs. A namespace bound in a Worker and one opened from Node both fit. */
export type KvWriter = Pick<KvReader, "getWithMetadata"> & {
  put(key: string, value: Uint8Array, options: { metadata: object }): Promise<void>;
  delete(key: string): Promise<void>;
};

type KvPage = {
  readonly keys: readonly { readonly name: string; readonly metadata?: unknown }[];
} & ({ readonly list_complete: true } | { readonly list_complete: false; readonly cursor: string });

/** KV keeps a value at the edge for at least this long, and takes no smaller number. */
export const KV_CACHE_TTL_SECONDS = 30;
