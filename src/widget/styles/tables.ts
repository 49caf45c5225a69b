/** Tables, and the bars that are tables. */
export const tables = `
table { border-collapse: collapse; width: 100% }
th, td { padding: 4px 0; text-align: start; vertical-align: baseline; font-weight: 400 }
* + td, * + th { padding-inline-start: 12px }
tbody tr { border-top: 1px solid var(--topline-rule) }
tr > :last-child:not(:first-child), .poll-list :is(th, td):nth-child(n+6) { text-align: end; white-space: nowrap; font-weight: 600 }
.poll-list { --n: min(var(--name), 17cqi) }
.poll-list tbody th { font-weight: 600 }
.poll-list td:nth-child(2) { white-space: nowrap }
.poll-list :is(th, td):nth-child(n+6) { overflow: hidden; text-overflow: ellipsis }
@container (max-width: 479.9px) { .poll-list th span::before { display: none } }
@container (max-width: 619.9px) { .card > .poll-list tr:nth-child(3) { display: none } }
@container (min-width: 480px) { .poll-list { --n: min(var(--name) + 1.8em, 18cqi) } }
@container (min-width: 620px) { details .poll-list tbody tr:first-child { display: none } }
@container (max-width: 859.9px) {
  .poll-list tr { display: block; position: relative; padding: 3px 0 }
  .poll-list :is(th, td) { padding: 0 }
  .poll-list [scope=row] { display: block; letter-spacing: -.01em; padding-inline-end: calc(var(--columns) * var(--n)) }
  .poll-list td { display: inline }
  .poll-list td + td:not(:empty)::before { content: " · " }
  .poll-list th:nth-child(n+2) { display: none }
  .poll-list :is(th, td):nth-child(n+6) { display: block !important; position: absolute; top: 3px; inset-inline-end: 0; width: var(--n) }
  .poll-list :is(th, td):nth-child(n+6)::before { display: none }
  .poll-list :is(th, td):nth-child(n+6):nth-last-child(2) { inset-inline-end: var(--n) }
  .poll-list :is(th, td):nth-child(n+6):nth-last-child(3) { inset-inline-end: calc(var(--n) * 2) }
}
.bars, .bars tbody { display: flex; flex-direction: column }
.bars tbody { flex: 1 }
.bars tr {
  display: grid;
  grid-template: auto minmax(11px, 1fr) / 1fr auto 4.6em;
  align-items: baseline;
  flex: 1 0 auto;
  padding-bottom: 7px;
  border: 0;
}
.bars tbody :is(th, td) { padding: 0 }
.bars .reference th::first-letter { text-transform: uppercase }
.bars td:nth-child(3) { text-align: end; font-weight: 600; color: var(--topline-ink) }
.bars td:empty { display: none }
.bars td:empty + td { grid-column: 3 }
.bars .reference th { grid-column: 1 / 3 }
.bars .total { grid-template-columns: auto 1fr; column-gap: 6px }
.bars .total td:nth-child(3) { grid-column: 1; grid-row: 1; font-size: 2.4em; line-height: 1.1; letter-spacing: -.02em; font-weight: 700 }
.bars .total th { grid-column: 2 }
.bars td:last-child { grid-area: 2 / 1 / 3 / -1; align-self: stretch; max-height: 44px; position: relative; display: flex; align-items: center; color: var(--topline-accent) }
.bars .part td:last-child { opacity: .55 }
.bars .reference td:last-child { color: var(--topline-muted) }
.bars svg { position: absolute }
.bars b { color: var(--topline-ink); padding-inline-start: 6px }
`;
