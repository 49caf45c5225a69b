import { runKills } from "./kill-run.ts";

/**
 * node bench/desk/kill.ts [kills]
 *
 * Kills the Worker at random moments of a stream of writes (200 times unless told otherwise) and
 * restarts it on the same storage. Exits with 1 if an acknowledged write was lost, one was stored
 * twice, or KV didn't come to equal the desk after every restart.
 */
const kills = Number(process.argv[2] ?? 200);
const report = await runKills(kills, Math.random, (done) => {
  if (done % 10 === 0) console.log(`${done} of ${kills} kills`);
});
console.log(JSON.stringify(report, null, 2));
const good =
  report.lost === 0 &&
  report.surplus === 0 &&
  report.converged === kills &&
  report.unattended.converged === report.unattended.tried &&
  report.chain === "whole";
process.exitCode = good ? 0 : 1;
