import { discoverScripts, drawAfter, TAG } from "./discover.ts";
import { ToplineCard } from "./element.tsx";
import { guard } from "./guard.ts";
import { isToplineScript, scriptOrigin } from "./origin.ts";

/** The tag this very script was loaded by. A module or a copy made by a loader has none. */
function ownScript(): HTMLScriptElement | null {
  const script = document.currentScript;
  if (script instanceof HTMLScriptElement && script.src) return script;
  return [...document.scripts].find(isToplineScript) ?? null;
}

/**
 * Registers the element, whose cards ask `origin` unless they name a host. False where the page has
 * it already: another copy of the script was first, and does the work.
 */
function defineCard(origin: string): boolean {
  if (customElements.get(TAG)) return false;
  ToplineCard.origin = origin;
  customElements.define(TAG, ToplineCard);
  return true;
}

guard(() => {
  const script = ownScript();
  const origin = scriptOrigin(script);
  if (!script || !isToplineScript(script)) {
    console.warn("topline: load this from https://HOST/topline.js; cards ask", origin);
  }
  // Cards that the page has start asking within these calls: data and code load side by side.
  if (origin && defineCard(origin)) discoverScripts();
  // A tag that got its address late wasn't noticed when it entered the page.
  if (script) drawAfter(script);
});
