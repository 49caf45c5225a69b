/** The card itself: frame, headings, notes. The graphic grows into whatever room is spare. */
export const base = `
.cards, .card { display: flex; flex-direction: column; box-sizing: border-box }
.cards { min-height: inherit; gap: 16px }
.card {
  flex: 1 0 auto;
  gap: 10px;
  padding: var(--topline-padding);
  border: solid var(--topline-rule);
  border-width: 3px 1px 1px;
  border-top-color: var(--topline-ink);
  background: var(--topline-background);
  color: var(--topline-ink);
  font: 400 clamp(14px, 1em, 16px)/1.35 var(--topline-font);
  font-family: var(--topline-font);
  font-variant-numeric: tabular-nums lining-nums;
  text-align: start;
}
.card * { box-sizing: border-box }
p, h3, h4, dl, dd, figure { margin: 0 }
.test {
  padding: 2px 8px !important;
  background: #ffd400 !important;
  color: #000 !important;
  font: 700 13px/1.4 sans-serif !important;
  opacity: 1 !important;
  visibility: visible !important;
}
.kicker, .note, .age, small, footer, figcaption, dt, summary, .card table { font-size: .8125em }
.kicker, .note, small, footer, dt { color: var(--topline-muted) }
.kicker b { color: var(--topline-ink) }
h3 { font-size: 1.25em; font-weight: 700; line-height: 1.18; letter-spacing: -.01em; text-wrap: balance }
h4, figcaption { font-size: .8125em; font-weight: 700 }
a { color: inherit; text-underline-offset: 2px }
.age { font-weight: 700; border-inline-start: 4px solid #ffb000; padding-inline-start: 8px }
dl div { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: baseline }
dd { font-size: .875em; font-weight: 700 }
.sides, .sides > div, figure { display: flex; flex-direction: column; gap: 8px; min-width: 0 }
.sides, figure { flex: 1 0 auto }
summary { cursor: pointer; font-weight: 700; padding: 2px 0 }
:focus-visible { outline: 2px solid var(--topline-accent); outline-offset: 2px }
button {
  font: inherit;
  padding: 6px 14px;
  border: 1px solid;
  background: none;
  color: inherit;
  cursor: pointer;
}
.notice { justify-content: center; align-items: center; text-align: center; min-height: 120px }
.skeleton i { background: var(--topline-rule); height: 16px; width: 40% }
.skeleton i + i { height: 24px; width: 85% }
.skeleton i + i + i { flex: 1; min-height: 120px; width: auto }
.skeleton i + i + i + i { flex: 0; min-height: 16px; width: 60% }
footer { border-top: 1px solid var(--topline-rule); padding-top: 8px }
.figure { color: var(--topline-muted); font-size: .875em }
.figure b { font-size: 2.5em; line-height: 1; color: var(--topline-ink); letter-spacing: -.02em }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@container (min-width: 480px) {
  .card { padding: calc(var(--topline-padding) * 1.5) }
  h3 { font-size: 1.5em }
}
@container (min-width: 620px) {
  .sides { display: grid; grid-template-columns: 5fr 6fr; column-gap: 36px }
}
@media print {
  .card { break-inside: avoid; border-color: #000 }
  details { display: none }
}
`;
