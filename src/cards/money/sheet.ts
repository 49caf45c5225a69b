/** What the money card adds to the cards' stylesheet: amounts are its numbers, and may be long. */
export const css = `
.sums { flex: none }
.sides .sum tbody tr:nth-child(n) td:nth-last-child(2) { max-width: 9.5em; font-size: 1.3em; line-height: 1.25; white-space: normal }
`;
