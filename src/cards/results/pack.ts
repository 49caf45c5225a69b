// What the browser loads once a page has a results card.
export { ResultsCard } from "./results-card.tsx";
export { css } from "./sheet.ts";
