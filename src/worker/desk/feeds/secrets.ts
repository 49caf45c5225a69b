/**
 * The values of a request's headers, which stand in secrets of these names. They go into the request
 * and nowhere else.
 */
export function readSecrets(
  env: object,
  headers: Readonly<Record<string, string>>,
):
  | { readonly ok: true; readonly values: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly message: string } {
  const bindings: Readonly<Record<string, unknown>> = { ...env };
  const values: Record<string, string> = {};
  for (const [header, name] of Object.entries(headers)) {
    const value = bindings[name];
    if (typeof value !== "string" || value.trim() === "")
      return {
        ok: false,
        message: `the secret ${name} isn't set on this Worker: npx wrangler secret put ${name}`,
      };
    if (!/^[\x20-\x7e]+$/.test(value.trim()))
      return {
        ok: false,
        message: `the secret ${name} holds what no header can: one line of ASCII`,
      };
    values[header] = value.trim();
  }
  return { ok: true, values };
}
