/** Drawings: they stretch with their box; strokes, marks and text keep their size. */
export const charts = `
svg { display: block; width: 100%; height: 100%; overflow: visible; fill: currentColor }
path { vector-effect: non-scaling-stroke; stroke-linejoin: round }
.grid { stroke: var(--topline-rule) }
.line, .against { fill: none; stroke: currentColor; stroke-width: 2.5 }
.against { stroke: var(--topline-ink); stroke-width: 1; stroke-dasharray: 4 3 }
.area { opacity: .14 }
.interval { stroke: currentColor; stroke-width: 9; opacity: .32 }
.mark { stroke: currentColor; stroke-width: 10; stroke-linecap: round }
.hole:is(.m2, .m3) { stroke: var(--topline-background); stroke-width: 5; stroke-linecap: round }
path:is(.m1, .m3) { stroke-linecap: square }
.polls { opacity: .5 }
.polls .mark { stroke-width: 7 }
.polls .hole { stroke-width: 3 }
span:is(.m0, .m1, .m2, .m3)::before {
  content: "";
  display: inline-block;
  margin-inline-end: .4em;
  border: .32em solid;
  border-radius: 50%;
}
span:is(.m1, .m3)::before { border-radius: 0 }
span:is(.m2, .m3)::before { border-width: .14em; padding: .18em }
.average { margin-bottom: 1.1em }
.average tr { border: 0 }
.average :is(td, th) { padding: 0; vertical-align: middle; white-space: nowrap }
.average th { font-weight: 600; max-width: 9em; overflow: hidden; text-overflow: ellipsis }
.average td:nth-child(2) { width: 100%; height: 26px; position: relative }
.average td:last-child { font-size: 1.4em }
.average svg, .axis { position: absolute; top: 0; left: 10px; width: calc(100% - 20px) }
.axis, .y, .ends, .x { display: flex; justify-content: space-between }
.axis { top: 100%; color: var(--topline-muted); font-size: .9em }
tr:not(:last-child) .axis { display: none }
.axis span { width: 0; display: flex; justify-content: center }
.axis span:last-child::after { content: "%" }
.chart {
  flex: 1;
  min-height: 112px;
  display: grid;
  grid-template: 1fr auto / auto 1fr auto;
  gap: 4px 8px;
  padding-top: .7em;
  color: var(--topline-muted);
}
.chart svg { height: 0; min-height: 100%; color: var(--topline-accent) }
.y { flex-direction: column-reverse; text-align: end }
.y span, .ends b { height: 0; line-height: 0 }
.ends { flex-direction: column; max-width: 9em; padding-inline-start: 4px; white-space: nowrap; color: var(--topline-ink) }
.ends * { flex-basis: 0 }
.ends b { min-height: 1.25em; overflow-x: clip; text-overflow: ellipsis }
.x { grid-column: 2 }
`;
