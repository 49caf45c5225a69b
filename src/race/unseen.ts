/**
 * Control characters, line ends, and marks that force a writing direction on what stands after them:
 * U+202E flips the figures of a whole card. Names in any script do without.
 */
export const UNSEEN = /[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu;

/** A text as it may stand in a message: what would turn or break the message is written as its code. */
export function visible(text: string): string {
  return text.replace(
    UNSEEN,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
}
