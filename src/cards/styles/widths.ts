/**
 * What changes with the card's own width: no frame at the sides below 540 px, larger numbers from
 * there; two columns from 640 px; from 960 px on the content keeps its measure.
 */
export const widths = `
@container (max-width: 539.9px) {
  .card { padding-inline: 0; border-inline: 0; box-shadow: -8px 0 var(--topline-background), 8px 0 var(--topline-background) }
  .card > .list tr:nth-child(3), .list th span::before { display: none }
}
@container (max-width: 639.9px) {
  .sides { flex-direction: column; gap: 14px }
}
@container (min-width: 540px) {
  .sides .bars tr:first-child td:nth-last-child(2), .ranges td:nth-last-child(2) { font-size: 2.07em }
}
@container (min-width: 960px) {
  .card { padding-inline: calc(50cqi - 452px) }
}
`;
