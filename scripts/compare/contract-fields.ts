type Json = { readonly [name: string]: unknown };

/**
 * The fields of an OpenAPI document or a JSON Schema, without how they are written down: a line for
 * each operation, parameter, status and property, `get /v1/races 200 races[].id: string`.
 */
export function contractFields(document: unknown): readonly string[] {
  const root = document as Json;
  const paths = root["paths"] as Json | undefined;
  const lines = paths
    ? Object.entries(paths).flatMap(([path, item]) => operations(root, path, item as Json))
    : properties(root, root, "");
  return [...new Set(lines)].toSorted();
}

const METHODS = ["get", "head", "put", "post", "patch", "delete"];

function operations(root: Json, path: string, item: Json): string[] {
  return METHODS.filter((method) => method in item).flatMap((method) => {
    const operation = item[method] as Json;
    const name = `${method} ${path}`;
    const parameters = [...list(item["parameters"]), ...list(operation["parameters"])].map((each) =>
      resolved(root, each),
    );
    return [
      name,
      ...parameters.map((each) => `${name} ${String(each["in"])} ${String(each["name"])}`),
      ...contents(root, operation["requestBody"], `${name} request`),
      ...Object.entries((operation["responses"] ?? {}) as Json).flatMap(([status, response]) => [
        `${name} ${status}`,
        ...contents(root, response, `${name} ${status}`),
      ]),
    ];
  });
}

function contents(root: Json, holder: unknown, name: string): string[] {
  const content = (resolved(root, holder)["content"] ?? {}) as Json;
  return Object.entries(content).flatMap(([type, media]) => [
    `${name} ${type}`,
    ...properties(root, (media as Json)["schema"], `${name} `),
  ]);
}

/** A line for each property below a schema; a schema inside itself is followed once. */
function properties(
  root: Json,
  given: unknown,
  name: string,
  seen: readonly unknown[] = [],
): string[] {
  const schema = resolved(root, given);
  if (seen.includes(schema)) return [];
  const within = [...seen, schema];
  const below = Object.entries((schema["properties"] ?? {}) as Json).flatMap(([key, value]) => {
    const path = `${name}${name === "" || name.endsWith(" ") ? "" : "."}${key}`;
    return [path, ...properties(root, value, path, within)];
  });
  const items =
    schema["items"] === undefined ? [] : properties(root, schema["items"], `${name}[]`, within);
  const variants = ["allOf", "anyOf", "oneOf"]
    .flatMap((kind) => list(schema[kind]))
    .flatMap((each) => properties(root, each, name, within));
  return [...below, ...items, ...variants];
}

function resolved(root: Json, value: unknown): Json {
  const { $ref: reference } = (value ?? {}) as { readonly $ref?: string };
  if (reference === undefined) return (value ?? {}) as Json;
  const steps = reference
    .replace(/^#\/?/, "")
    .split("/")
    .filter((step) => step !== "");
  const target = steps.reduce<unknown>((at, step) => (at as Json | undefined)?.[step], root);
  return resolved(root, target);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
