/** Drawings. Places are percent of the box; marks, lines and text keep their size. */
export const charts = `
svg { overflow: visible }
path, circle { fill: var(--c, var(--topline-accent)) }
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
.average td, .average th { padding: 0; vertical-align: middle }
.average th { font-weight: 600; white-space: nowrap; color: var(--c) }
.average .plot { width: 60%; padding: 0 12px }
.plot svg { display: block; width: 100%; height: 32px }
.plot .axis { height: 1.2em; font-size: .9em; text-anchor: middle }
.interval { stroke: var(--c); stroke-width: 9; opacity: .32 }
.value { font-size: 1.4em; font-weight: 700; text-align: end; color: var(--c) }
.chart { flex: 1; min-height: 144px; position: relative; font-size: .75em }
.chart > svg { position: absolute; top: 8px; left: 3em; width: calc(100% - 3em - var(--room)); height: calc(100% - 32px) }
.y, .end { text-anchor: end }
.mid { text-anchor: middle }
.against line { stroke: var(--topline-ink); stroke-dasharray: 4 3 }
.against text { fill: var(--topline-ink) }
`;
