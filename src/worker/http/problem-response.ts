/** One kind of problem: its HTTP status and its title, which never change for a code. */
export type ProblemKind = { readonly status: number; readonly title: string };

/**
 * An error as `application/problem+json` (RFC 9457), never stored unless `headers` say so.
 * @param body `code` and `detail`, and members beside the standard ones
 */
export function problemResponse(
  { status, title }: ProblemKind,
  body: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>>,
): Response {
  return new Response(JSON.stringify({ type: "about:blank", title, status, ...body }), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      ...headers,
    },
  });
}
