/**
 * Tables: a name and its figures, and below them, over the whole width, the last cell: the bar of
 * `.bars`, the details of `.list`.
 */
export const tables = `
table, thead, tbody, tr { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid }
table { grid-template: auto 1fr / 1fr repeat(4, auto) }
tr { grid-template-rows: auto 1fr; align-items: baseline; padding-bottom: 3px }
th, td { padding: 0; text-align: start; font-weight: 600 }
th:first-child { color: var(--topline-ink) }
* + th, td { text-align: end; padding-inline-start: 8px }
.list * + th { max-width: 17cqi }
.bars td:nth-child(2) { color: var(--topline-muted); font-weight: 400 }
.bars td:nth-last-child(2) { color: inherit; font-weight: 600 }
.bars td:nth-child(3) { font-size: 1.25em }
.list tr > :last-child, .bars td:last-child { grid-area: 2 / 1 / 3 / -1; max-width: none; padding: 0; text-align: start; font-weight: 400; font-size: 1em; white-space: normal; overflow: visible }
.bars td:last-child { align-self: stretch; display: flex; flex-direction: column }
.bars svg { flex: 1 0 14px; max-height: 28px }
`;
