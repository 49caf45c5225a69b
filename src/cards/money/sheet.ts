/** What the money card adds to the cards' stylesheet: amounts are its numbers, bars keep their height. */
export const css = `
.card:has(.sum) h3 { min-height: 0 }
.sums { flex: none }
.sum { flex: none; grid-template-rows: auto }
.sides .sum tbody tr:nth-child(n) td:nth-last-child(2) { font-size: 1.3em; line-height: 1.25 }
.sum svg { flex: none; height: 12px }
`;
