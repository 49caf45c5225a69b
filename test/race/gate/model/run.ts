import { trySequences } from "./sequences.ts";

/**
 * Tries to get something past the gate that its table forbids:
 * `node test/race/gate/model/run.ts 100000`. Each sequence is what a dishonest sender does in up to
 * 12 moves.
 */
const [, , count = "100000", seed] = process.argv;
const BATCH = 1000;
const total = Number(count);
const started = Date.now();
for (let done = 0; done < total; done += BATCH) {
  const first = seed === undefined ? undefined : Number(seed) + done;
  const wrong = trySequences(Math.min(BATCH, total - done), first);
  const seconds = Math.round((Date.now() - started) / 1000);
  if (wrong !== null) {
    console.error(`after ${seconds} s: ${wrong}`);
    process.exit(1);
  }
  console.log(`${Math.min(done + BATCH, total)} sequences, ${seconds} s: nothing got through`);
}
