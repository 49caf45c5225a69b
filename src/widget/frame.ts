import { guard } from "./guard.ts";

// The script of a card's own page: tells the page around its frame how high the card is, in the ways
// that publishers' scripts understand. It loads beside the card's script and doesn't need it.

/** What the page around a frame may listen for. */
type Message = string | Readonly<Record<string, unknown>>;

/** The same height for pym.js, for AMP and for a listener of the publisher's own. */
function messages(height: number): readonly Message[] {
  const pym = new URLSearchParams(location.search).get("childId");
  // WordPress names the frame in its fragment, and listens for that name only.
  const secret = new URLSearchParams(location.hash.slice(1).replace(/^\?/, "")).get("secret");
  return [
    // https://amp.dev/documentation/components/amp-iframe#iframe-resizing
    { sentinel: "amp", type: "embed-size", height },
    { type: "topline:height", height },
    // https://blog.apps.npr.org/pym.js/
    ...(pym ? [["pym", pym, "height", height].join("xPYMx")] : []),
    // https://github.com/WordPress/wordpress-develop/blob/trunk/src/js/_enqueues/wp/embed.js
    ...(secret ? [{ message: "height", value: height, secret }] : []),
  ];
}

/** A page may listen only once its own scripts are there, which can be after the frame is. */
const AGAIN_AFTER_MS = [0, 500, 2_000, 5_000];

let told = 0;

function tell(again = false): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height === told && !again) return;
  told = height;
  // Whoever frames the page may know: a height is no secret.
  for (const message of messages(height)) parent.postMessage(message, "*");
}

guard(() => {
  if (parent === window) return;
  new ResizeObserver(() => guard(() => tell())).observe(document.body);
  addEventListener("load", () => {
    for (const ms of AGAIN_AFTER_MS) setTimeout(() => guard(() => tell(true)), ms);
  });
});
