import { z } from "zod";
import type { Checked } from "../../race/checked.ts";

/** What a token may do to the races it is for: see their desk, change it, release held changes. */
export const TOKEN_SCOPES = ["read", "publish", "approve"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Begins every token, so that people and secret scanners know one when they see it. */
export const TOKEN_PREFIX = "topline_";

const BINDING_PREFIX = "TOPLINE_TOKEN_";
const RANDOM_BYTES = 32;

const grant = z.strictObject({
  name: z
    .string()
    .regex(
      /^[a-z0-9](-?[a-z0-9]){0,31}$/,
      "must be up to 32 of a-z, 0-9, with single hyphens between them",
    ),
  scopes: z
    .array(z.enum(TOKEN_SCOPES, `must be one of ${TOKEN_SCOPES.join(", ")}`))
    .min(1, "must name at least one scope"),
  /** Race ids in which `*` stands for any run of characters: `us-ga-*`. */
  races: z
    .array(z.string().regex(/^[a-z0-9*-]{1,64}$/, "must be a race id, in which * may stand"))
    .min(1, "must name at least one race, or *")
    .max(50, "must be 50 patterns or fewer"),
});
export type TokenGrant = z.infer<typeof grant>;

/**
 * What a secret `TOPLINE_TOKEN_<NAME>` holds, as JSON. It keeps only the SHA-256 of the token,
 * in hexadecimal: nobody who reads the secret can use it.
 */
export const tokenSecret = z.strictObject({
  scopes: grant.shape.scopes,
  races: grant.shape.races,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type TokenSecret = z.infer<typeof tokenSecret>;

export type MintedToken = {
  /** Shown once, to whoever will use it. */
  readonly token: string;
  /** The secret's name: `TOPLINE_TOKEN_NIGHT_DESK` for `night-desk`. */
  readonly binding: string;
  readonly secret: TokenSecret;
};

/** The part of Web Crypto that minting needs; Node and Workers both have it as `crypto`. */
export type TokenCrypto = {
  getRandomValues(bytes: Uint8Array<ArrayBuffer>): Uint8Array;
  readonly subtle: {
    digest(algorithm: "SHA-256", bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  };
};

/** A new token of 256 random bits, or why its grant can't be given. */
export async function mintToken(
  wanted: TokenGrant,
  crypto: TokenCrypto,
): Promise<Checked<MintedToken>> {
  const checked = grant.safeParse(wanted);
  if (!checked.success)
    return {
      ok: false,
      issues: checked.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
    };
  const { name, scopes, races } = checked.data;
  const random = new Uint8Array(RANDOM_BYTES);
  crypto.getRandomValues(random);
  const token = TOKEN_PREFIX + hex(random);
  const ascii = Uint8Array.from(token, (sign) => sign.charCodeAt(0));
  const sha256 = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", ascii)));
  return {
    ok: true,
    value: { token, binding: tokenBinding(name), secret: { scopes, races, sha256 } },
  };
}

/** Names have no underscore, so no two of them share a binding. */
export function tokenBinding(name: string): string {
  return BINDING_PREFIX + name.toUpperCase().replaceAll("-", "_");
}

/** The name of the token that a binding holds; null when it holds none. */
export function tokenName(binding: string): string | null {
  if (!binding.startsWith(BINDING_PREFIX)) return null;
  const name = binding.slice(BINDING_PREFIX.length).toLowerCase().replaceAll("_", "-");
  return grant.shape.name.safeParse(name).success && tokenBinding(name) === binding ? name : null;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
