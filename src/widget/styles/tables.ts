/** Tables, and the bars that are tables. */
export const tables = `
table { border-collapse: collapse; width: 100% }
th, td { padding: 4px 0; text-align: start; vertical-align: baseline; font-weight: 400 }
thead th, .meta { color: var(--topline-muted) }
tbody tr { border-top: 1px solid var(--topline-rule) }
.n { text-align: end; white-space: nowrap; font-weight: 600 }
thead .n { color: var(--c, var(--topline-muted)) }
.poll-list tbody th { font-weight: 600 }
th + td, td + td, th + th { padding-inline-start: 12px }
.poll-list { --n: min(var(--name), 17cqi) }
.poll-list td:nth-child(2) { white-space: nowrap }
.poll-list .n { overflow: hidden; text-overflow: ellipsis }
@container (max-width: 479.9px) { .poll-list .key { display: none } }
@container (max-width: 619.9px) {
  .card > .poll-list tr:nth-child(3) { display: none }
}
@container (min-width: 480px) { .poll-list { --n: min(var(--name) + 1.8em, 18cqi) } }
@container (min-width: 620px) {
  details .poll-list tbody tr:first-child { display: none }
}
@container (max-width: 779.9px) {
  .poll-list tr { display: block; position: relative; padding: 3px 0 }
  .poll-list :is(th, td) { padding: 0 }
  .poll-list [scope=row] { display: block; letter-spacing: -.01em; padding-inline-end: calc(var(--columns) * var(--n)) }
  .poll-list td.meta { display: inline }
  .poll-list td.meta + td.meta:not(:empty)::before { content: " · " }
  .poll-list th.meta { display: none }
  .poll-list .n { position: absolute; top: 3px; inset-inline-end: 0; width: var(--n) }
  .poll-list .n:nth-last-child(2) { inset-inline-end: var(--n) }
  .poll-list .n:nth-last-child(3) { inset-inline-end: calc(var(--n) * 2) }
}
.bars, .bars tbody { display: flex; flex-direction: column; flex: 1 0 auto }
.bars tr {
  display: grid;
  grid-template: auto minmax(11px, 1fr) / 1fr auto 4.6em;
  align-items: baseline;
  flex: 1 0 auto;
  padding-bottom: 7px;
  border: 0;
}
.bars :is(th, td) { padding: 0 }
.bars .percent { font-weight: 400; color: var(--topline-muted) }
.bars .reference th { grid-column: 1 / 3 }
.bars .reference .percent, .bars .total .percent { display: none }
.bars .total { grid-template-columns: auto 1fr }
.bars .total .n { font-size: 2.4em; line-height: 1.1; letter-spacing: -.02em; order: -1; font-weight: 700 }
.bars .total th { padding-inline-start: 6px }
.bars .bar { grid-area: 2 / 1 / 3 / -1; align-self: stretch; max-height: 44px; position: relative }
.bars svg {
  position: absolute;
  width: 100%;
  height: 100%;
}
.bars rect { fill: var(--topline-accent) }
.bars .part rect { opacity: .55 }
.bars .reference rect { fill: var(--topline-muted) }
.bars text { fill: var(--topline-ink); font-weight: 600 }
`;
