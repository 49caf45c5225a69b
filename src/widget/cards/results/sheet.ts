/**
 * What the results card adds to the cards' stylesheet. Columns and the headline have room for the
 * longest that a count brings, so that new numbers move nothing.
 */
export const css = `
:has(> .count) h3 { min-height: 2lh }
.count { gap: 8px }
.tally { flex: 1 0 auto; font-size: clamp(.8125em, .6em + 1cqi, 1.125em) }
.tally tr { grid-template: auto minmax(14px, 1fr) / 1fr 5.8em 5.4em; max-height: 110px }
.tally th { font-weight: 600 }
.tally td:nth-child(2) { text-align: end }
.tally td:nth-child(3) { font-size: 1.3em }
.tally td:last-child { color: inherit; outline: 1px solid var(--topline-rule) }
.counts * + :is(th, td) { text-align: end }
`;
