/**
 * The card itself: frame, headings, notes. The graphic grows into whatever room is spare. The age of
 * old numbers comes and goes on top of the line above the headline, so that nothing has to move.
 */
export const base = `
.cards, .card, .sides, .sides > div, figure { display: flex; flex-direction: column; min-width: 0 }
.card, .sides, figure { flex: 1 0 auto }
.cards { min-height: inherit; gap: 16px }
.card, .card * { box-sizing: border-box }
.card {
  --small: clamp(.75em, .65em + .55cqi, .8125em);
  gap: 8px;
  padding: var(--topline-padding);
  border: solid var(--topline-rule);
  border-width: 3px 1px 1px;
  border-top-color: var(--topline-ink);
  background: var(--topline-background);
  color: var(--topline-ink);
  font-family: var(--topline-font, inherit);
  font-size: clamp(14px, 1em, 16px);
  font-weight: 400;
  line-height: 1.3;
  font-variant-numeric: tabular-nums lining-nums;
  text-align: start;
}
.test { padding: 2px 8px; background: #ffd400; color: #000; font: 700 13px/1.4 sans-serif; visibility: visible }
p, h3, figure { margin: 0 }
.kicker, .note, footer, figcaption, table, details, .chart { font-size: var(--small) }
.kicker, .note, footer, thead, figcaption span { color: var(--topline-muted) }
.kicker b, .note b { color: var(--topline-ink) }
h3 { font-size: clamp(1.0625em, .8em + 1.6cqi, 1.5em); line-height: 1.2; text-wrap: balance }
figcaption, caption { text-align: start; text-wrap: balance }
figcaption, caption, summary, .age { font-weight: 600 }
a { color: inherit }
abbr { text-decoration: none }
.kicker { position: relative }
.age {
  position: absolute;
  inset: 0 0 auto auto;
  min-width: min(100%, 22em);
  max-width: 100%;
  overflow: hidden;
  white-space: nowrap;
  text-overflow: ellipsis;
  border-inline-start: 4px solid #ffb000;
  padding-inline-start: 8px;
  background: var(--topline-background);
  color: var(--topline-ink);
}
.sides, .sides > div { gap: 8px }
.note p { display: inline }
.more { display: flex; flex-wrap: wrap; gap: 4px 20px }
[open] { flex: 0 0 100% }
summary, button { cursor: pointer }
:focus-visible { outline: 2px solid var(--topline-accent); outline-offset: 2px }
button { font: inherit; padding: 6px 14px; border: 1px solid; background: none; color: inherit }
.loading i { background: var(--topline-rule); flex: 1 0 60px; opacity: .5 }
.failed, .unknown { justify-content: center; text-align: center }
footer { border-top: 1px solid var(--topline-rule); padding-top: 6px }
footer:empty { display: none }
.sr, .average thead, .bars thead { position: absolute; clip-path: inset(50%); white-space: nowrap }
@media print {
  .card { break-inside: avoid; print-color-adjust: exact }
}
`;
