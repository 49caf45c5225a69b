/**
 * The card itself: frame, headings, notes. Sizes are in `em` of the body's, which follows the
 * reader's own text size. Room that is spare goes to a chart, else it stays empty below. The age of
 * old numbers comes and goes on top of the line above the headline, so that nothing has to move.
 */
export const base = `
* { margin: 0; unicode-bidi: isolate }
.cards, .card, .sides, .sides > div, figure { display: flex; gap: 10px; min-width: 0 }
.sides { gap: 28px }
.cards, .card, .sides > div, figure { flex: 1; flex-direction: column }
.sides:has(.chart) { flex: 1 0 auto }
.cards { gap: 16px }
.card {
  padding: var(--topline-padding);
  border: 1px solid var(--topline-rule);
  border-top: 3px solid var(--topline-ink);
  background: var(--topline-background);
  color: var(--topline-ink);
  font-family: var(--topline-font, inherit);
  font-size: clamp(14px, .875rem, 28px);
  font-weight: 400;
  line-height: 1.3;
  font-variant-numeric: tabular-nums lining-nums;
  text-align: start;
  break-inside: avoid;
  print-color-adjust: exact;
}
.test { padding: 2px 8px; background: #ffd400; color: #000; font: 700 13px/1.4 sans-serif; visibility: visible }
p, footer, thead, .list td:last-child, .x, .y, figcaption span { color: var(--topline-muted) }
p, thead, figcaption, .x, .y, .list td:last-child { font-size: .93em }
b { color: var(--topline-ink); font-weight: inherit }
.ends b { font-weight: 700 }
h3 { font-size: 1.36em; line-height: 1.2; text-wrap: balance }
a { color: inherit }
button { font: inherit }
.kicker { position: relative }
.age, .ends b, figcaption span, td { overflow-x: clip; text-overflow: ellipsis; white-space: nowrap }
.age {
  position: absolute;
  inset: 0 0 auto auto;
  max-width: 100%;
  border-inline-start: 4px solid #ffb000;
  padding-inline-start: 8px;
  background: var(--topline-background);
}
summary { padding-block: 3px; cursor: pointer }
:focus-visible { outline: 2px solid var(--topline-accent) }
.state { justify-content: center; text-align: center }
footer, .list tbody tr { border-top: 1px solid var(--topline-rule); padding-top: 5px }
footer:empty { display: none }
`;
