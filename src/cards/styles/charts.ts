/** Drawings: they stretch with their box; strokes, marks and text keep their size. */
export const charts = `
svg { display: block; overflow: visible }
path { fill: none; stroke: currentColor; stroke-width: 2.5; stroke-linejoin: round; vector-effect: non-scaling-stroke }
.grid { stroke: var(--topline-rule); stroke-width: 1 }
.against { stroke: var(--topline-ink); stroke-width: 1; stroke-dasharray: 4 3 }
.bar { fill: currentColor; fill: light-dark(currentColor, color-mix(in srgb, currentColor 72%, #000)); stroke: none }
.area { opacity: .14 }
.faint { opacity: .45 }
.mark { stroke-width: 8; stroke-linecap: round }
.faint .mark { stroke-width: 5 }
.mark.hole.hole { stroke: var(--topline-background); stroke-width: 0 }
.hole:is(.m2, .m3).hole.hole { stroke-width: 3 }
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
.chart { flex: 1; min-height: 172px; display: grid; grid-template: 1fr auto / auto 1fr auto; gap: 4px 8px }
.plot { position: relative }
.plot svg { position: absolute; width: 100%; height: 100% }
.y, .ends { display: flex; justify-content: space-between }
.x { grid-column: 2; position: relative; height: 1.3em }
.x span { position: absolute; translate: -50%; white-space: nowrap }
.y { flex-direction: column-reverse; text-align: end }
.y span, .ends b { height: 0; line-height: 0 }
.ends { flex-direction: column; max-width: 9em }
.ends * { flex-basis: 0 }
.ends b { min-height: 1.25em }
`;
