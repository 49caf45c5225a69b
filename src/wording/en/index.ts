export { common } from "./common.ts";
export { history } from "./history.ts";
export { marks, write } from "./marks.ts";
export { money } from "./money.ts";
export { polls } from "./polls.ts";
export { results } from "./results.ts";
export { statements } from "./statements.ts";
export { timeline } from "./timeline.ts";
export { turnout } from "./turnout.ts";
