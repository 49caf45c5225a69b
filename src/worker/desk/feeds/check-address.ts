import type { FeedPolicy } from "./policy.ts";

export type CheckedAddress =
  | { readonly ok: true; readonly url: URL }
  /** `reason` goes on where a host's name stops: "example.org is not …". */
  | { readonly ok: false; readonly reason: string };

/** Names that never lead to a public server. */
const PRIVATE = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)$/;

/**
 * Whether the desk may ask this address: https on the usual port, a public name, no password, and
 * a host that the operator lists. `URL` has made 127.1, 0x7f000001 and the like into plain IP
 * addresses before we look. A listed name that leads to a private address is the lister's: a
 * Worker can't see how names resolve, and on Cloudflare's network private addresses lead nowhere.
 */
export function checkAddress(
  address: string,
  base: URL | null,
  policy: FeedPolicy,
): CheckedAddress {
  const url = base === null ? URL.parse(address) : URL.parse(address, base.href);
  if (url === null) return refused("an address that can't be read is not allowed");
  if (url.protocol === "http:" && policy.devHost !== null && url.host === policy.devHost)
    return { ok: true, url };
  const host = url.hostname;
  if (url.protocol !== "https:") return refused(`${host || "it"} is not asked over https`);
  if (url.username !== "" || url.password !== "")
    return refused(`a name or password in the address of ${host} is not allowed`);
  if (url.port !== "") return refused(`port ${url.port} of ${host} is not allowed, only 443`);
  if (host.startsWith("[") || /^[\d.]+$/.test(host))
    return refused(`${host} is an IP address: name the host instead`);
  if (!host.includes(".") || PRIVATE.test(host)) return refused(`${host} is not a public host`);
  if (!policy.hosts.some((pattern) => isHost(pattern, host)))
    return refused(`${host} is not listed in TOPLINE_FEED_HOSTS`);
  return { ok: true, url };
}

function isHost(pattern: string, host: string): boolean {
  return pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;
}

function refused(reason: string): CheckedAddress {
  return { ok: false, reason };
}
