import type { Progress } from "../formats/format.ts";

/** A file that is read sooner needs no word of it. */
const QUIET_MS = 1000;
const STEP_MS = 200;

/**
 * Runs what reads a file, and tells on a terminal how far it is once it takes more than a second.
 * Nothing of it is left when it ends, and nothing goes into a pipe.
 * @param now milliseconds that only grow
 */
export function withProgress<T>(
  stderr: { readonly isTTY?: boolean; write(text: string): unknown },
  file: string,
  run: (progress: Progress) => T,
  now: () => number = () => performance.now(),
): T {
  if (stderr.isTTY !== true) return run(() => {});
  const start = now();
  let next = start + QUIET_MS;
  let isShown = false;
  try {
    return run((rows, part) => {
      if (now() < next) return;
      next = now() + STEP_MS;
      isShown = true;
      const percent = Math.floor(part * 100);
      stderr.write(`\r\u001B[K${file}: ${rows.toLocaleString("en-US")} read, ${percent} %`);
    });
  } finally {
    if (isShown) stderr.write("\r\u001B[K");
  }
}
