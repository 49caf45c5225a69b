/** What changes with the card's own width: two columns from 620 px, a full table from 860 px. */
export const widths = `
@container (max-width: 619.9px) {
  .card > .poll-list tr:nth-child(3), .poll-list th span::before { display: none }
}
@container (max-width: 859.9px) {
  .poll-list { --n: min(var(--name), 17cqi) }
  .poll-list tr { display: block; position: relative; padding: 3px 0 }
  .poll-list :is(th, td) { padding: 0 }
  .poll-list [scope=row] { display: block; padding-inline-end: calc(var(--columns) * var(--n)) }
  .poll-list td { display: inline }
  .poll-list td + td:not(:empty)::before { content: " · " }
  .poll-list th:nth-child(n+2) { display: none }
  .poll-list :is(th, td):nth-child(n+6) { display: block; position: absolute; top: 3px; inset-inline-end: 0; width: var(--n) }
  .poll-list :nth-child(n+6)::before { display: none }
  .poll-list :is(th, td):nth-child(n+6):nth-last-child(2) { inset-inline-end: var(--n) }
  .poll-list :is(th, td):nth-child(n+6):nth-last-child(3) { inset-inline-end: calc(var(--n) * 2) }
}
@container (min-width: 620px) {
  .card { padding: calc(var(--topline-padding) * 1.5); gap: 12px }
  .sides { display: grid; grid-template-columns: 1fr 1.1fr; column-gap: 32px }
  .sides > :only-child { grid-column: 1 / -1 }
  .sides > div > * { --small: .875em; line-height: 1.4 }
  .note p { display: block; margin-bottom: 6px }
  .average, .bars { flex: 1 0 auto }
  .average { max-height: 260px }
  .average td:last-child { font-size: 1.8em }
  .average .mark, .interval { stroke-width: 13 }
  .poll-list { --n: calc(var(--name) + 1.8em) }
  details .poll-list tbody tr:first-child { display: none }
}
`;
