/**
 * Tables: a name and its figures, and below them, over the whole width, the last cell: the bar of
 * `.bars`, the details of `.list`. The last figure of a bar is its number.
 */
export const tables = `
table, thead, tbody, tr { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid }
table { grid-template-columns: minmax(0, 1fr) repeat(4, auto) }
tr { align-items: baseline; padding-bottom: 5px }
th, td { padding: 0; text-align: start; font-weight: 400; overflow-wrap: anywhere }
tbody th { font-weight: 700; color: var(--topline-ink) }
th:only-child { grid-column: 1 / -1 }
* + th, td { text-align: end; padding-inline-start: 8px }
.list * + th { justify-self: end; max-width: 20cqi }
.list td:nth-last-child(2) { max-width: 30cqi; white-space: normal }
.bars td:nth-child(2) { color: var(--topline-muted); font-size: .93em }
.bars td:nth-last-child(2) { color: inherit; font-weight: 700; font-size: 1.64em; line-height: 1.15 }
.list tr > :last-child, .bars td:last-child { grid-area: 2 / 1 / 3 / -1; max-width: none; padding: 0; text-align: start; font-weight: 400; white-space: normal; overflow: visible }
.bars svg { width: 100%; height: 13px; background: color-mix(in srgb, var(--topline-rule) 50%, transparent) }
.ranges svg { height: 9px; background: none }
.ranges td:last-child { padding-inline: 14px }
.keys svg { display: inline-block; width: .7em; height: .7em; margin-inline-end: .4em }
`;
