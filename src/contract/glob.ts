/**
 * Whether `text` is what `glob` stands for; `*` is any run of characters, and nothing else is
 * special. Takes the leftmost place for each piece, which finds a match wherever there is one,
 * in one pass: a pattern can't make it slow.
 */
export function matchesGlob(glob: string, text: string): boolean {
  const [head = "", ...pieces] = glob.split("*");
  const tail = pieces.pop();
  if (tail === undefined) return text === glob;
  if (!text.startsWith(head)) return false;
  let at = head.length;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - at >= tail.length && text.endsWith(tail);
}
