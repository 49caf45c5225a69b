import { startLocalWorker } from "../../scripts/local-worker.ts";

// The process that gets killed: the Worker in the local runtime, on storage that stays.
const [port, persist, vars] = process.argv.slice(2);
if (port === undefined || persist === undefined || vars === undefined)
  throw new Error("usage: serve.ts <port> <folder> <vars as JSON>");
await startLocalWorker({
  port: Number(port),
  persist,
  vars: JSON.parse(vars) as Record<string, string>,
});
process.stdout.write("ready\n");
