/**
 * What the history card adds to the cards' stylesheet: the first share of a contest is its number,
 * bars keep their height.
 */
export const css = `
.past td:nth-last-child(2) { font-size: 1.2em; font-weight: 400 }
.past tbody tr:first-child td:nth-last-child(2) { font-size: 1.8em; font-weight: 700; line-height: 1.1 }
.said span, .said b { font-weight: 700 }
.said b { display: block; font-size: 1.35em }
`;
