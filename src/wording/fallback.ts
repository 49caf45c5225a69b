// The language for whoever asks for one that isn't in the registry, and the one that the script
// carries. A bundle takes only the topics that it imports from here.
export * from "./en/index.ts";
export * as carried from "./en/index.ts";
