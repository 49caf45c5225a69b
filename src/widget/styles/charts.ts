/** Drawings: they stretch with their box; strokes, marks and text keep their size. */
export const charts = `
svg { display: block; width: 100%; height: 100%; overflow: visible; fill: currentColor }
path { vector-effect: non-scaling-stroke; stroke-linejoin: round }
.grid { stroke: var(--topline-rule) }
.mark { stroke: currentColor; stroke-width: 10; stroke-linecap: round }
.m1, .m3 { stroke-linecap: square }
.mark.m1, .mark.m3 { stroke-width: 8.5 }
.hole.m2, .hole.m3 { stroke: var(--topline-background); stroke-width: 5; stroke-linecap: inherit }
.hole.m2 { stroke-linecap: round }
span:is(.m0, .m1, .m2, .m3)::before {
  content: "";
  display: inline-block;
  margin-inline-end: .4em;
  border: .32em solid;
  border-radius: 50%;
}
span:is(.m1, .m3)::before { border-radius: 0 }
span:is(.m2, .m3)::before { border-width: .14em; padding: .18em }
.polls { opacity: .5 }
.polls .mark { stroke-width: 7 }
.polls .m1, .polls .m3 { stroke-width: 6 }
.polls .hole { stroke-width: 3 }
.line, .against { fill: none; stroke: currentColor; stroke-width: 2.5 }
.against { stroke: var(--topline-ink); stroke-width: 1; stroke-dasharray: 4 3 }
.area { opacity: .14 }
.interval { stroke: currentColor; stroke-width: 9; opacity: .32 }
.average { margin-bottom: 1.1em }
.average tr { border: 0 }
.average :is(td, th) { padding: 0; vertical-align: middle; white-space: nowrap }
.average th { font-weight: 600; max-width: 9em; overflow: hidden; text-overflow: ellipsis }
.average td { color: inherit }
.average td:nth-child(2) { width: 100%; height: 26px; position: relative }
.average svg { position: absolute; top: 0; left: 10px; width: calc(100% - 20px) }
.average td:last-child { font-size: 1.4em; font-weight: 700 }
.axis { display: none; position: absolute; top: 100%; left: 10px; right: 10px; color: var(--topline-muted); font-size: .9em }
tr:last-child .axis { display: flex; justify-content: space-between }
.axis span { width: 0; display: flex; justify-content: center }
.axis span:last-child::after { content: "%" }
.chart {
  flex: 1;
  min-height: 130px;
  display: grid;
  grid-template: 1fr auto / auto 1fr auto;
  gap: 4px 8px;
  padding-top: .7em;
  color: var(--topline-muted);
}
.chart svg { height: 0; min-height: 100%; color: var(--topline-accent) }
.y, .ends, .x { display: flex; justify-content: space-between }
.y { flex-direction: column-reverse; text-align: end }
.y span, .ends b { height: 0; line-height: 0 }
.ends { color: var(--topline-ink); flex-direction: column; max-width: 9em; padding-inline-start: 4px; white-space: nowrap }
.ends i { flex-basis: 0 }
.ends b { flex-basis: 0; min-height: 1.25em; overflow-x: clip; text-overflow: ellipsis }
.x { grid-column: 2 }
@container (max-width: 319.9px) { .axis :not(:first-child, :last-child) { visibility: hidden } }
@container (min-width: 620px) {
  .average, .bars { flex: 1 0 auto }
  .average { max-height: 260px }
  .interval { stroke-width: 13 }
  .average .mark { stroke-width: 13 }
  .average td:last-child { font-size: 1.8em }
}
`;
