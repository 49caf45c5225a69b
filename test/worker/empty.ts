import { reset } from "cloudflare:test";
import { beforeAll } from "vitest";

// Files share a runtime, because starting one for each costs a minute in all: each begins with
// nothing stored.
beforeAll(() => reset());
