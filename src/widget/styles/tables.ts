/** Tables, and the bars that are tables. */
export const tables = `
table { border-collapse: collapse; width: 100% }
th, td { padding: 4px 0; text-align: start; vertical-align: baseline; font-weight: 400 }
thead th { color: var(--topline-muted) }
tbody tr { border-top: 1px solid var(--topline-rule) }
.n { text-align: end; white-space: nowrap }
.polls tbody th { font-weight: 600 }
.polls small { font-size: 1em; font-weight: 400; margin-inline-start: 4px }
.polls .n { color: var(--c); font-weight: 600 }
.meta { color: var(--topline-muted) }
@container (max-width: 559.9px) {
  .polls tr { display: block; position: relative; padding: 4px 0 }
  .polls th, .polls td { padding: 0 }
  .polls [scope=row] { display: block; padding-inline-end: 128px }
  .polls td.meta { display: inline }
  .polls td.meta + td.meta::before { content: " · " }
  .polls th.meta { display: none }
  .polls .n { position: absolute; top: 4px; inset-inline-end: 0; width: 64px }
  .polls .n:nth-last-child(2) { inset-inline-end: 64px }
  .polls .n:nth-last-child(3) { inset-inline-end: 128px }
}
.bars tr { display: grid; grid-template-columns: 1fr auto 4em; position: relative; padding-bottom: 14px; border: 0; margin-bottom: 6px }
.bars th, .bars td { padding: 0 }
.bars td { font-weight: 700 }
.bars .percent { font-weight: 400; color: var(--topline-muted) }
.bars svg { position: absolute; inset-inline: 0; bottom: 0; width: 100%; height: 12px; overflow: visible }
.bars rect { fill: var(--topline-accent) }
.bars .part rect { opacity: .55 }
.bars .reference rect { fill: var(--topline-muted) }
.bars text { fill: var(--topline-ink); font-size: .9em }
`;
