/**
 * Any page may read race data, also one that isolates itself (COEP); nothing depends on who asks.
 * The names are what a page's own code may read besides the usual few.
 */
export const CORS_HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Date, Age, Topline-Stale, Topline-Next",
  "Cross-Origin-Resource-Policy": "cross-origin",
} as const;
