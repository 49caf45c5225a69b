/** Where the bundle is served: the floating address and the pinned copies. */
const BUNDLE_PATH = /\/(topline|w\/topline\.[\w-]+)\.js$/;

/** Same rule as the schema's raceId, whose code would bring its library along. */
const RACE_ID = /^[a-z0-9-]{3,64}$/;

/** Whether a script tag loads Topline, from whichever host. */
export function isToplineScript(script: HTMLScriptElement): boolean {
  const address = parse(script.src);
  return address !== null && BUNDLE_PATH.test(address.pathname);
}

/** The origin a script was loaded from, or null where it has none. */
export function scriptOrigin(script: HTMLScriptElement | null): string | null {
  return script ? webOrigin(script.src) : null;
}

/** The origin of an http(s) address (`https://host:port`), or null for anything else. */
export function webOrigin(address: string): string | null {
  const url = parse(address);
  return url && /^https?:$/.test(url.protocol) ? url.origin : null;
}

/** Whether a race can have this id. Anything else isn't worth a request. */
export function isRaceId(id: string): boolean {
  return RACE_ID.test(id);
}

/**
 * Where a race's document is read: the address the snippet's preload line names, letter by letter;
 * or what readers saw at a moment of the past.
 */
export function raceAddress(origin: string, raceId: string, asOf: string | null = null): string {
  const address = `${origin}/v1/races/${raceId}`;
  return asOf ? `${address}?as_of=${encodeURIComponent(asOf)}` : address;
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
