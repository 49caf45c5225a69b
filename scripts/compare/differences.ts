/** One place where two values differ; `undefined` is what isn't there. */
export type Difference = {
  /** `$.results.rounds[0].n` */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** Every place where two JSON values differ, in the order of the first. Lists by index. */
export function differences(before: unknown, after: unknown, path = "$"): readonly Difference[] {
  if (Object.is(before, after)) return [];
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    const step = (name: string) => (Array.isArray(before) ? `[${name}]` : `.${name}`);
    return [...names].flatMap((name) =>
      differences(before[name], after[name], `${path}${step(name)}`),
    );
  }
  return [{ path, before, after }];
}

/** Lines that only one of two texts has, each as a difference; lines that only moved are none. */
export function lineDifferences(
  before: readonly string[],
  after: readonly string[],
): readonly Difference[] {
  const gone = without(before, after);
  const added = without(after, before);
  return Array.from({ length: Math.max(gone.length, added.length) }, (_, i) => ({
    path: "text",
    before: gone[i],
    after: added[i],
  }));
}

/** Fields that only one of two contracts has; what lies below such a field isn't told again. */
export function contractDifferences(
  before: readonly string[],
  after: readonly string[],
): readonly Difference[] {
  return [
    ...topmost(without(before, after)).map((line) => ({
      path: "text",
      before: line,
      after: undefined,
    })),
    ...topmost(without(after, before)).map((line) => ({
      path: "text",
      before: undefined,
      after: line,
    })),
  ];
}

/** Of sorted lines those that continue no other: `get /a 200 x.y` continues `get /a 200 x`. */
function topmost(lines: readonly string[]): readonly string[] {
  return lines.filter(
    (line) =>
      !lines.some(
        (other) =>
          other !== line && /^[ .[]/.test(line.slice(other.length)) && line.startsWith(other),
      ),
  );
}

/** The lines of the first that the second lacks, each as often as it lacks it. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = Map.groupBy(others, (line) => line);
  const taken = new Map<string, number>();
  return lines.filter((line) => {
    const n = (taken.get(line) ?? 0) + 1;
    taken.set(line, n);
    return n > (left.get(line)?.length ?? 0);
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
