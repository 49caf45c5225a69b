import { engineLines } from "./index.ts";

/** Says which engines the scenarios are going to run in, and why not in the others. */
export async function setup(): Promise<void> {
  for (const line of await engineLines()) console.log(line);
}
