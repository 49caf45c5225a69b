/** What the results card adds to the cards' stylesheet. */
export const css = `
.count { display: flex; flex-direction: column; gap: 8px }
.count, .tally { flex: 1 0 auto }
.tally tr { grid-template: auto minmax(14px, 1fr) / 1fr 6em 4.4em; max-height: 110px }
.tally th { font-weight: 600 }
.tally td:nth-child(2) { text-align: end }
.tally td:nth-child(3) { font-size: 1.4em }
.tally td:last-child { color: inherit; background: linear-gradient(var(--topline-rule), var(--topline-rule)) }
.counts * + :is(th, td) { text-align: end; vertical-align: top }
.counts small { display: block; color: var(--topline-muted); font-size: 1em }
`;
