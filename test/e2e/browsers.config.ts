import { defineConfig } from "vitest/config";

// Where other engines than Chromium are installed, scenarios run in them too.
process.env["TOPLINE_ENGINES"] = "installed";
process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";
process.env["WRANGLER_SEND_METRICS"] = "false";

const SCENARIO_TIMEOUT_MS = 120_000;

/** The scenarios that are about how engines draw: `npm run test:browsers`. */
export default defineConfig({
  test: {
    name: "browsers",
    environment: "node",
    include: ["test/e2e/any-page/*.test.ts"],
    globalSetup: ["test/e2e/harness/global-setup.ts", "test/e2e/harness/engines/print-versions.ts"],
    testTimeout: SCENARIO_TIMEOUT_MS,
    hookTimeout: SCENARIO_TIMEOUT_MS,
    maxWorkers: 2,
  },
});
