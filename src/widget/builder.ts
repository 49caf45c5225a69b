import { guard } from "./guard.ts";

// The script of the home page. The page works without it; with it, the heights in the snippets are
// those of this very race and width, as the frames of the page tell them.

/** A card that takes a fraction of a line more than ours must not outgrow what was reserved. */
const STEP_PX = 10;
const SAID_MS = 4_000;

const heights = new Map<HTMLIFrameElement, number>();

// At once: a frame may tell its height before the page is read to its end.
addEventListener("message", ({ source, origin, data }: MessageEvent) => {
  guard(() => {
    if (origin !== location.origin || data?.type !== "topline:height") return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame || !(data.height > 0)) return;
    frame.height = String(data.height);
    heights.set(frame, data.height);
    reserve();
  });
});

addEventListener("DOMContentLoaded", () => {
  guard(() => {
    reserve();
    submitOnChange();
    for (const section of document.querySelectorAll<HTMLElement>(".snippet")) addCopy(section);
  });
});

function frames(): HTMLIFrameElement[] {
  return [...document.querySelectorAll("iframe")];
}

/** Once all frames that count have told their heights, the largest goes into the snippets. */
function reserve(): void {
  const counting = frames().filter(({ dataset }) => dataset["reserve"] !== undefined);
  const told = counting.map((frame) => heights.get(frame) ?? NaN);
  const height = Math.ceil(Math.max(...told) / STEP_PX) * STEP_PX;
  if (document.readyState === "loading" || !(height > 0)) return;
  for (const place of document.querySelectorAll("[data-height]"))
    place.textContent = String(height);
  const note = document.querySelector<HTMLElement>("[data-measured]");
  if (note) note.textContent = `Measured for this race and card, ${note.dataset["measured"]}.`;
}

/** The page that answers has the choice in its address, and the focus where it was. */
function submitOnChange(): void {
  const form = document.querySelector("form");
  form?.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    form.action = `/#${target.id}`;
    form.requestSubmit();
  });
}

function addCopy(section: HTMLElement): void {
  const code = section.querySelector("code");
  if (!code) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy: ${section.getAttribute("aria-label")}`);
  button.addEventListener("click", async () => {
    const done = await copy(code);
    say(done ? `Copied: ${section.getAttribute("aria-label")}` : "Marked: copy it with your keys");
    button.textContent = done ? "Copied" : "Marked";
    setTimeout(() => (button.textContent = "Copy"), SAID_MS);
  });
  section.querySelector("h3")?.after(button);
}

/** Marks the code where the browser lets no script write to the clipboard. */
async function copy(code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return false;
  }
}

function say(text: string): void {
  const status = document.getElementById("copied");
  if (status) status.textContent = text;
}
