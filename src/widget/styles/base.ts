/** The card itself: frame, headings, notes. The graphic grows into whatever room is spare. */
export const base = `
.cards, .card, .sides, .sides > div, figure { display: flex; flex-direction: column; min-width: 0 }
.cards { min-height: inherit; gap: 16px }
.card {
  --small: clamp(.75em, .65em + .55cqi, .8125em);
  flex: 1 0 auto;
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
.card, .card * { box-sizing: border-box }
p, h3, figure { margin: 0 }
.test {
  padding: 2px 8px !important;
  background: #ffd400 !important;
  color: #000 !important;
  font: 700 13px/1.4 sans-serif !important;
  opacity: 1 !important;
  visibility: visible !important;
}
.kicker, .note, .age, footer, figcaption, summary, details, .card table { font-size: var(--small) }
details > * { font-size: 1em !important }
.kicker, .note, small, footer { color: var(--topline-muted) }
.kicker b, .note b { color: var(--topline-ink) }
h3 { font-size: clamp(1.0625em, .8em + 1.6cqi, 1.5em); font-weight: 700; line-height: 1.2; text-wrap: balance }
figcaption, caption { font-weight: 600; text-align: start; text-wrap: balance }
small { font-size: 1em; font-weight: 400 }
a { color: inherit; text-underline-offset: 2px }
abbr { text-decoration: none }
.age { font-weight: 700; border-inline-start: 4px solid #ffb000; padding-inline-start: 8px }
.sides, .sides > div { gap: 8px }
.sides, figure { flex: 1 0 auto }
.more { display: flex; flex-wrap: wrap; gap: 4px 20px }
details[open] { flex: 0 0 100% }
summary { cursor: pointer; font-weight: 600 }
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
.skeleton i { background: var(--topline-rule); opacity: .6; height: 16px; width: 40% }
.skeleton i + i { height: 24px; width: 85% }
.skeleton i + i + i { flex: 1; min-height: 120px; width: auto }
.skeleton i + i + i + i { flex: 0; min-height: 16px; width: 60% }
footer:has(p:not(:empty)) { border-top: 1px solid var(--topline-rule); padding-top: 6px }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@container (max-width: 399.9px) { .note p { display: inline } }
.note p + p { margin-top: 6px }
@container (min-width: 620px) {
  .card { padding: calc(var(--topline-padding) * 1.5); gap: 12px }
  .sides { display: grid; grid-template-columns: 1fr 1.1fr; column-gap: 32px }
  .sides > :only-child { grid-column: 1 / -1 }
  .sides > div > * { --small: .875em; line-height: 1.4 }
}
@media print {
  .card { break-inside: avoid; border-color: #000 }
  details:not([open]) { display: none }
}
`;
