import { runFuzz } from "./fuzz-run.ts";

/**
 * node bench/fuzz/fuzz.ts [requests] [seed]
 *
 * Sends random and hostile requests (100,000 unless told otherwise) to every address of a Worker
 * that it starts on this machine. Exits with 1 if one got no answer, an answer of 500 or more, or a
 * refusal that the contract doesn't have; the seed makes the same requests again.
 */
const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? Math.trunc(Math.random() * 1e9));
let told = 0;
const { failures, ...rest } = await runFuzz(count, seed, (done, all) => {
  for (const { why, request } of all.slice(told)) {
    const body = request.body === null ? "" : Buffer.from(request.body).toString().slice(0, 500);
    console.log(why, JSON.stringify({ ...request, body }));
  }
  told = all.length;
  if (done % 5000 === 0) console.log(`${done} of ${count}, ${told} failures`);
});
console.log(JSON.stringify({ seed, ...rest, failures: failures.length }, null, 2));
process.exitCode = failures.length === 0 ? 0 : 1;
