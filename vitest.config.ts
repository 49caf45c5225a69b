import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

// The local runtime otherwise asks the network for a request's place, and reports usage.
process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";
process.env["WRANGLER_SEND_METRICS"] = "false";

/** One browser scenario builds, starts a Worker and drives Chromium, on a small machine. */
const SCENARIO_TIMEOUT_MS = 120_000;

/** Some build or read large files, and the machine may be busy with other things. */
const UNIT_TIMEOUT_MS = 30_000;

export default defineConfig({
  test: {
    projects: [
      {
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        test: {
          name: "unit",
          environment: "node",
          include: [
            "test/{wording,race,contract,formats,cli,cards,widget,scripts,docs,structure}/**/*.test.{ts,tsx}",
          ],
          // Nothing here changes what another file sees, and a worker for each costs 15 seconds.
          isolate: false,
          testTimeout: UNIT_TIMEOUT_MS,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Nothing else of the environment gets into the runtime.
        define: { GATE_SEQUENCES: Number(process.env["VITE_GATE_SEQUENCES"] ?? 8) },
        plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.toml" } })],
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        test: {
          name: "worker",
          include: ["test/worker/**/*.test.{ts,tsx}"],
          globalSetup: "test/worker/agency.ts",
          isolate: false,
          setupFiles: "test/worker/empty.ts",
          testTimeout: UNIT_TIMEOUT_MS,
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "e2e",
          environment: "node",
          include: ["test/{e2e,desk}/**/*.test.ts"],
          globalSetup: "test/e2e/harness/global-setup.ts",
          isolate: false,
          testTimeout: SCENARIO_TIMEOUT_MS,
          hookTimeout: SCENARIO_TIMEOUT_MS,
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
