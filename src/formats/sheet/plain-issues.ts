import type { z } from "zod";

export type PlainIssue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** What to do, in an editor's words, where the schema has no words of its own. */
export function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null) return "must not be empty";
      if (issue.expected === "boolean") return "must be yes or no";
      return issue.expected === "number" ? "must be a number like 48.9" : undefined;
    case "invalid_value": {
      const values = issue.values.filter((value) => value !== null);
      return `must be one of ${values.join(", ")}`;
    }
    case "too_small":
      return issue.inclusive
        ? `must be ${issue.minimum} or more`
        : `must be more than ${issue.minimum}`;
    case "too_big":
      return `must be ${issue.maximum} or ${issue.origin === "string" ? "fewer characters" : "less"}`;
    default:
      return undefined;
  }
}

/**
 * Every issue; for a choice of shapes, those of the shape that the value seems meant to have. What
 * is wrong with a whole goes unsaid while a part of it is wrong.
 */
export function plainIssues(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
): readonly PlainIssue[] {
  const all = flatIssues(issues, value);
  const wholes = new Set(all.flatMap(({ path }) => path.map((_, i) => path.slice(0, i).join("."))));
  return all.filter(({ path }) => !wholes.has(path.join(".")));
}

function flatIssues(issues: readonly z.core.$ZodIssue[], value: unknown): readonly PlainIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "invalid_union") return [{ path: issue.path, message: issue.message }];
    const part = partOf(value, issue.path);
    const meant = issue.errors.find((branch) =>
      branch.every(
        (inner) => partOf(part, inner.path.slice(0, -1)) !== undefined && hasKey(part, inner.path),
      ),
    );
    if (meant === undefined) return [{ path: issue.path, message: issue.message }];
    return flatIssues(meant, part).map((inner) => ({
      path: [...issue.path, ...inner.path],
      message: inner.message,
    }));
  });
}

function partOf(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (isObject(part) ? part[key as string] : undefined),
    value,
  );
}

function hasKey(value: unknown, path: readonly PropertyKey[]): boolean {
  const key = path.at(-1);
  const holder = partOf(value, path.slice(0, -1));
  return key !== undefined && isObject(holder) && key in holder;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
