import { base } from "./base.ts";
import { charts } from "./charts.ts";
import { own } from "./own.ts";
import { tables } from "./tables.ts";
import { theme } from "./theme.ts";
import { widths } from "./widths.ts";

/** The cards' whole stylesheet, for a shadow root. */
export const css = theme + own + base + tables + charts + widths;
