import { extras } from "./extras.ts";
import * as results from "./results/pack.ts";

// For whoever draws cards without a browser: everything is there from the start.
Object.assign(extras, { results });
