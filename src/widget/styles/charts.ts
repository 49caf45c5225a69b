/** Drawings. Places are percent of the box; marks, lines and text keep their size. */
export const charts = `
svg { overflow: visible }
path { fill: var(--c, var(--topline-accent)) }
text { fill: var(--topline-muted) }
.grid { stroke: var(--topline-rule) }
.key { width: .85em; height: .85em; vertical-align: -.08em }
.mark path { stroke: var(--topline-background); stroke-width: 1.5 }
.poll path { opacity: .5; transform: scale(.7) }
.hollow path { fill: var(--topline-background); stroke: var(--topline-accent); stroke-width: 2 }
.line { fill: none; stroke: var(--c, var(--topline-accent)); stroke-width: 2.5; stroke-linejoin: round }
.area { opacity: .14 }
.direct { fill: var(--c, var(--topline-ink)); font-weight: 700 }
.average tbody tr { border: 0 }
.average :is(td, th) { padding: 0; vertical-align: middle; white-space: nowrap }
.average th { font-weight: 600; color: var(--c); max-width: 9em; overflow: hidden; text-overflow: ellipsis }
@container (max-width: 319.9px) { .axis text:not(:first-child, :last-child) { display: none } }
.average { flex: 1 0 auto; max-height: 260px }
.plot { width: 100%; height: 26px; position: relative }
.plot svg { position: absolute; top: 0; left: 10px; width: calc(100% - 20px); height: 100% }
tfoot .plot { height: 1.2em }
.axis { font-size: .9em; text-anchor: middle }
.interval { stroke: var(--c); stroke-width: 9; opacity: .32 }
.value { font-size: 1.4em; font-weight: 700; text-align: end; color: var(--c) }
.chart { flex: 1; min-height: 130px; position: relative; font-size: 12px }
.chart > svg {
  position: absolute;
  top: 10px;
  left: var(--gutter);
  width: calc(100% - var(--gutter) - var(--room));
  height: calc(100% - 30px);
}
.y, .end { text-anchor: end }
.mid { text-anchor: middle }
.against line { stroke: var(--topline-ink); stroke-dasharray: 4 3 }
.against text { fill: var(--topline-ink) }
@container (min-width: 620px) {
  .interval { stroke-width: 13 }
  .average .mark path { transform: scale(1.3) }
  .value { font-size: 1.8em }
}
`;
