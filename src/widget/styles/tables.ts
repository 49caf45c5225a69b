/** Tables, and the bars that are tables. */
export const tables = `
table { border-collapse: collapse; width: 100% }
details table { font-size: 1em }
th, td { padding: 4px 0; text-align: start; vertical-align: baseline; font-weight: 400 }
* + td, * + th { padding-inline-start: 12px }
tbody tr { border-top: 1px solid var(--topline-rule) }
* + :is(th, td):last-child, .poll-list :is(th, td):nth-child(n+6) {
  text-align: end;
  white-space: nowrap;
  font-weight: 600;
  overflow: hidden;
  text-overflow: ellipsis;
}
.poll-list tbody th { font-weight: 600 }
.poll-list td:nth-child(2) { white-space: nowrap }
.poll-list td:nth-child(-n+5), .bars td:nth-child(2) { color: var(--topline-muted) }
.bars, .bars tbody { display: flex; flex-direction: column }
.bars tbody { flex: 1 }
.bars tr {
  display: grid;
  grid-template: auto minmax(10px, 1fr) / 1fr auto 4.6em;
  align-items: baseline;
  flex: 1 0 auto;
  padding-bottom: 5px;
  border: 0;
}
.bars tbody :is(th, td) { padding: 0 }
.bars td:nth-child(3) { text-align: end; font-weight: 600 }
.bars td:empty { display: none }
.bars td:empty + td { grid-column: 3 }
.bars .reference th { grid-column: 1 / 3 }
.bars .reference th::first-letter { text-transform: uppercase }
.bars .total { grid-template-columns: auto 1fr; column-gap: 6px }
.bars .total th { grid-column: 2 }
.bars .total td:nth-child(3) { grid-area: 1 / 1; font-size: 2.4em; line-height: 1.1; letter-spacing: -.02em }
.bars td:last-child {
  grid-area: 2 / 1 / 3 / -1;
  align-self: stretch;
  max-height: 44px;
  position: relative;
  display: flex;
  align-items: center;
  color: var(--topline-accent);
}
.bars .part td:last-child { opacity: .55 }
.bars .reference td:last-child { color: var(--topline-muted) }
.bars svg { position: absolute }
.bars b { color: var(--topline-ink); padding-inline-start: 6px }
`;
