/** Drawings: they stretch with their box; strokes, marks and text keep their size. */
export const charts = `
svg { display: block; height: 0; overflow: visible }
path { fill: none; stroke: currentColor; stroke-width: 2.5; stroke-linejoin: round; vector-effect: non-scaling-stroke }
.grid { stroke: var(--topline-rule); stroke-width: 1 }
.against { stroke: var(--topline-ink); stroke-width: 1; stroke-dasharray: 4 3 }
.bar { fill: currentColor; stroke: none }
.area { opacity: .14 }
.faint { opacity: .45 }
.mark { stroke-width: 8; stroke-linecap: round }
.hole { stroke-width: 0 }
.hole:is(.m2, .m3) { stroke: var(--topline-background); stroke-width: 4 }
path:is(.m1, .m3) { stroke-linecap: square }
span:is(.m0, .m1, .m2, .m3)::before {
  content: "";
  display: inline-block;
  margin-inline-end: .4em;
  border: .32em solid;
  border-radius: 50%;
}
span:is(.m1, .m3)::before { border-radius: 0 }
span:is(.m2, .m3)::before { border-width: .14em; padding: .18em }
.chart { flex: 1; min-height: 90px; display: grid; grid-template: 1fr auto / auto 1fr auto; gap: 4px 8px }
.chart svg { width: 100%; min-height: 100% }
.x, .y, .ends { display: flex; justify-content: space-between }
.x { grid-column: 2 }
.bars .x span { width: 0; display: flex; justify-content: center }
.y { flex-direction: column-reverse; text-align: end }
.y span, .ends b { height: 0; line-height: 0 }
.ends { flex-direction: column; max-width: 9em }
.ends * { flex-basis: 0 }
.ends b { min-height: 1.25em }
`;
