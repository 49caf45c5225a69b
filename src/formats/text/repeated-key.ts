import { visit } from "jsonc-parser";
import { fault, type Fault } from "./faults.ts";

const STRICT = { disallowComments: true, allowTrailingComma: false };

/**
 * The first key that stands twice in one object; null where none does. JSON keeps only the last of
 * them, so a count that was written twice would be one of the two by chance. One pass over the text.
 */
export function repeatedKey(text: string): Fault | null {
  const open: Set<string>[] = [];
  let found: Fault | null = null;
  visit(
    text,
    {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (name, _offset, _length, line, column) => {
        const keys = open.at(-1);
        if (keys?.has(name))
          found ??= fault(
            `${JSON.stringify(name)} is there twice in one object: keep one of them`,
            {
              line: line + 1,
              column: column + 1,
              field: name,
            },
          );
        keys?.add(name);
      },
    },
    STRICT,
  );
  return found;
}
