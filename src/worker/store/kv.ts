/** The part of a KV namespace that reading needs. */
export type KvReader = KvLister & {
  getWithMetadata(
    key: string,
    options: { type: "arrayBuffer"; cacheTtl: number },
  ): Promise<{ value: ArrayBuffer | null; metadata: unknown }>;
};

/** The part that finding keys needs. */
export type KvLister = {
  list(options: { prefix: string; cursor: string | null; limit?: number }): Promise<KvPage>;
};

/** The part that publishing needs. */
export type KvWriter = {
  put(key: string, value: Uint8Array, options: { metadata: object }): Promise<void>;
  delete(key: string): Promise<void>;
};

type KvPage = {
  readonly keys: readonly { readonly name: string; readonly metadata?: unknown }[];
} & ({ readonly list_complete: true } | { readonly list_complete: false; readonly cursor: string });

/** KV keeps a value at the edge for at least this long, and takes no smaller number. */
export const KV_CACHE_TTL_SECONDS = 30;
