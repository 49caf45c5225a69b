/**
 * What the history card adds to the cards' stylesheet: the first share of a contest is its number,
 * bars keep their height, and the headline, which no count makes longer, takes no more than it needs.
 */
export const css = `
.card:has(.past, .said) h3 { min-height: 0 }
.past { flex: none; grid-template-rows: auto }
.past td:nth-last-child(2) { font-size: 1.2em; font-weight: 400 }
.past tbody tr:first-child td:nth-last-child(2) { font-size: 1.8em; font-weight: 600; line-height: 1.1 }
.past svg { flex: none; height: 12px }
.said span { font-weight: 600 }
.said b { display: block; font-size: 1.35em }
`;
