/**
 * Whether an `If-None-Match` header names this entity tag, so that 304 is the answer. Takes the
 * header's every form: one tag, a list, `*`; weak or strong makes no difference here (RFC 9110,
 * 8.8.3.2 and 13.1.2), and caches that compress turn a strong tag into a weak one.
 * @param etag a strong tag with its quotes
 */
export function matchesIfNoneMatch(header: string, etag: string): boolean {
  if (header === etag) return true;
  // A tag may hold a comma but no quote, so the quoted pieces are the tags.
  return header.trim() === "*" || (header.match(/"[^"]*"/g)?.includes(etag) ?? false);
}
