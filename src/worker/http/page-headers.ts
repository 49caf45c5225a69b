/**
 * The headers of a page on this host. Nothing comes from elsewhere and nothing is written into a
 * page as code; only a card's reserved height may stand in a `style` attribute, as in the snippet
 * that publishers paste.
 * @param styles the hashes of styles that are written into the page
 * @param framedBy whose pages may show it in a frame
 * @param formsTo where its forms may go
 */
export function pageHeaders({
  styles = [],
  framedBy = "'self'",
  formsTo = "'none'",
}: {
  readonly styles?: readonly string[];
  readonly framedBy?: "'self'" | "*";
  readonly formsTo?: "'none'" | "'self'";
}): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": [
      "default-src 'none'",
      "script-src 'self'",
      ["style-src 'self'", ...styles].join(" "),
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "frame-src 'self'",
      `frame-ancestors ${framedBy}`,
      "base-uri 'none'",
      `form-action ${formsTo}`,
      "require-trusted-types-for 'script'",
    ].join("; "),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
  };
}

/** The headers of static pages, which hold no style of their own. */
export const PAGE_HEADERS = pageHeaders({});
