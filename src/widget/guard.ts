/** Runs an entry point: whatever goes wrong in Topline never reaches the host page's own code. */
export function guard(run: () => void): void {
  try {
    run();
  } catch (error) {
    console.warn("topline:", error);
  }
}
