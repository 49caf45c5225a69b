// The languages that Topline speaks, each under its tag (BCP 47): a folder and a line here. Nothing
// else lists them.
export * as en from "./en/index.ts";
export * as es from "./es/index.ts";
