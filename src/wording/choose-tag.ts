/**
 * The first of `tags` that serves somebody who asks for `asked`: the same tag, else its longest
 * beginning, as in `es-419` for `es-419-PE`. Case doesn't matter. Undefined when there is none.
 * @see https://www.rfc-editor.org/rfc/rfc4647#section-3.4
 */
export function chooseTag<Tag extends string>(
  asked: string,
  tags: readonly Tag[],
): Tag | undefined {
  const subtags = asked.trim().toLowerCase().split("-");
  for (; subtags.length > 0; subtags.pop()) {
    const range = subtags.join("-");
    const found = tags.find((tag) => tag.toLowerCase() === range);
    if (found !== undefined) return found;
  }
  return undefined;
}
